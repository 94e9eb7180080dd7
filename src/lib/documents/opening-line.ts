/** Headings of a template are shorter than this; a sentence that says something is not. */
const WORDS_MIN = 8;

/** The first line of a stored text that is more than a heading; empty when nobody wrote one yet. */
export function openingLine(preview: string): string {
	const says = (line: string) => line.trim().split(/\s+/u).length >= WORDS_MIN;
	return preview.split('\n').find(says)?.trim() ?? '';
}
