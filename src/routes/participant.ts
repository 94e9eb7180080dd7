import { redirect, type RequestEvent } from '@sveltejs/kit';
import { hasAccount, type Asker } from '#server/credentials.ts';
import type { Participant } from '#server/workshops.ts';

type Asked = Pick<RequestEvent, 'locals'>;

/** Who asks in a workshop: also who came into one without an account. Every other route knows only who signed in. */
export function whoTakesPart({ locals }: Asked): Asker | null {
	return locals.asker ?? locals.visitor;
}

/** The same for the pages of a workshop; who is neither goes to where one comes in. */
export function participant(event: Asked): Participant {
	const asker = whoTakesPart(event);
	if (!asker) redirect(303, '/workshop');
	return { actor: asker.actor, isVisitor: !hasAccount(asker) };
}
