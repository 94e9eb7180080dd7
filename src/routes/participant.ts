import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Asker } from '#server/credentials.ts';

/** Who takes part in a workshop, with an account or without; everybody else fills in its code first. */
export function participant({ locals }: Pick<RequestEvent, 'locals'>): Asker {
	return locals.asker ?? locals.visitor ?? redirect(303, '/workshop');
}
