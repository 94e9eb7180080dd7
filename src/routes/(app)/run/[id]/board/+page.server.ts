import { z } from 'zod';
import { STEP_MINUTES_MAX, STEPS_MAX } from '#domain/assignments.ts';
import { m } from '#lib/paraglide/messages.js';
import { theContext } from '#server/context.ts';
import { addGroup, formAtRandom, placePerson } from '#server/run-groups.ts';
import { openBoard } from '#server/workshop-board.ts';
import {
	beginRound,
	closeRound,
	endWorkshop,
	extendRound,
	reopenRound
} from '#server/workshop-rounds.ts';
import { answer, asker } from '../../../../door.ts';
import { id as identityField } from '../../../../fields.ts';
import { identity } from '../../../../identity.ts';
import { qrOf } from '../../../../qr.ts';
import { shuffled } from '../../../../shuffled.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const board = await openBoard(theContext(), actor, identity(event.params.id));
	return {
		board,
		qr: board.entrance && qrOf(board.entrance.link),
		section: '/assignments',
		back: { href: `/document/${board.assignment.id}`, name: board.assignment.title }
	};
};

const Nothing = z.object({});
const Nth = z.object({ nth: z.coerce.number().int().min(1).max(STEPS_MAX) });
const Minutes = z.object({ minutes: z.coerce.number().int().min(1).max(STEP_MINUTES_MAX) });
const Name = z.object({ name: z.string({ error: 'required' }).max(1000, { error: 'too_long' }) });
const Place = z.object({
	person: identityField,
	group: z.union([z.literal('').transform(() => null), identityField])
});

export const actions: Actions = {
	begin: (event) =>
		answer(event, Nth, (context, actor, { nth }) =>
			beginRound(context, actor, identity(event.params.id), nth)
		),
	extend: (event) =>
		answer(event, Minutes, (context, actor, { minutes }) =>
			extendRound(context, actor, identity(event.params.id), minutes)
		),
	close: (event) =>
		answer(event, Nothing, (context, actor) =>
			closeRound(context, actor, identity(event.params.id))
		),
	reopen: (event) =>
		answer(event, Nothing, (context, actor) =>
			reopenRound(context, actor, identity(event.params.id))
		),
	end: (event) =>
		answer(event, Nothing, (context, actor) =>
			endWorkshop(context, actor, identity(event.params.id))
		),
	random: (event) =>
		answer(event, Nothing, (context, actor) =>
			formAtRandom(context, actor, identity(event.params.id), shuffled, (nth) =>
				m.workshop_group_nth({ nth })
			)
		),
	group: (event) =>
		answer(event, Name, (context, actor, { name }) =>
			addGroup(context, actor, identity(event.params.id), name)
		),
	place: (event) =>
		answer(event, Place, (context, actor, placing) =>
			placePerson(context, actor, identity(event.params.id), placing)
		)
};
