import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import * as Y from 'yjs';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate, readContent } from '#domain/content/yjs.ts';
import { LiveText } from '#lib/editor/live-text.svelte.ts';
import { closeEditors, openEditor } from '#lib/editor/open-editors.ts';
import { forgetAll } from '#lib/editor/unsent/forget.ts';
import { setLocale } from '#lib/paraglide/runtime.js';
import { aPerson, TwinApi } from '#lib/suggestions/twin-api.ts';
import type { Proposal } from './suggestions.svelte.ts';
import Suggesting from './Suggesting.svelte';
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';

const BEFORE = ['Wij praten hier.', 'Nog een zin over papier.'];
let api: TwinApi;
let uninstall: () => void;
let live: Editor;
let text: Y.Doc;
let shared: LiveText;
let proposal: Proposal | null;

const plain = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
});

beforeEach(async () => {
	await setLocale('nl', { reload: false });
	api = new TwinApi(plain(...BEFORE));
	uninstall = api.install();
	text = new Y.Doc();
	Y.applyUpdate(text, contentUpdate(plain(...BEFORE)));
	live = openEditor(text);
	proposal = null;
	shared = new LiveText();
});
afterEach(async () => {
	uninstall();
	closeEditors();
	await forgetAll();
});

async function open() {
	const screen = await render(Suggesting, {
		...{ part: 'p1', me: 'anne', label: 'Mijn versie', live, text: shared, isAsked: true },
		get proposal() {
			return proposal;
		},
		set proposal(next) {
			proposal = next;
		},
		ondone: () => {}
	});
	const box = screen.getByRole('textbox', { name: 'Mijn versie' });
	await expect.element(box).toHaveFocus();
	return { screen, box };
}
const own = (selector: string) =>
	[...document.querySelectorAll(`[aria-label="Mijn versie"] ${selector}`)].map(
		({ textContent }) => textContent
	);
const mine = () => api.wordsOf(api.me);
const isSaved = () => expect.poll(() => proposal?.save.state).toBe('saved');

test('what one types is a suggestion: shown as new, saved after the answer, and not in the text', async () => {
	const { box } = await open();
	const go = api.hold();
	await userEvent.click(box);
	await userEvent.keyboard('{Control>}{Home}{/Control}Vaak ');
	await expect.poll(() => own('ins')).toEqual(['Vaak ']);
	await expect.poll(() => proposal?.save.state).toBe('saving');
	expect(proposal?.isAtRisk).toBe(true);
	go();
	await isSaved();
	expect(mine()).toBe('Vaak Wij praten hier.\nNog een zin over papier.');
	expect(JSON.stringify(readContent(text))).not.toContain('Vaak');
});

test('what one deletes stays to be seen, struck, and undo brings it back', async () => {
	const { box } = await open();
	await userEvent.click(box);
	await userEvent.keyboard('{Control>}{End}{/Control}{Backspace}{Backspace}');
	await expect.poll(() => own('del')).toEqual(['r.']);
	await isSaved();
	expect(mine()).toBe('Wij praten hier.\nNog een zin over papie');
	await userEvent.keyboard('{Control>}z{/Control}');
	await expect.poll(() => own('del')).toEqual([]);
	await isSaved();
	expect(mine()).toBe(BEFORE.join('\n'));
});

test('one writes with all that a text has: lists, menu of blocks, a heading', async () => {
	const { box } = await open();
	await userEvent.click(box);
	await userEvent.keyboard('{Control>}{End}{/Control}{Enter}- een punt');
	await expect.poll(() => own('ul')).toHaveLength(1);
	await userEvent.keyboard('{Control>}{Home}{/Control}# ');
	await expect.poll(() => own('h2')).toHaveLength(1);
	await expect.poll(() => own('.suggested-label')).toContain('kop van gemaakt');
	await userEvent.keyboard('{Control>}{End}{/Control}{Enter}{Enter}/takenlijst{Enter}Bellen');
	await isSaved();
	await expect.poll(() => JSON.stringify(api.layers.get('anne')?.suggested)).toContain('taskItem');
});

