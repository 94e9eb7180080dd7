import { Invalid } from '#domain/errors.ts';

/** Longer titles do not fit in any list; the field says so before this is reached. */
export const TITLE_MAX = 200;

/** The title as it is kept: one line, because it stands in lists, crumbs and file names. */
export function checkTitle(title: string): string {
	const trimmed = title.replace(/\s+/gu, ' ').trim();
	if (trimmed === '') throw new Invalid({ title: 'required' });
	if (trimmed.length > TITLE_MAX) throw new Invalid({ title: 'too_long' });
	return trimmed;
}
