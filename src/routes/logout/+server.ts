import { theContext } from '#server/context.ts';
import { signOut } from '#server/sign-in.ts';
import { readForm } from '../form.ts';
import { CLEAR_DEVICE, clearSession } from '../session-cookie.ts';
import { whoTakesPart } from '../participant.ts';
import { within } from '../within.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const form = await readForm(event.request);
	const next = form.get('next');
	const asker = whoTakesPart(event);
	if (asker) await signOut(theContext(), asker);
	clearSession(event);
	// Not `redirect`: it takes no headers along.
	const location = typeof next === 'string' ? within(event.url, next) : '/login';
	return new Response(null, { status: 303, headers: { location, ...CLEAR_DEVICE } });
};
