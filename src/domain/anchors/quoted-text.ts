import { TextIndex, type Run } from './text-index.ts';

/** A quote as a text of its own, to lay beside the text that it is from. */
export function quotedText(quote: string, runs: readonly Run[] = []): TextIndex {
	const ends: number[] = [];
	let characters = '';
	for (const [nth, line] of quote.split('\n').entries()) {
		if (nth > 0) ends.push(characters.length);
		characters += line;
	}
	return new TextIndex({ characters, ends, runs });
}