test('what others write comes in under the hands, without moving the caret, and is not undone', async () => {
	const { box } = await open();
	await userEvent.click(box);
	await userEvent.keyboard('{Control>}{End}{/Control} En');
	await isSaved();
	api.write(plain('Eerst dit.', 'Wij zwijgen hier.', BEFORE[1]!));
	live.commands.insertContentAt(0, { type: 'paragraph' });
	await expect.poll(() => own('p')[0], { timeout: 8000 }).toBe('Eerst dit.');
	await userEvent.keyboard(' meer');
	await isSaved();
	expect(mine()).toBe('Eerst dit.\nWij zwijgen hier.\nNog een zin over papier. En meer');
	await expect.poll(() => own('ins')).toEqual([' En meer']);
	for (let nth = 0; nth < 4; nth += 1) await userEvent.keyboard('{Control>}z{/Control}');
	await isSaved();
	await expect.poll(mine).toBe('Eerst dit.\nWij zwijgen hier.\nNog een zin over papier.');
});

test('what is accepted is text from then on', async () => {
	const { box } = await open();
	await userEvent.click(box);
	await userEvent.keyboard('{Control>}{End}{/Control} En nu');
	await isSaved();
	const person = aPerson('anne', 'Anne Klaver');
	await fetch('/api/v1/parts/p1/suggestions/decisions', {
		method: 'POST',
		body: JSON.stringify({ verdict: 'accepted', person: person.id })
	});
	live.commands.insertContentAt(0, { type: 'paragraph' });
	await expect.poll(() => own('ins'), { timeout: 8000 }).toEqual([]);
	expect(own('p').at(-1)).toBe('Nog een zin over papier. En nu');
});

test('without a line the words stay, one is told, and they are sent when it is back', async () => {
	const { box } = await open();
	await userEvent.click(box);
	api.fails = { status: 0 };
	await userEvent.keyboard('{Control>}{End}{/Control} Nog iets');
	await expect.poll(() => proposal?.save.state).toBe('offline');
	expect(proposal?.isAtRisk).toBe(true);
	api.fails = null;
	window.dispatchEvent(new Event('online'));
	await isSaved();
	expect(mine()).toContain('Nog iets');
});

test('without a line the words are kept on this device where they may be, and one is told so', async () => {
	shared.mayKeep = true;
	const { box } = await open();
	await userEvent.click(box);
	api.fails = { status: 0 };
	await userEvent.keyboard('{Control>}{End}{/Control} Nog iets');
	await expect.poll(() => proposal?.save).toEqual({ state: 'offline', unsent: 'kept' });
	expect(proposal?.isAtRisk).toBe(false);
	shared.mayKeep = false;
	await expect.poll(() => proposal?.save).toEqual({ state: 'offline', unsent: 'here' });
	expect(proposal?.isAtRisk).toBe(true);
});

test('words from before that can’t be sent are offered beside one’s own version', async () => {
	const { screen } = await open();
	let isThrownAway = false;
	shared.offer('Dit kon niet.', () => (isThrownAway = true));
	const field = screen.getByRole('textbox', { name: 'Niet opgeslagen tekst' });
	await expect.element(field).toHaveValue('Dit kon niet.');
	await userEvent.click(screen.getByRole('button', { name: 'Weggooien' }));
	await expect.element(field).not.toBeInTheDocument();
	expect(isThrownAway).toBe(true);
});

test('who may not suggest any more keeps the words in hand', async () => {
	const { screen, box } = await open();
	await userEvent.click(box);
	api.fails = { status: 403 };
	await userEvent.keyboard('{Control>}{End}{/Control} Nog iets');
	await expect.element(screen.getByText(/Je mag hier niets meer voorstellen/)).toBeVisible();
	await expect.element(screen.getByRole('button', { name: 'Tekst kopiëren' })).toBeVisible();
	expect(own('p').at(-1)).toContain('Nog iets');
});
