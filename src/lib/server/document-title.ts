import { Invalid } from '#domain/errors.ts';
import { oneLine, TITLE_MAX } from '#domain/line.ts';

/** The title as it is kept; the field says how long it may be before this is reached. */
export function checkTitle(title: string): string {
	const trimmed = oneLine(title);
	if (trimmed === '') throw new Invalid({ title: 'required' });
	if (trimmed.length > TITLE_MAX) throw new Invalid({ title: 'too_long' });
	return trimmed;
}
