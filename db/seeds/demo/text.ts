import type { Content } from '#domain/content/schema.ts';
import type { CalloutKind } from '#domain/content/words.ts';

/** Words to read, or a run of them with a mark (`strong`, `em`, `link`). */
type Run = string | Content;

const run = (of: Run): Content => (typeof of === 'string' ? { type: 'text', text: of } : of);
const marked = (text: string, mark: { type: string; attrs?: Record<string, string> }): Content => ({
	type: 'text',
	text,
	marks: [mark]
});

export const strong = (text: string): Content => marked(text, { type: 'bold' });
export const em = (text: string): Content => marked(text, { type: 'italic' });
export const link = (text: string, href: string): Content =>
	marked(text, { type: 'link', attrs: { href } });

export const doc = (...content: Content[]): Content => ({ type: 'doc', content });
/** A paragraph; without words an empty one, as in a cell that nobody filled. */
export const p = (...runs: Run[]): Content => ({
	type: 'paragraph',
	content: runs.filter((of) => of !== '').map(run)
});

const heading = (level: number, text: string): Content => ({
	type: 'heading',
	attrs: { level },
	content: [run(text)]
});
export const h1 = (text: string): Content => heading(1, text);
export const h2 = (text: string): Content => heading(2, text);

/** What somebody said, and who that was. */
export const quote = (text: string, source: string): Content => ({
	type: 'blockquote',
	attrs: { source },
	content: [p(text)]
});

export const callout = (kind: CalloutKind, ...runs: Run[]): Content => ({
	type: 'callout',
	attrs: { kind },
	content: [p(...runs)]
});

/** One run of words, or a few, for each item. */
type Line = Run | Run[];
const line = (of: Line): Content => p(...(Array.isArray(of) ? of : [of]));
const items = (lines: Line[]): Content[] =>
	lines.map((of) => ({ type: 'listItem', content: [line(of)] }));

export const bullets = (...lines: Line[]): Content => ({
	type: 'bulletList',
	content: items(lines)
});
export const steps = (...lines: Line[]): Content => ({
	type: 'orderedList',
	content: items(lines)
});

/** Things to do; what is done begins with `x `. */
export const tasks = (...lines: string[]): Content => ({
	type: 'taskList',
	content: lines.map((of) => ({
		type: 'taskItem',
		attrs: { checked: of.startsWith('x ') },
		content: [p(of.replace(/^x /, ''))]
	}))
});

/** A table whose first row is its head. */
export const table = (head: string[], ...rows: string[][]): Content => {
	const row = (type: string, cells: string[]): Content => ({
		type: 'tableRow',
		content: cells.map((cell) => ({ type, content: [p(cell)] }))
	});
	return {
		type: 'table',
		content: [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))]
	};
};

/** A template in which somebody wrote under some of the headings; elsewhere its guidance still stands. */
export function begun(template: Content, written: Record<string, Content[]>): Content {
	let under = '';
	const content = (template.content ?? []).flatMap((node) => {
		if (node.type === 'heading') under = node.content?.[0]?.text ?? '';
		return node.type === 'paragraph' ? (written[under] ?? [node]) : [node];
	});
	return { type: 'doc', content };
}
