import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendUpdates, loadText } from '#db/queries/updates.ts';
import { listVersions } from '#db/queries/versions.ts';
import { TEXT_FRAGMENT, type Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openSuggesting, paragraphs, type Suggesting } from '#tests/integration/suggesting.ts';
import { writtenText } from './authorship.ts';
import type { EditWatch } from './edit-watch.ts';
import { restoreVersion } from './restoring.ts';
import { buildDoc } from './stored-text.ts';
import { decideSuggestions } from './suggestion-decisions.ts';
import { openMine } from './suggestions.ts';
import { keepVersion } from './versions.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const TEXT = ['Wij belden aan.', 'Niemand deed open.', 'Wij gingen weg.', 'Het regende.'];
let at: Suggesting;
beforeEach(async () => {
	at = await openSuggesting(house, TEXT);
	house.rings.length = 0;
});

const blocksOf = (...texts: string[]): Content[] => paragraphs(texts).content ?? [];

/** They would have these blocks in the place of those. */
async function suggest(actor: Actor, from: number, to: number, blocks: Content[]): Promise<void> {
	const { version } = await openMine(context, actor, at.part);
	await at.push(actor, version, { from, to, blocks });
}

async function accept(person?: string): Promise<readonly EditWatch[]> {
	const decision = { verdict: 'accepted', ...(person && { person }) } as const;
	return (await decideSuggestions(context, at.editor, at.part, decision)).watches;
}

/** Somebody with the text open, who sees nothing new until the end. */
async function openPage(actor: Actor = at.owner) {
	const doc = buildDoc(await loadText(db, at.part));
	const send = (bytes: Uint8Array) =>
		appendUpdates(db, [{ part: at.part, bytes, author: actor.id, clients: [doc.clientID] }]);
	return {
		doc,
		send,
		/** What this does is on its way to the server in one edit. */
		async edit(act: () => void): Promise<void> {
			const said: Uint8Array[] = [];
			const hear = (update: Uint8Array) => said.push(update);
			doc.on('update', hear);
			doc.transact(act);
			doc.off('update', hear);
			for (const bytes of said) await send(bytes);
		},
		line(says: string): Y.XmlText {
			for (const block of doc.getXmlFragment(TEXT_FRAGMENT).toArray()) {
				const [line] = block instanceof Y.XmlElement ? block.toArray() : [];
				if (line instanceof Y.XmlText && line.toString().includes(says)) return line;
			}
			throw new Error(`no line says ${says}`);
		},
		async type(says: string, words: string): Promise<void> {
			const line = this.line(says);
			await this.edit(() => line.insert(line.length, words));
		}
	};
}

async function look(watches: readonly EditWatch[]): Promise<number> {
	let count = 0;
	for (const watch of watches) count += await watch.look(context);
	return count;
}

async function times(words: string): Promise<number> {
	return (await at.text()).split(words).length - 1;
}

const RESTRUCTURED: [string, number, number, Content[]][] = [
	['joins', 0, 2, blocksOf('Wij belden aan. Niemand deed open.')],
	['wraps', 0, 2, [{ type: 'blockquote', content: blocksOf(...TEXT.slice(0, 2)) }]],
	[
		'makes headings of',
		...([0, 2] as const),
		TEXT.slice(0, 2).map((text) => ({
			...{ type: 'heading', attrs: { level: 2 } },
			content: [{ type: 'text', text }]
		}))
	],
	['deletes across', 0, 3, blocksOf('Wij belden weg.')]
];

describe.each(RESTRUCTURED)('while an accept %s paragraphs', (_, from, to, blocks) => {
	beforeEach(() => suggest(at.suggester, from, to, blocks));

	test('what is typed in them by who had not seen it is gone, until the watch looks: then it is there once', async () => {
		const page = await openPage();
		const watches = await accept();
		for (const [nth, says] of TEXT.slice(0, 2).entries())
			await page.type(says, ` Typte ik ${nth}.`);
		// Without it: gone, and not to be found in any version either.
		const without = [await times('Typte ik 0.'), await times('Typte ik 1.')];
		expect(without).toContain(0);
		expect(await look(watches)).toBe(without.filter((count) => count === 0).length);
		expect([await times('Typte ik 0.'), await times('Typte ik 1.')]).toEqual([1, 1]);
		expect(house.rings).toContainEqual({ kind: 'updates', part: at.part });
		const text = await at.text();
		expect(await look(watches)).toBe(0);
		expect(await at.text()).toBe(text);
		const { runs } = await writtenText(db, at.part);
		const byWhom = runs.filter((run) => run.text.includes('Typte ik')).map((run) => run.person);
		expect(new Set(byWhom)).toEqual(new Set([at.owner.id]));
	});

	test('also letter by letter, with one that was taken back, and looked at in between', async () => {
		const page = await openPage();
		const watches = await accept();
		for (const says of TEXT.slice(0, 2)) {
			const line = page.line(says);
			for (const letter of ' abXcd') await page.edit(() => line.insert(line.length, letter));
			await look(watches);
			await page.edit(() => line.delete(line.length - 3, 1));
			await page.edit(() => line.insert(line.length, 'ef'));
		}
		await look(watches);
		expect(await times('abcdef')).toBe(2);
		expect(await times('X')).toBe(0);
	});

	test('also when somebody came back in between, who tells all that was ever deleted', async () => {
		const page = await openPage();
		const watches = await accept();
		const back = await openPage();
		await back.send(Y.encodeStateAsUpdate(back.doc));
		await look(watches);
		for (const says of TEXT.slice(0, 2)) await page.type(says, ' Te laat.');
		await look(watches);
		expect(await times('Te laat.')).toBe(2);
	});

	test('what others suggest goes along with it', async () => {
		await suggest(at.other, 3, 4, blocksOf('Het regende pijpenstelen.'));
		const page = await openPage();
		const watches = await accept(at.suggester.id);
		for (const says of TEXT.slice(0, 2)) await page.type(says, ' Te laat.');
		await look(watches);
		const theirs = await at.suggested(at.other);
		expect(theirs.split('Te laat.')).toHaveLength(3);
		expect(theirs).toContain('pijpenstelen');
		expect(await at.text()).not.toContain('pijpenstelen');
	});
});

