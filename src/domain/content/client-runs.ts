import type * as Y from 'yjs';
import { identifiedText } from './identified-text.ts';
import type { Content } from './schema.ts';

/** So many characters one after the other that were written under one client id of Yjs. */
export type ClientRun = { client: number; length: number };

/**
 * Under which client id each character of a text was written, in the order in which they stand. `content` is that
 * text as it was read out of `doc`, which can lack characters that no text may hold.
 */
export function clientRuns(doc: Y.Doc, content: Content): ClientRun[] {
	const { characters, runs } = identifiedText(doc);
	const shown = charactersIn(content);
	const found: ClientRun[] = [];
	let next = 0;
	for (const { at, client, length } of runs) {
		const written = characters.slice(at, at + length);
		if (shown.startsWith(written, next)) {
			add(found, client, length);
			next += length;
			continue;
		}
		for (const character of written.split('')) {
			if (shown[next] !== character) continue;
			add(found, client, 1);
			next += 1;
		}
	}
	return found;
}

function add(runs: ClientRun[], client: number, length: number): void {
	const last = runs.at(-1);
	if (last?.client === client) last.length += length;
	else if (length > 0) runs.push({ client, length });
}

/** The characters of a text one after the other, without anything between blocks. */
function charactersIn(content: Content): string {
	if (content.type === 'text') return content.text ?? '';
	return (content.content ?? []).map(charactersIn).join('');
}
