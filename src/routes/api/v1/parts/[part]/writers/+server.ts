import { readWriters } from '#server/writers.ts';
import { identity } from '../../../../../identity.ts';
import { show } from '../../../door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => readWriters(context, actor, identity(event.params.part)));
