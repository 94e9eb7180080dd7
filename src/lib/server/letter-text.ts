import { m } from '#lib/paraglide/messages.js';
import type { Box } from '#domain/told.ts';
import type { LetterContent, LetterGroup } from './letter-content.ts';
import type { Language } from './told-words.ts';

/** What the two forms of a letter have besides what they tell. */
export type LetterFrame = {
	language: Language;
	name: string;
	/** Before every address in it. */
	publicUrl: string;
	/** In full. */
	unsubscribe: string;
};

export function boxWords(box: Box, locale: Language): string {
	return box === 'mine' ? m.told_mine({}, { locale }) : m.told_updates({}, { locale });
}

export function letterSubject({ count, boxes }: LetterContent, locale: Language): string {
	const titles = new Set(boxes.flatMap(({ groups }) => groups.map(({ title }) => title)));
	const [title] = titles;
	if (title && titles.size === 1) {
		return count === 1
			? m.told_letter_one_in({ title }, { locale })
			: m.told_letter_some_in({ count, title }, { locale });
	}
	return m.told_letter_some({ count }, { locale });
}

/** The letter as plain text. */
export function letterText({ boxes }: LetterContent, frame: LetterFrame): string {
	const { language: locale, name, publicUrl, unsubscribe } = frame;
	const told = boxes.flatMap(({ box, groups, more }) => [
		boxWords(box, locale).toUpperCase(),
		...groups.map((group) => groupText(group, frame)),
		...(more > 0 ? [m.told_letter_more({ count: more }, { locale })] : [])
	]);
	return [
		m.told_letter_hello({ name }, { locale }),
		...told,
		`${m.told_letter_all({}, { locale })}: ${publicUrl}/inbox`,
		`${m.told_letter_why({}, { locale })}\n${m.told_letter_change({}, { locale })}: ${publicUrl}/account#mail\n${m.told_letter_stop({}, { locale })}: ${unsubscribe}`
	].join('\n\n');
}

function groupText(
	{ title, href, lines, more }: LetterGroup,
	{ publicUrl, language: locale }: LetterFrame
): string {
	const said = lines.map(({ words, quote, href: at }) =>
		[`- ${words}${quote ? `: “${quote}”` : ''}`, `  ${publicUrl}${at}`].join('\n')
	);
	const rest =
		more > 0 ? [`- ${m.told_letter_more({ count: more }, { locale })} ${publicUrl}${href}`] : [];
	return [title, ...said, ...rest].join('\n');
}
