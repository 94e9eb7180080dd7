import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { confirmContribution } from '#server/contributions.ts';
import { chooseGroup } from '#server/run-groups.ts';
import { handIn } from '#server/submissions.ts';
import { answer } from '../../../door.ts';
import { id as identityField } from '../../../fields.ts';
import { identity } from '../../../identity.ts';

// What who takes part does in a run, each one use case.

type Asked = RequestEvent<{ id: string }>;

const Nothing = z.object({});
const Group = z.object({ group: identityField });
const Confirmed = z.object({
	submission: identityField,
	says: z.string().max(10_000, { error: 'too_long' }).default('')
});

export async function choose(event: Asked) {
	return answer(event, Group, (context, actor, { group }) =>
		chooseGroup(context, actor, identity(event.params.id), group)
	);
}

export async function hand(event: Asked) {
	return answer(event, Nothing, async (context, actor) => {
		await handIn(context, actor, identity(event.params.id));
	});
}

export async function confirm(event: Asked) {
	return answer(event, Confirmed, (context, actor, { submission, says }) =>
		confirmContribution(context, actor, submission, says)
	);
}
