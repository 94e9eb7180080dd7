import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import * as Y from 'yjs';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { setLocale } from '#lib/paraglide/runtime.js';
import { closeEditors, openEditor } from '../editor/open-editors.ts';
import { bringIn } from './bring-in.ts';
import { toEditor } from './nodes.ts';
import { Review } from './review.svelte.ts';
import SuggestionPanel from './SuggestionPanel.svelte';
import { aPerson, TwinApi } from './twin-api.ts';
import '../ui/tokens.css';
import '../ui/base.css';

const BEFORE = ['Wij praten hier.', 'Nog een zin over papier.', 'Het einde komt.'];
const AHMET = aPerson('ahmet', 'Ahmet Demir');
const ELS = aPerson('els', 'Els Bakker');

let api: TwinApi;
let editor: Editor;
let review: Review;
let stop: () => void;
let uninstall: () => void;

const plain = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});

beforeEach(async () => {
	await setLocale('nl', { reload: false });
	api = new TwinApi(plain(...BEFORE));
	uninstall = api.install();
	const doc = new Y.Doc();
	Y.applyUpdate(doc, contentUpdate(plain(...BEFORE)));
	editor = openEditor(doc);
	api.onText = (text) => bringIn(editor, toEditor(text, editor.schema));
	review = new Review('p1');
});
afterEach(() => {
	stop();
	uninstall();
	closeEditors();
});

async function open() {
	stop = review.attach(editor);
	await expect.poll(() => review.state).toBe('there');
	return render(SuggestionPanel, { review, editor, isOwn: false, onsuggest: null });
}
const inText = (selector: string) =>
	[...editor.view.dom.querySelectorAll(selector)].map(({ textContent }) => textContent);
const words = () => editor.getText({ blockSeparator: '\n' });

test('shows in the text what would come and go, with whose it is, and changes nothing in it', async () => {
	api.suggest(
		AHMET,
		plain('Wij praten samen hier.', 'Nog een zin over papier.', 'Het begin komt.')
	);
	await open();
	expect(inText('ins')).toEqual(['samen ', 'begin']);
	expect(inText('del')).toEqual(['einde']);
	expect(inText('.suggested-by')[0]).toContain('Ahmet Demir stelt voor');
	expect(words()).toBe(BEFORE.join('\n'));
});

test('says of formatting and of blocks what becomes of them', async () => {
	const suggested: Content = {
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: BEFORE[0]! }] },
			{ type: 'paragraph', content: [{ type: 'text', text: 'Nog een zin' }] },
			{ type: 'paragraph', content: [{ type: 'text', text: ' over papier.' }] },
			{
				type: 'paragraph',
				content: [{ type: 'text', text: BEFORE[2]!, marks: [{ type: 'bold' }] }]
			}
		]
	};
	api.suggest(AHMET, suggested);
	await open();
	expect(inText('.suggested-label')).toEqual(['kop van gemaakt', 'opsplitsen', 'vet']);
	expect(inText('.is-format')).toEqual([BEFORE[2]]);
});

test('shows blocks that would come as blocks, and those that would go struck', async () => {
	api.suggest(AHMET, plain(BEFORE[0]!, BEFORE[1]!));
	api.suggest(ELS, plain(BEFORE[0]!, 'Een alinea die erbij komt.', BEFORE[1]!, BEFORE[2]!));
	await open();
	expect(inText('del')).toEqual([BEFORE[2]]);
	expect(inText('p.is-ins')).toEqual(['Een alinea die erbij komt.']);
});

test('a suggestion is accepted, and focus goes on to the next', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, 'Het begin komt.'));
	const screen = await open();
	await userEvent.click(screen.getByRole('button', { name: 'Accepteren' }).first());
	await expect.poll(words).toContain('Wij praten samen hier.');
	await expect.poll(() => review.all).toHaveLength(1);
	expect(words()).toContain('Het einde komt.');
	await expect.poll(() => document.activeElement?.className).toContain('head');
	expect(inText('ins')).toEqual(['begin']);
});

test('a suggestion is rejected, and the text stays', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, BEFORE[2]!));
	const screen = await open();
	await userEvent.click(screen.getByRole('button', { name: 'Afwijzen' }));
	await expect.element(screen.getByText('Er zijn geen voorstellen')).toBeVisible();
	expect(words()).toBe(BEFORE.join('\n'));
});

test('all of one person is accepted after it is told how many that are', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, 'Het begin komt.'));
	api.suggest(ELS, plain(BEFORE[0]!, 'Nog een zin over inkt.', BEFORE[2]!));
	const screen = await open();
	await userEvent.click(screen.getByRole('button', { name: 'Alles tegelijk' }));
	await userEvent.click(
		screen.getByRole('menuitem', { name: 'Alles van Ahmet Demir accepteren (2)' })
	);
	const dialog = screen.getByRole('dialog', { name: '2 voorstellen accepteren?' });
	await userEvent.click(dialog.getByRole('button', { name: 'Accepteren' }));
	await expect
		.poll(words)
		.toBe('Wij praten samen hier.\nNog een zin over papier.\nHet begin komt.');
	await expect.poll(() => review.all.map(({ layer }) => layer.person.name)).toEqual(['Els Bakker']);
});

