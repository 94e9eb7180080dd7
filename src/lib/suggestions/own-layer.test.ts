import type { Node } from '@tiptap/pm/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { askMine, sendMine } from './asking.ts';
import { OwnLayer } from './own-layer.ts';
import type { LayerState } from './own-layer.ts';
import { TwinApi } from './twin-api.ts';

let api: TwinApi;
let uninstall: () => void;
let layer: OwnLayer;
let shown: Node;
let state: LayerState | null;
let bases: string[];

const plain = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const words = (doc: Node) => doc.textBetween(0, doc.content.size, '\n');

beforeEach(async () => {
	api = new TwinApi(plain('Wij praten hier.', 'Nog een zin.'));
	uninstall = api.install();
	[state, bases] = [null, []];
	layer = new OwnLayer(await askMine('p1'), {
		line: { ask: () => askMine('p1'), send: (push) => sendMine('p1', push) },
		keep: { follow: () => {}, refused: () => {} },
		screen: { shown: () => shown, show: (next) => (shown = next), isComposing: () => false },
		onState: (next) => (state = next),
		onBase: () => bases.push(words(layer.base))
	});
	shown = layer.begun;
});
afterEach(() => {
	void layer.close();
	uninstall();
});

function type(...lines: string[]): void {
	shown = contentSchema.nodeFromJSON(plain(...lines));
	layer.typed();
}
const isSaved = () => expect.poll(() => state).toEqual({ line: 'open', unsent: false });
const puts = () => api.asked.filter((one) => one === 'PUT mine').length;

test('what is typed in one go is sent in one piece, and is unsent until the answer', async () => {
	const go = api.hold();
	for (const end of ['v', 'vo', 'vooral']) type(`Wij praten ${end} hier.`, 'Nog een zin.');
	expect(state?.unsent).toBe(true);
	await expect.poll(puts).toBe(1);
	type('Wij praten vooral hier samen.', 'Nog een zin.');
	expect(state?.unsent).toBe(true);
	go();
	await isSaved();
	expect(puts()).toBe(2);
	expect(api.wordsOf(api.me)).toBe('Wij praten vooral hier samen.\nNog een zin.');
});

test('what others write in the text comes in, and what was typed meanwhile stays', async () => {
	api.write(plain('Wij praten hier.', 'Nog een lange zin.'));
	type('Wij praten vooral hier.', 'Nog een zin.');
	await isSaved();
	expect(words(shown)).toBe('Wij praten vooral hier.\nNog een lange zin.');
	expect(api.wordsOf(api.me)).toBe(words(shown));
	expect(bases).toEqual(['Wij praten hier.\nNog een lange zin.']);
});

test('news is asked for without typing', async () => {
	api.write(plain('Wij zwijgen hier.', 'Nog een zin.'));
	layer.heard();
	await expect.poll(() => words(shown)).toBe('Wij zwijgen hier.\nNog een zin.');
	expect(puts()).toBe(0);
});

test('a line that is lost is told, and what was typed is sent when it is back', async () => {
	api.fails = { status: 0 };
	type('Wij praten nu hier.', 'Nog een zin.');
	await expect.poll(() => state).toEqual({ line: 'lost', unsent: true });
	type('Wij praten nu vaak hier.', 'Nog een zin.');
	api.fails = null;
	layer.again();
	await isSaved();
	expect(api.wordsOf(api.me)).toBe('Wij praten nu vaak hier.\nNog een zin.');
});

test('what arrived although nobody heard of it stands there once', async () => {
	api.fails = { status: 502, arrives: true };
	type('Wij praten nu hier.', 'Nog een zin.');
	await expect.poll(() => state?.line).toBe('lost');
	type('Wij praten nu nu hier.', 'Nog een zin.');
	api.fails = null;
	layer.again();
	await isSaved();
	expect(api.wordsOf(api.me)).toBe('Wij praten nu nu hier.\nNog een zin.');
});

test.each([
	[401, 'signIn'],
	[403, 'noAccess'],
	[404, 'gone'],
	[422, 'failed']
])('a server that says %i is not asked again, and the words stay', async (status, refused) => {
	api.fails = { status };
	type('Wij praten nu hier.', 'Nog een zin.');
	await expect.poll(() => state).toEqual({ line: { refused }, unsent: true });
	const asked = api.asked.length;
	type('Wij praten nu vaak hier.', 'Nog een zin.');
	layer.heard();
	expect(state?.unsent).toBe(true);
	expect(api.asked).toHaveLength(asked);
	expect(words(shown)).toContain('vaak');
});

test('what is not sent when one leaves is sent behind the next page', async () => {
	const go = api.hold();
	type('Wij praten nu hier.', 'Nog een zin.');
	await expect.poll(puts).toBe(1);
	type('Wij praten nu vaak hier.', 'Nog een zin.');
	const closed = layer.close();
	go();
	await closed;
	await expect.poll(() => api.wordsOf(api.me)).toContain('nu vaak hier');
});
