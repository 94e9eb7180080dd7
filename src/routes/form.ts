import { error } from '@sveltejs/kit';
import { readBody } from './body.ts';
import { sentence } from './sentence.ts';

/** Room for each of our forms many times over. Anybody can send one, signed in or not. */
export const FORM_BYTES = 64 * 1024;
/** The table of who may do what has thirty; a document can have every theme and domain. */
export const FIELDS_MAX = 200;

/** The form that somebody sent, if it is no larger than forms of ours are. */
export async function readForm(request: Request): Promise<FormData> {
	const body = await readBody(request, FORM_BYTES);
	if (!body) error(413, sentence('too_large'));
	const type = request.headers.get('content-type') ?? '';
	const form = await new Response(body, { headers: { 'content-type': type } })
		.formData()
		.catch(() => error(400, sentence('invalid')));
	if ([...form].length > FIELDS_MAX) error(413, sentence('too_large'));
	return form;
}

/** A form as a schema reads it: a name that occurs more than once becomes a list. */
export function entries(form: FormData): Record<string, unknown> {
	const all = Map.groupBy(form, ([name]) => name);
	return Object.fromEntries(
		[...all].map(([name, fields]) => {
			const values = fields.map(([, value]) => value);
			return [name, values.length > 1 ? values : values[0]];
		})
	);
}
