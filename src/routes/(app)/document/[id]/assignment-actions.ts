import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { beginGuide } from '#server/guides.ts';
import { answer } from '../../../door.ts';
import { identity } from '../../../identity.ts';

const Nothing = z.object({});

/** Begins the guide's sheet of an assignment, and opens it. */
export async function beginSheet(event: RequestEvent<{ id: string }>) {
	const id = identity(event.params.id);
	const begun = await answer(event, Nothing, (context, actor) => beginGuide(context, actor, id));
	return typeof begun === 'string' ? redirect(303, `/document/${id}?part=${begun}`) : begun;
}
