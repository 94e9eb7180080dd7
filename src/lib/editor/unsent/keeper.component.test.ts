import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Drawer } from './drawer.ts';
import type { Left } from './drawer.ts';
import { forgetAll, forgetOthers, hasStore, storeName } from './forget.ts';
import { Keeper } from './keeper.ts';
import { wordsIn } from './recovered.ts';

const WORDS = 'Mevrouw A. zei niets';
const BASE = new TextEncoder().encode('Het verslag zelf');

let keepers: Keeper[] = [];
let person: string;
beforeEach(() => (person = crypto.randomUUID()));
afterEach(async () => {
	for (const keeper of keepers) keeper.close();
	keepers = [];
	vi.useRealTimers();
	await forgetAll();
});

function keep(page: string, { part = 'p1', may = true } = {}): Keeper {
	const keeper = new Keeper({ person, part, page, base: () => BASE, onChange: () => {} });
	keepers.push(keeper);
	if (may) keeper.allow(true);
	return keeper;
}

const kept = (keeper: Keeper) => expect.poll(() => keeper.keeping).toBe('kept');

/** What somebody typed, as an update. */
function typed(words: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('default').insert(0, words);
	return Y.encodeStateAsUpdate(doc);
}

/** What lies in the stores of this browser, as the browser keeps it. */
async function rows(of = person, store = 'edits'): Promise<Record<string, unknown>[]> {
	if (!(await hasStore(of))) return [];
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(storeName(of));
		request.onsuccess = () => resolve(request.result);
	});
	const all = database.transaction(store).objectStore(store).getAll();
	await new Promise((read) => (all.onsuccess = read));
	database.close();
	return all.result;
}

async function alter(row: Record<string, unknown>, of = person): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(storeName(of));
		request.onsuccess = () => resolve(request.result);
	});
	const write = database.transaction('edits', 'readwrite');
	write.objectStore('edits').put(row);
	await new Promise((done) => (write.oncomplete = done));
	database.close();
}

async function inherited(keeper: Keeper): Promise<Left[]> {
	const all: Left[] = [];
	await keeper.inherit((left) => all.push(left));
	return all;
}

test('edits are called kept when they lie in the store, and not before', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	expect(keeper.keeping).toBe('busy');
	expect(await rows()).toEqual([]);
	await kept(keeper);
	expect(await rows()).toHaveLength(1);
	keeper.edited(typed('en meer'));
	expect(keeper.keeping).toBe('busy');
	await kept(keeper);
	expect(await rows()).toHaveLength(1);
});

test('what is stored by the server goes at once', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	keeper.stored();
	await expect.poll(() => rows()).toEqual([]);
});

test('what is stored in good time is never kept, and makes no store', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	keeper.stored();
	await kept(keeper);
	expect(await hasStore(person)).toBe(false);
});

test('nothing is kept until the server says that it may', async () => {
	const keeper = keep('one', { may: false });
	keeper.edited(typed(WORDS));
	document.dispatchEvent(new Event('visibilitychange'));
	expect(keeper.keeping).toBe('off');
	expect(await hasStore(person)).toBe(false);
	keeper.allow(true);
	await kept(keeper);
	expect(await rows()).toHaveLength(1);
});

test('what may be kept no more goes at once', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	keeper.allow(false);
	expect(keeper.keeping).toBe('off');
	await expect.poll(() => rows()).toEqual([]);
	keeper.edited(typed('daarna'));
	document.dispatchEvent(new Event('visibilitychange'));
	expect(keeper.keeping).toBe('off');
	expect(await rows()).toEqual([]);
});

test('what lies in the store can be read by nobody, and its key can’t be taken away', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	const [row] = await rows();
	const bytes = Object.values(row ?? {}).map((value) =>
		value instanceof ArrayBuffer || ArrayBuffer.isView(value)
			? new TextDecoder('latin1').decode(value)
			: String(value)
	);
	expect(bytes.join()).not.toContain('Mevrouw');
	const database = await Drawer.open(person);
	expect(wordsIn((await database.read('p1', 'one'))!.edits[0]!)).toBe(WORDS);
	database.close();
	await expect(exportedKey()).rejects.toThrow();
});

async function exportedKey(): Promise<ArrayBuffer> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open(storeName(person));
		request.onsuccess = () => resolve(request.result);
	});
	const key = database.transaction('keys').objectStore('keys').get('own');
	await new Promise((read) => (key.onsuccess = read));
	database.close();
	return crypto.subtle.exportKey('raw', key.result);
}

test('what is moved to another text, page or person can’t be opened, and goes', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	const [row] = await rows();
	await alter({ ...row, part: 'p2' });
	await alter({ ...row, page: 'two' });
	const drawer = await Drawer.open(person);
	expect(await drawer.read('p2', 'one')).toBeNull();
	expect(await drawer.read('p1', 'two')).toBeNull();
	expect(await rows()).toHaveLength(1);
	drawer.close();

	const other = crypto.randomUUID();
	const theirs = await Drawer.open(other);
	await alter(row!, other);
	expect(await theirs.readAll()).toEqual([]);
	theirs.close();
});

