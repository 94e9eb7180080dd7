import type { z } from 'zod';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { findUnstorable } from './storable.ts';

/** An expected failure as both doors tell it: a status, a code, and per field the code of a sentence. */
export type Failure = {
	status: 403 | 404 | 409 | 422 | 429;
	code: string;
	fields?: Record<string, string>;
};

/** The failure that an error is, or null for a bug, which travels up untouched. */
export function failureOf(error: unknown): Failure | null {
	if (error instanceof NotFound) return { status: 404, code: 'not_found' };
	if (error instanceof NotAllowed) return { status: 403, code: 'not_allowed' };
	if (error instanceof Conflict) {
		return { status: error.code.startsWith('too_many_') ? 429 : 409, code: error.code };
	}
	if (error instanceof Invalid) return { status: 422, code: 'invalid', fields: error.fields };
	return null;
}

/**
 * What a schema refuses, as `Invalid`: the first message per field, which our schemas write as a code. Text
 * that can't be kept is refused here for every schema.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const result = schema.safeParse(input);
	if (result.success) {
		const unstorable = findUnstorable(result.data);
		if (unstorable === null) return result.data;
		throw new Invalid({ [unstorable || 'body']: 'invalid' });
	}
	const fields: Record<string, string> = {};
	for (const issue of result.error.issues) {
		const field = issue.path.join('.') || 'body';
		fields[field] ??= /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid';
	}
	throw new Invalid(fields);
}
