import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { Awareness, encodeAwarenessUpdate, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { renderBlocks } from '#domain/content/html.ts';
import type { Content } from '#domain/content/schema.ts';
import { hasText } from '#domain/content/text.ts';
import { contentUpdate, readContent } from '#domain/content/yjs.ts';
import { setLocale } from '#lib/paraglide/runtime.js';
import { firstPages } from './first-pages.ts';
import { LiveText } from './live-text.svelte.ts';
import { SAMPLE } from './sample.ts';
import { saveWords } from './save-words.ts';
import TextEditor from './TextEditor.svelte';
import { TwinServer } from './twin-server.ts';
import '../ui/tokens.css';
import '../ui/base.css';

let server: TwinServer;
let uninstall: () => void;
let text: LiveText;

function serve(content?: Content): void {
	server = new TwinServer(content && contentUpdate(content));
	uninstall = server.install();
}
beforeEach(async () => {
	await setLocale('nl', { reload: false });
	localStorage.clear();
	// A window with room beside the text, where the buttons of a mouse stand.
	await page.viewport(1000, 700);
	document.body.style.padding = '2rem 4rem';
	text = new LiveText();
});
afterEach(() => uninstall());

const open = (content: Content, more: { editable?: boolean } = {}) =>
	render(TextEditor, {
		part: { id: 'p1', ability: 'edit' },
		person: { id: 'anne', name: 'Anne Klaver' },
		html: firstPages(renderBlocks(content, { guidance: true })),
		hasText: hasText(content),
		editable: true,
		label: 'Aanbellen',
		text,
		...more
	});
const live = () => expect.poll(() => text.editor, { timeout: 5000 }).not.toBeNull();
const words = (...lines: string[]): Content => ({
	type: 'doc',
	content: lines.map((line) => ({
		type: 'paragraph',
		...(line && { content: [{ type: 'text', text: line }] })
	}))
});
const stored = () => JSON.stringify(readContent(server.doc));
const box = () => page.getByRole('textbox', { name: 'Aanbellen' });

test('the text is there before the line is, and stands still when the editor comes', async () => {
	serve(SAMPLE);
	const screen = await open(SAMPLE);
	const heading = screen.getByRole('heading', { name: 'Wat we zagen' });
	await expect.element(heading).toBeVisible();
	const last = () => [...document.querySelectorAll('.content > *')].at(-1);
	const place = last()?.getBoundingClientRect().top ?? NaN;
	await live();
	expect(document.querySelectorAll('.content')).toHaveLength(1);
	expect(last()?.getBoundingClientRect().top).toBeCloseTo(place, 1);
	await expect
		.poll(() => text.figures?.outline)
		.toEqual([{ id: 'kop-wat-we-zagen', level: 1, text: 'Wat we zagen' }]);
});

test('"Opgeslagen" comes after the acknowledgement and not before', async () => {
	serve(words('Een'));
	await open(words('Een'));
	await live();
	await expect.poll(() => saveWords(text.save)).toBe('Opgeslagen');
	server.holdsAcks = true;
	await userEvent.click(box());
	await userEvent.keyboard('twee');
	await expect.poll(stored).toContain('twee');
	expect(saveWords(text.save)).toBe('Bezig met opslaan…');
	expect(text.unsent).toBe(true);
	server.acknowledge();
	await expect.poll(() => saveWords(text.save)).toBe('Opgeslagen');
	expect(text.unsent).toBe(false);
});

test('a lost line is told within a second, and writing goes on', async () => {
	serve(words('Een'));
	await open(words('Een'));
	await live();
	server.refusesWith = 1013;
	server.closeAll(4503);
	await expect.poll(() => text.save.state, { timeout: 1000 }).toBe('offline');
	await userEvent.click(box());
	await userEvent.keyboard('nog');
	await expect.poll(() => saveWords(text.save)).toContain('laat deze pagina open');
	server.refusesWith = null;
	await expect.poll(stored, { timeout: 6000 }).toContain('nog');
	await expect.poll(() => text.save.state).toBe('saved');
});

test('who lost access keeps the words on the screen, and is told', async () => {
	serve(words('Een'));
	const screen = await open(words('Een'));
	await live();
	server.holdsAcks = true;
	await userEvent.click(box());
	await userEvent.keyboard('laatste');
	server.closeAll(4403);
	await expect.element(screen.getByText('Je hebt geen toegang meer tot deze tekst.')).toBeVisible();
	await expect.element(screen.getByRole('button', { name: 'Tekst kopiëren' })).toBeVisible();
	const content = document.querySelector('.content');
	expect(content?.textContent).toContain('laatste');
	expect(content?.getAttribute('contenteditable')).toBe('false');
});

test('a text that does not come is never shown as empty', async () => {
	serve();
	// It is reported too, for who looks after the house.
	const reported = new Promise((resolve) => {
		const hear = (event: ErrorEvent) => {
			event.preventDefault();
			event.stopImmediatePropagation();
			resolve(event.message);
		};
		window.addEventListener('error', hear, { once: true, capture: true });
	});
	const screen = await open(words('Niet weg'));
	expect(await reported).toContain('missing');
	await expect.element(screen.getByText(/niet opengaan om te schrijven/)).toBeVisible();
	await expect.element(screen.getByText('Niet weg')).toBeVisible();
	expect(document.querySelector('[contenteditable="true"]')).toBeNull();
});

test('without a line the stored text stays, all of it, with a sentence', async () => {
	const long = words('Een', ...Array.from({ length: 80 }, () => 'woord '.repeat(60)), 'Het einde');
	serve(long);
	server.refusesWith = 1013;
	const screen = await open(long);
	const end = screen.getByText('Het einde', { exact: true });
	await expect.element(end).not.toBeVisible();
	const sentence = screen.getByText(/Schrijven kan zodra er verbinding is/);
	await expect.element(sentence, { timeout: 6000 }).toBeVisible();
	await expect.element(screen.getByText('Een', { exact: true })).toBeVisible();
	await expect.element(end).toBeVisible();
	server.refusesWith = null;
	await live();
	await expect.element(sentence).not.toBeInTheDocument();
});

test('a heading of the address that is beyond the first pages is gone to once it is there', async () => {
	const heading = {
		type: 'heading',
		attrs: { level: 2 },
		content: [{ type: 'text', text: 'Verder' }]
	};
	const { content = [] } = words(...Array.from({ length: 80 }, () => 'woord '.repeat(60)));
	const long = { type: 'doc', content: [...content, heading, ...content] };
	serve(long);
	location.hash = 'kop-verder';
	const screen = await open(long);
	await live();
	await expect.element(screen.getByRole('heading', { name: 'Verder' })).toBeInViewport();
	location.hash = '';
});

test('a reader sees what others write and can change nothing', async () => {
	serve(words('Een'));
	const screen = await open(words('Een'), { editable: false });
	await live();
	expect(text.save.state).toBe('readOnly');
	expect(document.querySelector('[contenteditable="true"]')).toBeNull();
	const paragraph = server.doc.getXmlFragment('default').get(0) as Y.XmlElement;
	(paragraph.get(0) as Y.XmlText).insert(3, ' en twee');
	await expect.element(screen.getByText('Een en twee')).toBeVisible();
});

test('the menu of blocks is steered from the text', async () => {
	serve(words(''));
	const screen = await open(words(''));
	await live();
	await userEvent.click(box());
	await userEvent.keyboard('/');
	await expect.element(screen.getByRole('option', { name: /^Kop 1/ })).toBeVisible();
	const chosen = () =>
		document.getElementById(box().element().getAttribute('aria-activedescendant') ?? '');
	await userEvent.keyboard('{ArrowDown}');
	expect(chosen()?.textContent).toContain('Kop 2');
	await userEvent.keyboard('checklist');
	await expect.poll(() => chosen()?.textContent).toContain('Takenlijst');
	await userEvent.keyboard('{Enter}Bellen');
	await expect.poll(stored).toContain('taskItem');
	expect(stored()).not.toContain('/');
	expect(box().element().hasAttribute('aria-activedescendant')).toBe(false);
});

test('the + opens the same menu, and leaves nothing behind when nothing is chosen', async () => {
	serve(words('Een'));
	const screen = await open(words('Een'));
	await live();
	await userEvent.click(box());
	await userEvent.click(screen.getByRole('button', { name: 'Invoegen' }));
	await expect.element(screen.getByRole('listbox', { name: 'Invoegen' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(screen.getByRole('listbox')).not.toBeInTheDocument();
	await expect.poll(stored).not.toContain('"/"');
});

test('in a narrow window the buttons stand in a bar below', async () => {
	await page.viewport(400, 700);
	serve(words('Een'));
	const screen = await open(words('Een'));
	await live();
	const toolbar = screen.getByRole('toolbar', { name: 'Werkbalk' });
	await expect.element(toolbar.getByRole('button', { name: 'Invoegen' })).toBeVisible();
	const bottom = toolbar.element().getBoundingClientRect().bottom;
	expect(Math.round(bottom)).toBe(window.innerHeight);
});

test('a link needs an address that works, and says so', async () => {
	serve(words('Movisie'));
	const screen = await open(words('Movisie'));
	await live();
	await userEvent.click(box());
	await userEvent.keyboard('{Control>}a{/Control}{Control>}k{/Control}');
	const address = screen.getByLabelText('Adres van de link');
	await expect.element(address).toHaveFocus();
	await userEvent.keyboard('javascript:alert(1){Enter}');
	await expect.element(screen.getByText(/geen adres dat werkt/)).toBeVisible();
	await userEvent.fill(address, 'movisie.nl');
	await userEvent.keyboard('{Enter}');
	await expect.poll(stored).toContain('https://movisie.nl');
	await expect.element(box()).toHaveFocus();
});

test('Alt-F10 goes to the toolbar, arrows move in it, Esc comes back and then leaves the text', async () => {
	serve(words('Een'));
	const screen = await open(words('Een'));
	await live();
	await userEvent.click(box());
	await userEvent.keyboard('{Alt>}{F10}{/Alt}');
	const toolbar = screen.getByRole('toolbar', { name: 'Werkbalk' });
	await expect.element(toolbar.getByRole('button', { name: 'Invoegen' })).toHaveFocus();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(toolbar.getByRole('button', { name: 'Kop 1' })).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(box()).toHaveFocus();
	await expect.element(toolbar).not.toBeInTheDocument();
	await userEvent.keyboard('{Escape}');
	await expect.element(screen.getByText(/Je bent uit de tekst/)).toHaveFocus();
});

test('who else is there is shown with a caret and by name', async () => {
	serve(words('Een'));
	await open(words('Een'));
	await live();
	await come('samira', 'Samira el Idrissi');
	await expect.poll(() => document.querySelector('.caret')?.textContent).toBe('Samira');
	const here = text.people.map(({ name, inText }) => [name, inText]);
	expect(here).toEqual([
		['Samira el Idrissi', true],
		['Anne Klaver', false]
	]);
});

test('what others do is not undone', async () => {
	serve(words('Een'));
	await open(words('Een'));
	await live();
	await userEvent.click(box());
	await userEvent.keyboard('{Control>}{End}{/Control} twee');
	const paragraph = server.doc.getXmlFragment('default').get(0) as Y.XmlElement;
	await expect.poll(stored).toContain('Een twee');
	(paragraph.get(0) as Y.XmlText).insert(0, 'Nul ');
	await expect.poll(() => text.editor?.getText()).toBe('Nul Een twee');
	await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
	await expect.poll(stored).toContain('"Nul Een"');
});

/** Somebody else opens the text and puts a caret at its start. */
async function come(id: string, name: string): Promise<void> {
	const doc = new Y.Doc();
	const awareness = new Awareness(doc);
	const start = Y.createRelativePositionFromTypeIndex(server.doc.getXmlFragment('default'), 0);
	awareness.setLocalState({ user: { id, name }, cursor: { anchor: start, head: start } });
	applyAwarenessUpdate(server.awareness, encodeAwarenessUpdate(awareness, [doc.clientID]), null);
	awareness.destroy();
}