describe('two edits of the server at once', () => {
	const quote = (text: string): Content => ({ type: 'blockquote', content: blocksOf(text) });

	test('of two people, accepted in one request: each looks after its own', async () => {
		await suggest(at.suggester, 0, 1, [quote(TEXT[0]!)]);
		await suggest(at.other, 1, 2, [quote(TEXT[1]!)]);
		const page = await openPage();
		const watches = await accept();
		expect(watches).toHaveLength(2);
		for (const says of TEXT) await page.type(says, ' Te laat.');
		expect(await times('Te laat.')).toBe(2);
		expect(await look(watches)).toBe(2);
		expect(await times('Te laat.')).toBe(4);
		expect(await look(watches)).toBe(0);
	});

	test.each([
		['the older looks first', false],
		['the newer looks first', true]
	])(
		'of which one takes what the other made: words are put back once; %s',
		async (_, isReversed) => {
			const old = await db.transaction((tx) => keepVersion(tx, at.part, { reason: 'named' }));
			const start = await openPage();
			await start.type('Wij gingen weg.', ' Naar huis.');
			await suggest(at.suggester, 0, 2, [quote(TEXT[0]!), quote(TEXT[1]!)]);
			const before = await openPage();
			const accepted = await accept();
			const between = await openPage();
			const restored = await restoreVersion(context, at.owner, at.part, old);
			const watches = [...accepted, restored.watch];
			if (isReversed) watches.reverse();
			// By who saw neither, and by who saw the first.
			for (const says of TEXT) await before.type(says, ' Te laat.');
			const inQuote = between.doc.getXmlFragment(TEXT_FRAGMENT).get(0);
			const [line] = inQuote instanceof Y.XmlElement ? inQuote.toArray() : [];
			const [words] = line instanceof Y.XmlElement ? line.toArray() : [];
			if (!(words instanceof Y.XmlText)) throw new Error('no quote');
			await between.edit(() => words.insert(words.length, ' Ook te laat.'));
			expect(await times('Te laat.')).toBeLessThan(4);
			expect(await times('Ook te laat.')).toBe(0);
			await look(watches);
			expect(await times('Te laat.')).toBe(4);
			expect(await times('Ook te laat.')).toBe(1);
			const text = await at.text();
			expect(await look(watches)).toBe(0);
			expect(await at.text()).toBe(text);
		}
	);
});

test('what somebody deleted who had seen it is not put back', async () => {
	await suggest(at.suggester, 0, 1, [{ type: 'blockquote', content: blocksOf(TEXT[0]!) }]);
	const watches = await accept();
	const page = await openPage();
	await page.type('Het regende.', ' En het waaide.');
	const other = await openPage();
	await other.edit(() => other.doc.getXmlFragment(TEXT_FRAGMENT).delete(3, 1));
	expect(await look(watches)).toBe(0);
	expect(await at.text()).not.toContain('regende');
});

test('what has no place in the text any more is kept as a version', async () => {
	await suggest(at.suggester, 0, 1, [{ type: 'blockquote', content: blocksOf(TEXT[0]!) }]);
	const page = await openPage();
	const watches = await accept();
	await db.transaction((tx) => keepVersion(tx, at.part, { reason: 'named' }));
	await page.edit(() => {
		const line = page.line('Wij belden');
		line.insert(line.length, ' Nog iets.');
		page.doc.getXmlFragment(TEXT_FRAGMENT).insert(4, [new Y.XmlElement('paragraph')]);
	});
	expect(await look(watches)).toBe(1);
	const [, kept] = await listVersions(db, at.part);
	expect(kept).toMatchObject({ reason: 'restored' });
});