test('what changed since one saw it is not decided on, and shown as it is now', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, BEFORE[2]!));
	const screen = await open();
	api.suggest(AHMET, plain('Wij praten toch samen hier.', BEFORE[1]!, BEFORE[2]!));
	await userEvent.click(screen.getByRole('button', { name: 'Accepteren' }));
	await expect.element(screen.getByText(/Dit voorstel is net gewijzigd/)).toBeVisible();
	await expect.element(screen.getByText('toch samen').first()).toBeVisible();
	expect(words()).toBe(BEFORE.join('\n'));
});

test('the keyboard goes from one to the next and back, round', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, 'Het begin komt.'));
	await open();
	const at = () => review.all.findIndex(({ id }) => id === review.current);
	await userEvent.keyboard('{F8}');
	expect(at()).toBe(0);
	expect(review.said).toContain('Voorstel 1 van 2');
	await userEvent.keyboard('{F8}{F8}');
	expect(at()).toBe(0);
	await userEvent.keyboard('{Shift>}{F8}{/Shift}');
	expect(at()).toBe(1);
	expect(inText('.is-current').join()).toContain('begin');
});

test('who may not decide sees who suggests what, and takes back their own', async () => {
	api.mayDecide = false;
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, BEFORE[2]!));
	api.suggest(api.me, plain(BEFORE[0]!, BEFORE[1]!, 'Het begin komt.'));
	const screen = await open();
	await expect.element(screen.getByText('inwoner stelt voor')).toBeVisible();
	expect(document.querySelectorAll('[data-card]')).toHaveLength(2);
	await expect.element(screen.getByRole('button', { name: 'Accepteren' })).not.toBeInTheDocument();
	await userEvent.click(screen.getByRole('button', { name: 'Intrekken' }));
	await expect.poll(() => review.all).toHaveLength(1);
});

test('all that a selection meets is decided on at once', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', 'Nog een zin over inkt.', 'Het begin komt.'));
	const screen = await open();
	editor.commands.focus();
	editor.commands.setTextSelection({ from: 2, to: 44 });
	const some = screen.getByText('Voorstellen in je selectie: 2');
	await expect.element(some).toBeVisible();
	const accept = screen.getByRole('button', { name: 'Accepteren', exact: true }).first();
	await userEvent.click(accept);
	await expect.poll(words).toBe('Wij praten samen hier.\nNog een zin over inkt.\nHet einde komt.');
});

test('what others type moves suggestions along, and they are found again', async () => {
	api.suggest(AHMET, plain(BEFORE[0]!, BEFORE[1]!, 'Het begin komt.'));
	await open();
	const typed = ['Eerst dit.', ...BEFORE];
	bringIn(editor, toEditor(contentSchema.nodeFromJSON(plain(...typed)), editor.schema));
	expect(inText('del')).toEqual(['einde']);
	await expect
		.poll(() => review.all[0]?.start)
		.toBe(typed.slice(0, 3).reduce((sum, line) => sum + line.length + 2, 0));
	editor.commands.insertContentAt(editor.state.doc.content.size - 2, ' echt');
	await expect.poll(() => review.all[0]?.start).toBeNull();
	expect(inText('del')).toEqual(['einde']);
});

test('who types hears of changes in a pause, or after a while', async () => {
	await open();
	const asked = () => api.asked.length;
	const before = asked();
	const type = () => editor.commands.insertContentAt(1, 'Ja ');
	vi.useFakeTimers();
	try {
		type();
		review.heard();
		vi.advanceTimersByTime(600);
		type();
		vi.advanceTimersByTime(600);
		expect(asked()).toBe(before);
		vi.advanceTimersByTime(600);
		expect(asked()).toBe(before + 1);
		review.heard();
		for (let nth = 0; nth < 12; nth += 1) {
			type();
			vi.advanceTimersByTime(500);
		}
		expect(asked()).toBe(before + 2);
	} finally {
		vi.useRealTimers();
	}
});

test('a suggestion that is told again is not compared again, and stays the same', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', ...BEFORE.slice(1)));
	await open();
	const [first] = review.all;
	api.suggest(ELS, plain(...BEFORE.slice(0, 2), 'Het begin komt.'));
	await review.ask();
	expect(review.all).toHaveLength(2);
	expect(review.all[0]!.texts).toBe(first!.texts);
});

test('they can be left out of the text', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, BEFORE[2]!));
	const screen = await open();
	await userEvent.click(screen.getByRole('switch', { name: /Voorstellen tonen/ }));
	expect(inText('.suggested')).toEqual([]);
});

test('somebody says something about a suggestion', async () => {
	api.suggest(AHMET, plain('Wij praten samen hier.', BEFORE[1]!, BEFORE[2]!));
	const screen = await open();
	await userEvent.click(screen.getByRole('button', { name: 'Reageren' }));
	await userEvent.keyboard('Mooi zo');
	await userEvent.click(screen.getByRole('button', { name: 'Plaatsen' }));
	await expect
		.poll(() => api.remarks)
		.toMatchObject([
			{
				body: [{ text: 'Mooi zo' }],
				suggestion: { person: 'ahmet', key: expect.any(String) }
			}
		]);
});

test('suggestions that could not be fetched can be asked for again', async () => {
	api.fails = { status: 500 };
	stop = review.attach(editor);
	await expect.poll(() => review.state).toBe('failed');
	const screen = await render(SuggestionPanel, { review, editor, isOwn: false, onsuggest: null });
	api.fails = null;
	await userEvent.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
	await expect.element(screen.getByText('Er zijn geen voorstellen')).toBeVisible();
});
