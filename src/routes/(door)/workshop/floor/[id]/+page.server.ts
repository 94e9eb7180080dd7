import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { renderHtml } from '#domain/content/html.ts';
import { hasText, wordCount } from '#domain/content/text.ts';
import type { Actor } from '#domain/facts.ts';
import { GROUP_ROLES } from '#domain/runs.ts';
import { theContext, type Context } from '#server/context.ts';
import { chooseGroup, takeRole } from '#server/run-groups.ts';
import { forgetMe } from '#server/visitors.ts';
import { openFloor } from '#server/workshop-floor.ts';
import { answerAnyone } from '../../../../door.ts';
import { id as identityField } from '../../../../fields.ts';
import { identity } from '../../../../identity.ts';
import { participant } from '../../../../participant.ts';
import { clearSession } from '../../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const id = identity(event.params.id);
	const { text, run, ...floor } = await openFloor(theContext(), participant(event), id);
	const { task, ...told } = run;
	const { language } = event.locals;
	return {
		floor: {
			...floor,
			run: told,
			text: text && {
				...{ partId: text.partId, mayWrite: text.mayWrite },
				...{ hasText: hasText(text.content), words: wordCount(text.content) },
				html: renderHtml(text.content, { language, guidance: text.mayWrite })
			}
		},
		task: renderHtml(task, { language, headingPrefix: 'task-', scrollRegions: true })
	};
};

const Group = z.object({ group: identityField });
const Role = z.object({
	role: z.union([z.literal('').transform(() => null), z.enum(GROUP_ROLES)])
});
const Nothing = z.object({});

type Event = RequestEvent<{ id: string }>;

/** What who takes part does, with or without an account. */
function does<Schema extends z.ZodType>(
	event: Event,
	schema: Schema,
	useCase: (context: Context, actor: Actor, input: z.output<Schema>) => Promise<void>
) {
	const { actor } = participant(event);
	return answerAnyone(event, schema, (context, input) => useCase(context, actor, input));
}

export const actions: Actions = {
	choose: (event) =>
		does(event, Group, (context, actor, { group }) =>
			chooseGroup(context, actor, identity(event.params.id), group)
		),
	role: (event) =>
		does(event, Role, (context, actor, { role }) =>
			takeRole(context, actor, identity(event.params.id), role)
		),
	forget: async (event) => {
		const refused = await does(event, Nothing, (context, actor) =>
			forgetMe(context, actor, identity(event.params.id))
		);
		if (refused) return refused;
		clearSession(event);
		redirect(303, '/workshop/forgotten');
	}
};
