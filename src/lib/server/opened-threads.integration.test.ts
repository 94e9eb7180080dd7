import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSnapshot } from '#db/queries/updates.ts';
import { comment, thread } from '#db/schema/threads.ts';
import { anchorOf } from '#domain/anchors/anchor.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { addDocument } from '#tests/integration/builders.ts';
import { contentOf } from '#tests/integration/passages.ts';
import { beside, openTalk, says, type Talk } from '#tests/integration/study-talk.ts';
import { openThreads } from './opened-threads.ts';
import { indexedText } from './passages.ts';

const THREADS = 300;
/** A hundred pages. */
const PARAGRAPHS = 800;

let talk: Talk;
beforeAll(async () => {
	talk = await openTalk();
});
afterAll(() => talk.house.close());

test('three hundred threads beside a hundred pages are opened before anybody looks up', async () => {
	const { context, db } = talk.house;
	const of = { werkplaatsId: talk.werkplaats, createdBy: talk.samira.id };
	const { id: documentId, part } = await addDocument(db, of);
	const lines = Array.from(
		{ length: PARAGRAPHS },
		(_, nth) =>
			`Alinea ${nth} gaat over wat ${nth * 7} mensen zeiden. ${'Zo ging het. '.repeat(26)}`
	);
	await db.transaction((tx) => insertSnapshot(tx, part, contentUpdate(contentOf(lines))));
	const text = await indexedText(db, part);
	const made = await db
		.insert(thread)
		.values(
			Array.from({ length: THREADS }, (_, nth) => {
				const words = `Alinea ${nth * 2} gaat over wat ${nth * 14} mensen zeiden.`;
				const from = text.characters.indexOf(words);
				const passage = anchorOf(text, { from, to: from + words.length });
				return { documentId, partId: part, startedBy: talk.karin.id, passage };
			})
		)
		.returning({ threadId: thread.id });
	await db
		.insert(comment)
		.values(
			made.map((row) => ({ ...row, authorId: talk.karin.id, body: says('Hoe weet je dat?') }))
		);
	const began = process.cpuUsage();
	const { threads } = await openThreads(context, talk.karin, beside(part));
	const { user, system } = process.cpuUsage(began);
	expect(threads.map(({ standing }) => standing)).toEqual(Array(THREADS).fill('same'));
	// Of the processor: a quarter of it is what it takes on a machine that does nothing else.
	expect((user + system) / 1000).toBeLessThan(1_500);
});
