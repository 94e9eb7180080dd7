import type { Kind } from '#domain/kinds.ts';
import type { Box } from '#domain/told.ts';

/** Something that somebody was told. */
export type ToldItem = {
	id: string;
	box: Box;
	words: string;
	by: { id: string; name: string } | null;
	at: Date;
	read: boolean;
	quote: string | null;
	thread: string | null;
	href: string;
};

/** What happened in one place, the latest first. */
export type ToldGroup = {
	key: string;
	title: string;
	kind: Kind;
	document: string;
	href: string;
	muted: boolean;
	unread: number;
	talks: { thread: string | null; items: ToldItem[] }[];
};

/** What others wrote in a text since somebody read it. */
export type Written = {
	people: readonly { id: string; name: string }[];
	words: number;
	at: Date;
	quote: string;
	href: string;
};

/** What is new in one place: what was told of it, and what was written in it. */
export type NewIn = Pick<ToldGroup, 'key' | 'title' | 'kind' | 'href' | 'talks'> & {
	written: Written | null;
};

/** A sentence in two, so that who did it stands out. */
export function namedFirst({ words, by }: Pick<ToldItem, 'words' | 'by'>): [string, string] {
	if (!by || !words.startsWith(by.name)) return ['', words];
	return [by.name, words.slice(by.name.length)];
}
