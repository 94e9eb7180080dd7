import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Writer } from '#tests/domain/writer.ts';
import { contentUpdate } from '../yjs.ts';
import { contentSchema, type Content } from '../schema.ts';
import { LateEdits } from './late.ts';
import { docOf, readDocument } from './read.ts';
import { writeDocument } from './write.ts';

const words = (text: string) => [{ type: 'text', text }];
const paragraph = (text: string): Content => ({ type: 'paragraph', content: words(text) });
const heading = (text: string): Content => ({
	type: 'heading',
	attrs: { level: 2 },
	content: words(text)
});
const quote = (...content: Content[]): Content => ({ type: 'blockquote', content });
const text = (...content: Content[]): Content => ({ type: 'doc', content });

const ASKED = 'Wie vraagt naar het gezin?';
const END = paragraph('Daarna ging zij naar huis.');
const START = contentUpdate(text(quote(paragraph(ASKED)), END));

/** The server's text, and its edits one after the other. */
class Server {
	readonly doc = docOf(START);
	readonly log: Uint8Array[] = [START];
	readonly edits: LateEdits[] = [];

	/** Makes it read so, and looks after that. */
	write(wanted: Content): void {
		const before = Y.encodeStateAsUpdate(this.doc);
		const said: Uint8Array[] = [];
		const hear = (update: Uint8Array) => said.push(update);
		this.doc.on('update', hear);
		writeDocument(this.doc, contentSchema.nodeFromJSON(wanted), null);
		this.doc.off('update', hear);
		const edit = Y.mergeUpdates(said);
		this.log.push(edit);
		this.edits.push(new LateEdits(before, edit));
	}

	/** How the text should read by each edit to which this came late; null where it is to be kept. */
	receive(updates: readonly Uint8Array[]) {
		for (const update of updates) Y.applyUpdate(this.doc, update);
		const news = updates.map((bytes) => ({ bytes }));
		return this.edits.map((edit) =>
			[...edit.among(news, { arrived: docOf(...this.log), live: this.doc })].map(
				({ wanted }) => wanted?.textContent ?? null
			)
		);
	}
}

/** What somebody wrote who still has the text as it began. */
function written(become: (was: Content) => Content): Uint8Array[] {
	const writer = new Writer(START);
	writer.become((was) => contentSchema.nodeFromJSON(become(was.toJSON())));
	return writer.updates;
}

const typing = written(() => text(quote(paragraph(`${ASKED} Niemand.`)), END));

test('what is typed in a node that an edit took away has its place by that edit', () => {
	const server = new Server();
	server.write(text(quote(heading(ASKED)), END));
	expect(server.receive(typing)).toEqual([[`${ASKED} Niemand.Daarna ging zij naar huis.`]]);
	expect(readDocument(server.doc).textContent).not.toContain('Niemand');
});

test('by the first of two, when a second took away what held that node', () => {
	const server = new Server();
	server.write(text(quote(heading(ASKED)), END));
	server.write(text(heading(ASKED), END));
	expect(server.receive(typing)).toEqual([[`${ASKED} Niemand.Daarna ging zij naar huis.`], []]);
});

test('by the second, when the first took away something else', () => {
	const server = new Server();
	server.write(text(quote(paragraph(ASKED)), heading('Daarna ging zij naar huis.')));
	server.write(text(quote(heading(ASKED)), heading('Daarna ging zij naar huis.')));
	expect(server.receive(typing)).toEqual([[], [`${ASKED} Niemand.Daarna ging zij naar huis.`]]);
});

test('words that came from another paragraph are kept beside the text: put back, they might stand twice', () => {
	const server = new Server();
	const joined = written(() => text(quote(paragraph(`${ASKED} Daarna ging zij`)), paragraph('x')));
	server.write(text(quote(heading(ASKED)), END));
	expect(server.receive(joined)).toEqual([[null]]);
});
