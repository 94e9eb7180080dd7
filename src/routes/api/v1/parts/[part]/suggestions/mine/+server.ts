import { openMine, pushSuggestion } from '#server/suggestions.ts';
import { identity } from '../../../../../../identity.ts';
import { change, show } from '../../../../door.ts';
import { PushedSuggestion } from '../../../../suggestion-schemas.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	show(event, (context, actor) => openMine(context, actor, identity(event.params.part)));

export const PUT: RequestHandler = (event) =>
	change(event, PushedSuggestion, (context, actor, push) =>
		pushSuggestion(context, actor, identity(event.params.part), push)
	);
