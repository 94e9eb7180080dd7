import type { Content } from '#domain/content/schema.ts';

// As JSON writes what PostgreSQL takes in no text: U+0000, and half of a pair of surrogates. Every other
// escape is matched too, so that an escaped backslash is not taken for the beginning of one of these.
const ESCAPE = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;
const UNSTORABLE = /^\\u(?:0000|d)/;

/** The content without the characters that PostgreSQL refuses; no editor makes them. */
export function storable(content: Content): Content {
	const json = JSON.stringify(content);
	let isWhole = true;
	const stripped = json.replace(ESCAPE, (escape) => {
		if (!UNSTORABLE.test(escape)) return escape;
		isWhole = false;
		return '';
	});
	return isWhole ? content : (JSON.parse(stripped) as Content);
}
