import { keepPolicyText } from '#server/policy-texts.ts';
import { identity } from '../../../../../../identity.ts';
import { change } from '../../../../door.ts';
import { NewPolicy } from '../../../../review-schemas.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	change(
		event,
		NewPolicy,
		async (context, actor, input) => ({
			id: await keepPolicyText(context, actor, identity(event.params.id), input)
		}),
		201
	);
