import type { Content } from './schema.ts';

/** A line of its own, wherever it stands: a point of a list, or of a numbered article. */
const POINT = /^\s*([-–•*]|\d+[.)]|[a-z][.)])\s/iu;
const HEADING = /^#{1,4}\s+/;

/**
 * Text that was pasted, as paragraphs. Where blank lines part it, lines between them are one paragraph: what comes
 * from a printed page ends its lines anywhere.
 */
export function pastedContent(text: string): Content {
	const whole = text.replace(/\r\n?/g, '\n');
	const blocks = /\n[^\S\n]*\n/.test(whole)
		? whole.split(/\n[^\S\n]*\n/).flatMap(joined)
		: whole.split('\n');
	const content = blocks.flatMap((block): Content[] => {
		const line = block.replace(/\s+/gu, ' ').trim();
		return line === '' ? [] : [asBlock(line)];
	});
	return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function joined(block: string): string[] {
	const lines: string[] = [];
	for (const line of block.split('\n')) {
		const isApart = lines.length === 0 || POINT.test(line) || HEADING.test(lines.at(-1) ?? '');
		if (isApart) lines.push(line);
		else lines[lines.length - 1] += ` ${line}`;
	}
	return lines;
}

function asBlock(line: string): Content {
	const text = line.replace(HEADING, '');
	const content = [{ type: 'text', text }];
	return text === line || text === ''
		? { type: 'paragraph', content: [{ type: 'text', text: line }] }
		: { type: 'heading', attrs: { level: 1 }, content };
}
