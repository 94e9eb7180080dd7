import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Actor } from '#domain/facts.ts';
import { theContext, type Context } from '#server/context.ts';
import type { Asker } from '#server/credentials.ts';
import { failureOf, parse } from './failure.ts';
import { entries, readForm } from './form.ts';
import { sentence } from './sentence.ts';

/** What a form shows again: per field a sentence, one about the whole, and what was filled in. */
export type Refusal = {
	/** The action that was refused, on a page with several forms. */
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

/** What the door needs to know of a request to any route. */
type Asked = Pick<RequestEvent, 'locals' | 'request' | 'url'>;

/** Never sent back to a page. */
const UNREPEATED = /password/i;

/** Parses a form, calls one use case as who asks, and translates its four errors. */
export async function answer<Schema extends z.ZodType, Result>(
	event: Asked,
	schema: Schema,
	useCase: (context: Context, actor: Actor, input: z.output<Schema>) => Promise<Result>
): Promise<Result | ActionFailure<Refusal>> {
	const { actor } = asker(event);
	return answerAnyone(event, schema, (context, input) => useCase(context, actor, input));
}

/** The same for the few forms that people fill in before anybody knows who they are. */
export async function answerAnyone<Schema extends z.ZodType, Result>(
	event: Asked,
	schema: Schema,
	useCase: (context: Context, input: z.output<Schema>) => Promise<Result>
): Promise<Result | ActionFailure<Refusal>> {
	const form = await readForm(event.request);
	try {
		return await useCase(theContext(), parse(schema, entries(form)));
	} catch (caught) {
		const failure = failureOf(caught);
		if (!failure) throw caught;
		if (failure.status === 403 || failure.status === 404) {
			error(failure.status, sentence(failure.code));
		}
		const fields = Object.fromEntries(
			Object.entries(failure.fields ?? {}).map(([field, code]) => [field, sentence(code)])
		);
		const conflict = failure.fields ? undefined : sentence(failure.code);
		return fail(failure.status, {
			action: actionOf(event),
			fields,
			conflict,
			values: repeatable(form)
		});
	}
}

/** Who asks; somebody who isn't signed in goes to the sign-in page first and then comes back. */
export function asker(event: Asked): Asker {
	if (event.locals.asker) return event.locals.asker;
	const next = event.request.method === 'GET' ? event.url.pathname + event.url.search : '/';
	redirect(303, `/login?next=${encodeURIComponent(next)}`);
}

function actionOf({ url }: Asked): string {
	const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return named?.slice(1) ?? 'default';
}

function repeatable(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string' && !UNREPEATED.test(name)) values[name] = value;
	}
	return values;
}
