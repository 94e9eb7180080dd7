import { Invalid } from '#domain/errors.ts';
import type { Watched } from '#domain/told.ts';

/** The one thing that is named: a document, a theme or a werkplaats. */
export function watched({
	document,
	theme,
	werkplaats
}: Partial<Record<'document' | 'theme' | 'werkplaats', string>>): Watched {
	const all: Watched[] = [];
	if (document) all.push({ document });
	if (theme) all.push({ theme });
	if (werkplaats) all.push({ werkplaats });
	const [one, ...others] = all;
	if (!one || others.length > 0) throw new Invalid({ document: 'required' });
	return one;
}
