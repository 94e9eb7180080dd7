import { z } from 'zod';
import { askReset } from '#server/password-reset.ts';
import { answerAnyone } from '../../door.ts';
import { email } from '../../fields.ts';
import type { Actions } from './$types';

const Forgotten = z.object({ email });

export const actions: Actions = {
	default: async (event) => {
		const address = event.getClientAddress();
		const refused = await answerAnyone(event, Forgotten, (context, input) =>
			askReset(context, { ...input, address })
		);
		return refused ?? { done: 'asked' };
	}
};
