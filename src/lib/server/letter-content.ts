import { BOXES, type Box } from '#domain/told.ts';
import type { ToldItem } from './told-items.ts';

/** Of one document; whoever wants all of it opens it. */
const LINES_MAX = 4;
const GROUPS_MAX = 20;

export type LetterLine = Pick<ToldItem, 'words' | 'quote' | 'href'>;
export type LetterGroup = {
	title: string;
	href: string;
	lines: LetterLine[];
	/** How much more there is than stands in `lines`. */
	more: number;
};

/** What a letter tells: what is for its reader first, then what they follow, by where it happened. */
export type LetterContent = {
	count: number;
	boxes: { box: Box; groups: LetterGroup[]; more: number }[];
};

export function letterContent(items: readonly ToldItem[]): LetterContent {
	const boxes = BOXES.flatMap((box) => {
		const own = items.filter((item) => item.box === box);
		const groups = [...Map.groupBy(own, ({ of }) => of.key).values()].flatMap(groupOf);
		const left = groups.slice(GROUPS_MAX);
		const more = left.reduce((sum, { lines, more: rest }) => sum + lines.length + rest, 0);
		return groups.length > 0 ? [{ box, groups: groups.slice(0, GROUPS_MAX), more }] : [];
	});
	return { count: items.length, boxes };
}

/** The same said twice of the same thing is said once; oldest first, as it happened. They come latest first. */
function groupOf(items: readonly ToldItem[]): LetterGroup[] {
	const [first] = items;
	if (!first) return [];
	const lines = items
		.toReversed()
		.map(({ words, quote, href }) => ({ words, quote, href }))
		.filter((line, nth, all) => all.findIndex((other) => isSame(line, other)) === nth);
	const { title, href } = first.of;
	return [
		{ title, href, lines: lines.slice(0, LINES_MAX), more: Math.max(0, lines.length - LINES_MAX) }
	];
}

function isSame(one: LetterLine, other: LetterLine): boolean {
	return one.words === other.words && one.quote === other.quote && one.href === other.href;
}
