import type { Node } from '@tiptap/pm/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { askMine, NotAnswered, sendMine } from '#lib/suggestions/asking.ts';
import { OwnLayer } from '#lib/suggestions/own-layer.ts';
import type { LayerState } from '#lib/suggestions/own-layer.ts';
import { TwinApi } from '#lib/suggestions/twin-api.ts';
import { forgetAll, hasStore } from './forget.ts';
import { wordsLeftHere } from './left-here.ts';
import { leftOwn } from './left-own.ts';
import { OwnKeep } from './own-keep.ts';

const plain = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const words = (doc: Node) => doc.textBetween(0, doc.content.size, '\n');

let api: TwinApi;
let uninstall: () => void;
let person: string;
let pages: Page[] = [];

beforeEach(() => {
	api = new TwinApi(plain('Wij praten hier.', 'Nog een zin.'));
	uninstall = api.install();
	person = crypto.randomUUID();
});
afterEach(async () => {
	for (const page of pages) page.die();
	pages = [];
	uninstall();
	await forgetAll();
});

/** A page in which somebody suggests. */
class Page {
	shown!: Node;
	state: LayerState | null = null;
	readonly offered: string[] = [];
	readonly keep: OwnKeep;
	layer!: OwnLayer;
	#isDead = false;

	constructor() {
		this.keep = new OwnKeep({ person, part: 'p1', onChange: () => {} });
		pages.push(this);
	}

	static async open({ mayKeep = true } = {}): Promise<Page> {
		const page = new Page();
		page.keep.allow(mayKeep);
		const alive = () => {
			if (page.#isDead) throw new NotAnswered(0, null);
		};
		page.layer = new OwnLayer(await askMine('p1'), {
			line: {
				ask: async () => (alive(), await askMine('p1')),
				send: async (push) => (alive(), await sendMine('p1', push))
			},
			keep: page.keep,
			screen: {
				shown: () => page.shown,
				show: (next) => (page.shown = next),
				isComposing: () => false
			},
			onState: (next) => (page.state = next),
			onBase: () => {}
		});
		page.shown = page.layer.begun;
		await page.keep.inherit({
			ready: () => page.layer.told(),
			take: (unpushed) => page.layer.inherit(unpushed),
			offer: (some) => page.offered.push(some)
		});
		return page;
	}

	type(...lines: string[]): void {
		this.shown = contentSchema.nodeFromJSON(plain(...lines));
		this.layer.typed();
	}

	/** As when a browser crashes: nothing more is sent or kept. */
	die(): void {
		this.#isDead = true;
		this.keep.close();
	}
}

const isKept = (page: Page) => expect.poll(() => page.keep.where).toBe('kept');
const isSaved = (page: Page) =>
	expect.poll(() => page.state).toEqual({ line: 'open', unsent: false });
const puts = () => api.asked.filter((one) => one === 'PUT mine').length;
const mine = () => api.wordsOf(api.me);

/** Something is typed in a page without a line, which then dies. */
async function leave(...lines: string[]): Promise<void> {
	const page = await Page.open();
	api.fails = { status: 0 };
	page.type(...lines);
	await isKept(page);
	page.die();
	api.fails = null;
}

test('what was not sent is there in the next page, is sent once, and is kept no longer', async () => {
	await leave('Wij praten vooral hier.', 'Nog een zin.');
	api.asked.length = 0;
	const page = await Page.open();
	await expect.poll(() => words(page.shown)).toBe('Wij praten vooral hier.\nNog een zin.');
	await isSaved(page);
	expect(puts()).toBe(1);
	expect(mine()).toBe('Wij praten vooral hier.\nNog een zin.');
	await expect.poll(() => wordsLeftHere(person)).toEqual([]);
});

test('where nothing may be kept nothing is, and nothing comes back', async () => {
	const page = await Page.open({ mayKeep: false });
	api.fails = { status: 0 };
	page.type('Wij praten vooral hier.', 'Nog een zin.');
	await expect.poll(() => page.state?.line).toBe('lost');
	expect(page.keep.where).toBe('here');
	expect(await hasStore(person)).toBe(false);
	page.die();
	api.fails = null;
	const next = await Page.open();
	next.type('Wij praten hier.', 'Nog een zin!');
	await isSaved(next);
	expect(mine()).toBe('Wij praten hier.\nNog een zin!');
});

test('what had arrived although nobody heard of it stands there once', async () => {
	const page = await Page.open();
	api.fails = { status: 502, arrives: true };
	page.type('Wij praten vooral hier.', 'Nog een zin.');
	await expect.poll(() => page.state?.line).toBe('lost');
	page.type('Wij praten voorXal hier.', 'Nog een zin.');
	await isKept(page);
	page.die();
	api.fails = null;
	const next = await Page.open();
	await isSaved(next);
	expect(mine()).toBe('Wij praten voorXal hier.\nNog een zin.');
	expect(words(next.shown)).toBe(mine());
});

test('what others wrote meanwhile stays beside it', async () => {
	await leave('Wij praten vooral hier.', 'Nog een zin.');
	api.write(plain('Wij praten hier samen.', 'Nog een lange zin.'));
	const page = await Page.open();
	await isSaved(page);
	await expect.poll(mine).toBe('Wij praten vooral hier samen.\nNog een lange zin.');
});

test('of two pages that open one takes it', async () => {
	await leave('Wij praten vooral hier.', 'Nog een zin.');
	const both = [await Page.open(), await Page.open()];
	await expect.poll(mine).toContain('vooral');
	for (const page of both) await page.layer.told();
	await expect.poll(() => both.map(({ shown }) => words(shown))).toEqual([mine(), mine()]);
	expect(mine().match(/vooral/g)).toHaveLength(1);
});

test('nothing is taken from a page that lives', async () => {
	const page = await Page.open();
	api.fails = { status: 0 };
	page.type('Wij praten vooral hier.', 'Nog een zin.');
	await isKept(page);
	expect(await leftOwn(person, 'p1')).toEqual([]);
	page.die();
	await expect.poll(() => leftOwn(person, 'p1')).toHaveLength(1);
	expect(await leftOwn(person, 'p2')).toEqual([]);
});

test('what the server did not want is not sent again, but given as words', async () => {
	const page = await Page.open();
	api.fails = { status: 422 };
	page.type('Wij praten vooral hier.', 'Nog een zin.');
	await expect.poll(() => page.state?.line).toEqual({ refused: 'failed' });
	await isKept(page);
	page.die();
	api.fails = null;
	api.asked.length = 0;
	const next = await Page.open();
	await expect.poll(() => next.offered).toEqual(['Wij praten vooral hier.']);
	expect(puts()).toBe(0);
	// What is typed now takes nothing of it away.
	next.type('Wij praten hier.', 'Nog een zin!');
	await isSaved(next);
	expect(await wordsLeftHere(person)).toEqual(['Wij praten vooral hier.']);
});

test('who signs out or may suggest no more is given the words', async () => {
	await leave('Wij praten vooral hier.', 'Nog een zin.');
	expect(await wordsLeftHere(person)).toEqual(['Wij praten vooral hier.']);
	const [left] = await leftOwn(person, 'p1');
	expect(left?.words).toBe('Wij praten vooral hier.');
	left?.discard();
	await expect.poll(() => leftOwn(person, 'p1')).toEqual([]);
});
