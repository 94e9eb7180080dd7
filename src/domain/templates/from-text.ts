import { EMPTY_CONTENT, type Content } from '../content/schema.ts';
import { hasText, lineOf } from '../content/text.ts';

/** Guidance is read at a glance; a longer paragraph was an example, and its beginning says of what. */
export const GUIDANCE_MAX = 400;

/**
 * What somebody wrote as a starting text for others: headings stay, words become guidance that yields to
 * typing. Formatting, links and ticks go; so do quotes with who said them, as they are somebody's own.
 * Names in other words stay: no rule finds them all, so who saves a template reads it first.
 */
export function templateFrom(content: Content): Content {
	const blocks = (content.content ?? []).flatMap(atTop);
	return blocks.length > 0 ? { type: 'doc', content: blocks } : EMPTY_CONTENT;
}

function atTop(node: Content): Content[] {
	return node.type === 'paragraph' && guidanceOf(node) === null ? [] : block(node);
}

/** A block as it stands in a starting text; none when only its words made it worth a place. */
function block(node: Content): Content[] {
	switch (node.type) {
		case 'heading':
			return lineOf(node) ? [{ type: 'heading', attrs: node.attrs, content: [plain(node)] }] : [];
		case 'paragraph':
			return [asGuidance(node)];
		case 'blockquote':
			return [{ type: 'blockquote', content: [{ type: 'paragraph' }] }];
		case 'horizontalRule':
			return [{ type: 'horizontalRule' }];
		case 'taskItem':
			return around({ ...node, attrs: { ...node.attrs, checked: false } });
		case 'bulletList':
		case 'orderedList':
		case 'taskList':
		case 'listItem':
		case 'callout':
		case 'table':
		case 'tableRow':
			return around(node);
		case 'tableCell':
			// Every row keeps its number of cells.
			return [around(node)[0] ?? { ...node, content: [{ type: 'paragraph' }] }];
		case 'tableHeader':
			return [{ ...node, content: (node.content ?? []).map(asName) }];
		default:
			// What this rule does not know could hold anything.
			return [];
	}
}

function around(node: Content): Content[] {
	const content = (node.content ?? []).flatMap(block);
	return content.length > 0 ? [{ type: node.type, attrs: node.attrs, content }] : [];
}

function asGuidance(node: Content): Content {
	const guidance = guidanceOf(node);
	return guidance === null ? { type: 'paragraph' } : { type: 'paragraph', attrs: { guidance } };
}

function guidanceOf(node: Content): string | null {
	if (hasText(node)) return shortened(lineOf(node));
	const own: unknown = node.attrs?.['guidance'];
	return typeof own === 'string' && own.trim() ? own : null;
}

/** The name of a column is a heading too. */
function asName(node: Content): Content {
	return lineOf(node) ? { type: 'paragraph', content: [plain(node)] } : { type: 'paragraph' };
}

function plain(node: Content): Content {
	return { type: 'text', text: lineOf(node) };
}

function shortened(line: string): string {
	if (line.length <= GUIDANCE_MAX) return line;
	const whole = line.slice(0, GUIDANCE_MAX);
	// At a word; half of a character that takes two places would be none.
	const words = whole.slice(0, whole.lastIndexOf(' ')).trim() || whole.slice(0, -1).toWellFormed();
	return `${words}…`;
}
