import { z } from 'zod';
import { BOXES } from '#domain/told.ts';
import { theContext } from '#server/context.ts';
import { markRead, openInbox } from '#server/inbox.ts';
import { setWatch } from '#server/watches.ts';
import { answer, asker } from '../../door.ts';
import { id, oneOrMore } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const boxIn = ({ searchParams }: URL) =>
	BOXES.find((box) => box === searchParams.get('box')) ?? 'mine';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const box = boxIn(event.url);
	const given = new Date(event.url.searchParams.get('before') ?? NaN);
	const before = Number.isNaN(given.getTime()) ? undefined : given;
	const inbox = await openInbox(theContext(), actor, event.locals.language, { box, before });
	return { box, inbox };
};

const Some = z.object({ id: oneOrMore.pipe(z.array(id)) });
const Which = z.object({ box: z.enum(BOXES) });
const Document = z.object({ document: id });

export const actions: Actions = {
	read: async (event) => {
		const refused = await answer(event, Some, (context, actor, { id: ids }) =>
			markRead(context, actor, { ids })
		);
		return refused ?? { done: 'read' };
	},
	read_all: async (event) => {
		const refused = await answer(event, Which, markRead);
		return refused ?? { done: 'read' };
	},
	mute: async (event) => {
		const refused = await answer(event, Document, (context, actor, { document }) =>
			setWatch(context, actor, { document }, 'muted')
		);
		return refused ?? { done: 'mute' };
	}
};
