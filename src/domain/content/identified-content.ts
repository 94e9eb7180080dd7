import type { IdentifiedText } from '../anchors/text-index.ts';
import type { Content } from './schema.ts';

/**
 * The characters of a text that never changes any more, each with its place as its id: what holds on to a live text
 * by the ids of Yjs holds on to this one too.
 */
export function identifiedContent(content: Content): IdentifiedText {
	const words: string[] = [];
	const ends: number[] = [];
	let at = 0;
	const end = () => {
		if (at > 0 && ends.at(-1) !== at) ends.push(at);
	};
	const read = (node: Content) => {
		if (node.text === undefined) end();
		else words.push(node.text);
		at += node.text?.length ?? 0;
		for (const inner of node.content ?? []) read(inner);
		if (node.text === undefined) end();
	};
	read(content);
	const runs = at > 0 ? [{ at: 0, client: 0, clock: 0, length: at }] : [];
	return { characters: words.join(''), ends, runs };
}