test('the next page inherits what a page left, once the server has it nothing is left', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	await kept(one);
	one.close();
	const two = keep('two');
	const lefts: Left[] = [];
	await two.inherit((left) => lefts.push(left));
	await expect.poll(() => lefts.map(({ edits }) => wordsIn(edits[0]!))).toEqual([WORDS]);
	two.edited(lefts[0]!.edits[0]!);
	await kept(two);
	expect((await rows()).map((row) => row['page'])).toEqual(['two']);
	two.stored();
	await expect.poll(() => rows()).toEqual([]);
});

test('a page that lives is left what is its own, until it goes', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	await kept(one);
	const two = keep('two');
	const lefts: Left[] = [];
	await two.inherit((left) => lefts.push(left));
	two.edited(typed('van twee'));
	await kept(two);
	expect(lefts).toEqual([]);
	one.close();
	await expect.poll(() => lefts.map(({ page }) => page)).toEqual(['one']);
});

test('the text that edits were made on is kept with them, sealed, and goes with them', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	await kept(one);
	const bases = await rows(person, 'bases');
	expect(bases).toHaveLength(1);
	expect(new TextDecoder('latin1').decode(bases[0]!['bytes'] as ArrayBuffer)).not.toContain('Het');
	one.close();
	const two = keep('two');
	const found: (Uint8Array | null)[] = [];
	await two.inherit((_, base) => found.push(base));
	await expect.poll(() => found).toEqual([BASE]);
	two.stored();
	await expect.poll(() => rows()).toEqual([]);
	expect(await rows(person, 'bases')).toEqual([]);
});

test('a text that is too large to keep is not kept, and the edits are', async () => {
	const drawer = await Drawer.open(person);
	const left = { part: 'p1', page: 'one', edits: [typed(WORDS)], refused: false };
	await drawer.put(left, BASE);
	await drawer.put(left, new Uint8Array(3 * 1024 * 1024));
	expect(await drawer.read('p1', 'one')).toEqual(left);
	expect(await drawer.base('p1', 'one')).toBeNull();
	drawer.close();
});

test('edits that met those of others take the place of what they were', async () => {
	const one = keep('one');
	one.edited(typed('voor'));
	one.edited(typed('na'));
	await kept(one);
	one.returned(typed(WORDS));
	await kept(one);
	one.close();
	const lefts: Left[] = [];
	await keep('two').inherit((left) => lefts.push(left));
	await expect
		.poll(() => lefts.map(({ edits }) => edits.map((edit) => wordsIn(edit))))
		.toEqual([[WORDS]]);
});

test('two pages never inherit the same', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	await kept(one);
	one.close();
	const lefts: Left[] = [];
	await Promise.all(['two', 'three'].map((page) => keep(page).inherit((left) => lefts.push(left))));
	await expect.poll(() => lefts.length).toBe(1);
	expect(await rows()).toHaveLength(1);
});

test('a page inherits of its own text only', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	await kept(one);
	one.close();
	expect(await inherited(keep('two', { part: 'p2' }))).toEqual([]);
});

test('what the server refused says so to who inherits it', async () => {
	const one = keep('one');
	one.edited(typed(WORDS));
	one.refused();
	await kept(one);
	one.close();
	const lefts: Left[] = [];
	await keep('two').inherit((left) => lefts.push(left));
	await expect.poll(() => lefts[0]?.refused).toBe(true);
});

test('signing out destroys everything, and no page begins anew', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	await forgetAll();
	expect(await hasStore(person)).toBe(false);
	await expect.poll(() => keeper.keeping).toBe('off');
	keeper.edited(typed('daarna'));
	document.dispatchEvent(new Event('visibilitychange'));
	expect(keeper.keeping).toBe('off');
	expect(await hasStore(person)).toBe(false);
});

test('who signs in after somebody finds nothing of theirs', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	keeper.close();
	const former = person;
	person = crypto.randomUUID();
	await forgetOthers(person);
	expect(await hasStore(former)).toBe(false);
	await forgetOthers(person);
});

test('after a month nothing is left', async () => {
	const keeper = keep('one');
	keeper.edited(typed(WORDS));
	await kept(keeper);
	keeper.close();
	const [row] = await rows();
	await alter({ ...row, keptAt: Date.now() - 31 * 24 * 60 * 60 * 1000 });
	const drawer = await Drawer.open(person);
	expect(await drawer.readAll()).toEqual([]);
	drawer.close();
});

test('what can’t be kept is not called kept, and the next edit tries again', async () => {
	const keeper = keep('one');
	const doc = new Y.Doc();
	doc.getText('default').insert(0, 'x'.repeat(9 * 1024 * 1024));
	keeper.edited(Y.encodeStateAsUpdate(doc));
	await expect.poll(() => keeper.keeping).toBe('off');
	expect(await rows()).toEqual([]);
	keeper.stored();
	keeper.edited(typed(WORDS));
	await expect.poll(() => keeper.keeping).toBe('kept');
});

test('without a place to keep it nothing is called kept', async () => {
	const real = Object.getOwnPropertyDescriptor(window, 'indexedDB')!;
	Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });
	try {
		const keeper = keep('one');
		keeper.edited(typed(WORDS));
		await expect.poll(() => keeper.keeping).toBe('off');
		expect(await inherited(keeper)).toEqual([]);
	} finally {
		Object.defineProperty(window, 'indexedDB', real);
	}
});
