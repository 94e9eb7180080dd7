import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { finishWork, reopenWork, returnWork } from '#server/work-returns.ts';
import { answer } from '../../../../../door.ts';
import { identity } from '../../../../../identity.ts';

// What who leads does with the work of one group.

type Asked = RequestEvent<{ id: string; group: string }>;
type UseCase = (context: Context, actor: Actor, run: string, group: string) => Promise<void>;

const Nothing = z.object({});

const onGroup = (useCase: UseCase) => (event: Asked) =>
	answer(event, Nothing, (context, actor) =>
		useCase(context, actor, identity(event.params.id), identity(event.params.group))
	);

export const giveBack = onGroup(returnWork);
export const finish = onGroup(finishWork);
export const reopen = onGroup(reopenWork);
