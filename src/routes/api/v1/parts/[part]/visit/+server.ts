import { markSeen, visitPart } from '#server/news.ts';
import { identity } from '../../../../../identity.ts';
import { act } from '../../../door.ts';
import type { RequestHandler } from './$types';

/** Somebody has the text before them: what is new in it since their visit before. */
export const POST: RequestHandler = (event) =>
	act(event, (context, actor) => visitPart(context, actor, identity(event.params.part)));

/** They have seen all of that. */
export const PUT: RequestHandler = (event) =>
	act(event, (context, actor) => markSeen(context, actor, identity(event.params.part)));
