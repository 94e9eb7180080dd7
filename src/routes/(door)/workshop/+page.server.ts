import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Invalid, NotFound } from '#domain/errors.ts';
import { readCode } from '#domain/codes.ts';
import { findByCode } from '#server/workshops.ts';
import { answerAnyone } from '../../door.ts';
import type { Actions } from './$types';

const Code = z.object({ code: z.string({ error: 'required' }).min(1, 'required').max(100) });

export const actions: Actions = {
	default: async (event) => {
		const address = event.getClientAddress();
		const refused = await answerAnyone(event, Code, async (context, { code }) => {
			await findByCode(context, code, address).catch(unknown);
			return readCode(code);
		});
		if (refused === null || typeof refused !== 'string') return refused;
		redirect(303, `/workshop/${refused}`);
	}
};

/** Said at the field: a code is read from a wall, and one sign wrong is soon done. */
function unknown(caught: unknown): never {
	if (caught instanceof NotFound) throw new Invalid({ code: 'code_unknown' });
	throw caught;
}
