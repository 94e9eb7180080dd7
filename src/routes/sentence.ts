import { m } from '#lib/paraglide/messages.js';

const sentences: Record<string, unknown> = { ...m };

/** What to tell people about an error code, in the language of the request. */
export function sentence(code: string): string {
	const found = sentences[`error_${code}`] ?? sentences.error_invalid;
	return typeof found === 'function' ? String(found()) : code;
}
