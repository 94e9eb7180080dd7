import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anyContent } from './arbitrary.ts';
import { cleanContent } from './clean.ts';
import { identifiedContent } from './identified-content.ts';
import { identifiedText } from './identified-text.ts';
import { contentUpdate } from './yjs.ts';

test('a text that was read out has the same words and ends as it had when it was live', () => {
	fc.assert(
		fc.property(anyContent, (any) => {
			const content = cleanContent(any);
			const doc = new Y.Doc();
			Y.applyUpdate(doc, contentUpdate(content));
			const { characters, ends } = identifiedText(doc);
			const frozen = identifiedContent(content);
			expect(frozen.characters).toBe(characters);
			expect(frozen.ends).toEqual(ends);
		}),
		{ numRuns: 60 }
	);
}, 30_000);

test('each character has its place as its id', () => {
	const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
	const content = { type: 'doc', content: [paragraph('Ik was'), paragraph('bang.')] };
	expect(identifiedContent(content)).toEqual({
		characters: 'Ik wasbang.',
		ends: [6, 11],
		runs: [{ at: 0, client: 0, clock: 0, length: 11 }]
	});
	expect(identifiedContent({ type: 'doc', content: [{ type: 'paragraph' }] }).runs).toEqual([]);
});
