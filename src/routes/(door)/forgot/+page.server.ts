import { z } from 'zod';
import { askReset } from '#server/password-reset.ts';
import { answerAnyone } from '../../door.ts';
import { email } from '../../fields.ts';
import type { Actions } from './$types';

const Forgotten = z.object({ email });

export const actions: Actions = {
	default: async (event) => {
		const address = event.getClientAddress();
		return answerAnyone(event, Forgotten, async (context, input) => {
			await askReset(context, { ...input, address });
			return { done: 'asked' };
		});
	}
};
