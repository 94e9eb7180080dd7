import type { Content } from './content/schema.ts';
import { hasText } from './content/text.ts';

/** What groups wrote in one round of a workshop. */
export type HarvestedRound = {
	title: string;
	texts: readonly { group: string; content: Content }[];
};

/** All that groups wrote as one text: a heading for each round, and in it one for each group that wrote something. */
export function harvestContent(rounds: readonly HarvestedRound[]): Content {
	const content = rounds.flatMap(({ title, texts }) => [
		heading(1, title),
		...texts.flatMap((text) => [heading(2, text.group), ...withText(text.content)])
	]);
	return { type: 'doc', content };
}

function heading(level: number, text: string): Content {
	const inside = text.trim() ? [{ type: 'text', text }] : [];
	return { type: 'heading', attrs: { level }, content: inside };
}

/** Without the empty lines around it, and with its own headings below that of the group. */
function withText({ content = [] }: Content): Content[] {
	const isText = (node: Content) => node.type !== 'paragraph' || hasText(node);
	const from = content.findIndex(isText);
	const to = content.findLastIndex(isText);
	return content.slice(Math.max(from, 0), to + 1).map(below);
}

function below(node: Content): Content {
	if (node.type !== 'heading') return node;
	return { ...node, attrs: { ...node.attrs, level: 3 } };
}
