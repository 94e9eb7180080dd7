/** Longer titles fit in no list. */
export const TITLE_MAX = 200;

/** What somebody typed as it is kept where it stands in one line: in lists, crumbs and file names. */
export function oneLine(typed: string): string {
	return typed.replace(/\s+/gu, ' ').trim();
}
