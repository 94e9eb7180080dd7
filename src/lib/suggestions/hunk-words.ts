import type { Hunk } from '#domain/content/suggestions/hunks.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = () => string;

const LOOKS: Record<string, Words> = {
	bold: m.suggestions_look_bold,
	italic: m.suggestions_look_italic,
	underline: m.suggestions_look_underline,
	strike: m.suggestions_look_strike,
	code: m.suggestions_look_code,
	link: m.suggestions_look_link
};

/** What becomes of a block, by the kind that comes; and by the kind that goes, where nothing takes its place. */
const COMES: [string, Words][] = [
	['heading', m.suggestions_label_heading],
	['bulletList', m.suggestions_label_list],
	['orderedList', m.suggestions_label_list],
	['taskList', m.suggestions_label_list],
	['blockquote', m.suggestions_label_quote],
	['callout', m.suggestions_label_callout],
	['codeBlock', m.suggestions_label_code]
];
const GOES: [string, Words][] = [
	['bulletList', m.suggestions_label_no_list],
	['orderedList', m.suggestions_label_no_list],
	['taskList', m.suggestions_label_no_list],
	['blockquote', m.suggestions_label_no_quote],
	['callout', m.suggestions_label_no_callout],
	['heading', m.suggestions_label_plain],
	['codeBlock', m.suggestions_label_plain]
];

/** What a change of formatting or of blocks does, in a word or two; empty of one that only moves words. */
export function hunkLabel(hunk: Hunk): string {
	if (hunk.does === 'format') return lookLabel(hunk.kinds);
	return hunk.does === 'blocks' ? blockLabel(hunk) : '';
}

function lookLabel({ before, after }: Hunk['kinds']): string {
	const names = (kinds: readonly string[]) => kinds.flatMap((kind) => LOOKS[kind]?.() ?? []);
	const [gone, come] = [names(before), names(after)];
	if (come.length > 0 && come.join() !== gone.join()) return come.join(', ');
	if (come.length > 0) return m.suggestions_label_look();
	if (gone.length > 0) return m.suggestions_label_off({ what: gone.join(', ') });
	return m.suggestions_label_look();
}

function blockLabel({ before, after, kinds }: Hunk): string {
	const [gone, come] = [new Set(kinds.before), new Set(kinds.after)];
	const isTable = [...gone, ...come].some((kind) => kind.startsWith('table'));
	if (isTable) return m.suggestions_label_table();
	if (isBoth('heading', gone, come)) return m.suggestions_label_heading_level();
	const isList = (kinds: Set<string>) => [...kinds].some((kind) => kind.endsWith('List'));
	if (isList(gone) && isList(come)) return m.suggestions_label_list_kind();
	const words =
		COMES.find(([kind]) => come.has(kind) && !gone.has(kind)) ??
		GOES.find(([kind]) => gone.has(kind) && !come.has(kind));
	if (words) return words[1]();
	if (after === '\n' && before === '') return m.suggestions_label_split();
	if (before === '\n' && after === '') return m.suggestions_label_join();
	return m.suggestions_label_blocks();
}

function isBoth(kind: string, gone: Set<string>, come: Set<string>): boolean {
	return gone.has(kind) && come.has(kind);
}

/** What a change does, as the head of its card. */
export function hunkDoes(hunk: Hunk): string {
	const label = hunkLabel(hunk);
	const words: Record<Hunk['does'], Words> = {
		insert: m.suggestions_does_insert,
		delete: m.suggestions_does_delete,
		replace: m.suggestions_does_replace,
		format: m.suggestions_does_format,
		blocks: m.suggestions_does_blocks
	};
	return label ? `${words[hunk.does]()}: ${label}` : words[hunk.does]();
}

/** So much of the words is read out; the text itself has the rest. */
const SAID_MAX = 80;

/** A change in one line. */
export function hunkSentence(hunk: Hunk): string {
	const quoted = [hunk.before, hunk.after]
		.filter((words, nth, all) => words.trim() && (nth === 0 || words !== all[0]))
		.map((words) => `“${shortened(words)}”`)
		.join(' → ');
	return quoted ? `${hunkDoes(hunk)} ${quoted}` : hunkDoes(hunk);
}

function shortened(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim();
	return line.length > SAID_MAX ? `${line.slice(0, SAID_MAX - 1)}…` : line;
}
