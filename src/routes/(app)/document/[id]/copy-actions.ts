import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { EXCUSE_MAX, VERSION_PURPOSES } from '#domain/case-versions.ts';
import { VARIANT_WHY_MAX } from '#domain/variants.ts';
import { makeVersion } from '#server/case-versions.ts';
import { explainVariant } from '#server/variants.ts';
import { answerVersion, excuseVoice, readAlong } from '#server/version-checks.ts';
import { answer } from '../../../door.ts';
import { id as identityField } from '../../../fields.ts';
import { identity } from '../../../identity.ts';

type Asked = RequestEvent<{ id: string }>;

/** Room for a text that is refused with a sentence of its own. */
const words = (most: number) =>
	z.string({ error: 'required' }).max(most * 4, { error: 'too_long' });
const oneOrMore = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) => (value === undefined ? [] : [value].flat()));

const Purpose = z.object({ purpose: z.enum(VERSION_PURPOSES, { error: 'unknown' }) });
/** The text that somebody read, by its name. */
const OnText = z.object({ on: z.string({ error: 'required' }).max(100) });
const Read = OnText.extend({ items: oneOrMore });
const Answer = OnText.extend({ voice: identityField, says: z.enum(['yes', 'no']) });
const Excuse = OnText.extend({ voice: identityField, why: words(EXCUSE_MAX) });
const Why = z.object({ why: words(VARIANT_WHY_MAX) });

// The forms around a copy: of a version of a case, and of a local variant.

export async function make(event: Asked) {
	const id = identity(event.params.id);
	const made = await answer(event, Purpose, (context, actor, { purpose }) =>
		makeVersion(context, actor, id, purpose)
	);
	return typeof made === 'string' ? redirect(303, `/document/${made}`) : made;
}

export async function read(event: Asked) {
	return answer(event, Read, (context, actor, input) =>
		readAlong(context, actor, identity(event.params.id), input)
	);
}

export async function say(event: Asked) {
	return answer(event, Answer, (context, actor, input) =>
		answerVersion(context, actor, identity(event.params.id), input)
	);
}

export async function excuse(event: Asked) {
	return answer(event, Excuse, (context, actor, input) =>
		excuseVoice(context, actor, identity(event.params.id), input)
	);
}

export async function explain(event: Asked) {
	return answer(event, Why, (context, actor, { why }) =>
		explainVariant(context, actor, identity(event.params.id), why)
	);
}
