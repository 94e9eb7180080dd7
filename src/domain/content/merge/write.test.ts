import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentSchema } from '../schema.ts';
import type { Content } from '../schema.ts';
import { contentUpdate, readContent } from '../yjs.ts';
import { anyChange } from '#tests/domain/edits.ts';
import { docOf, readDocument } from './read.ts';
import { writeDocument } from './write.ts';

describe('writing a text to Yjs', () => {
	test('makes it read as wanted, in one edit', () => {
		fc.assert(
			fc.property(anyChange(6), ({ before, after }) => {
				const doc = new Y.Doc();
				Y.applyUpdate(doc, contentUpdate(before.toJSON()));
				let updates = 0;
				doc.on('update', () => (updates += 1));
				writeDocument(doc, after, 'test');
				const read = contentSchema.nodeFromJSON(readContent(doc));
				expect(read.toJSON()).toEqual(withoutLeafMarks(after.toJSON()));
				expect(updates).toBe(before.eq(after) ? 0 : 1);
			}),
			{ numRuns: 40 }
		);
	});

	test('keeps a line end at the end of code', () => {
		const code = (text: string) =>
			contentSchema.nodeFromJSON({
				type: 'doc',
				content: [{ type: 'codeBlock', content: [{ type: 'text', text }] }]
			});
		const doc = docOf(contentUpdate(code('let x').toJSON()));
		writeDocument(doc, code('let x\n'), 'test');
		expect(readDocument(doc).textContent).toBe('let x\n');
	});
});

/** Marks of leaves are lost in Yjs. */
function withoutLeafMarks({ marks, content, ...rest }: Content): Content {
	return {
		...rest,
		...(rest.type === 'text' && marks && { marks }),
		...(content && { content: content.map(withoutLeafMarks) })
	};
}
