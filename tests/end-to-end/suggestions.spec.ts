import type { Locator, Page } from '@playwright/test';
import { dutchLooks } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 180_000 });

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const BEGIN = 'Wij bellen aan zonder papier.';

/** A study with a sentence of the researcher in it. */
async function begin(researcher: Page, title: string): Promise<string> {
	const id = await beginStudy(researcher, title);
	await openToWrite(researcher, id);
	await writeAtEnd(researcher, BEGIN);
	await isSaved(researcher);
	return id;
}

async function choose(page: Page, mode: string): Promise<void> {
	await page.getByRole('button', { name: word('suggestions_mode_label') }).click();
	await page.getByRole('menuitemradio', { name: word(mode) }).click();
}

/** Opens a document and writes one's own version of its text. */
async function suggestAtEnd(page: Page, id: string, words: string): Promise<void> {
	await visit(page, `/document/${id}`);
	await choose(page, 'suggestions_mode_suggest');
	await expect(theText(page)).toContainText(BEGIN);
	await writeAtEnd(page, words);
	await isSaved(page);
}

/** The cards beside the text. */
async function cards(page: Page): Promise<Locator> {
	const panel = page.getByRole('region', { name: word('suggestions_panel') });
	if (!(await panel.isVisible())) {
		await page.getByRole('button', { name: new RegExp(`^${word('suggestions_panel')}`) }).click();
	}
	return panel.locator('[data-card]');
}
const live = (page: Page) => page.locator('.text .ProseMirror:visible');

test('a professional suggests, a researcher sees it within seconds and accepts, and both have the words', async ({
	as
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await begin(researcher, 'Een ander woord');
	await suggestAtEnd(professional, id, ' En we luisteren eerst.');
	await expect(theText(professional).locator('ins')).toHaveText(' En we luisteren eerst.');

	await expect(live(researcher).locator('ins')).toHaveText(' En we luisteren eerst.');
	const card = (await cards(researcher)).first();
	await expect(card).toContainText('En we luisteren eerst.');
	await expect(card).toContainText(
		word('suggestions_as', { function: word('function_professional') })
	);
	await card.getByRole('button', { name: word('suggestions_remark') }).click();
	await researcher.keyboard.type('Mooi gezegd.');
	await card.getByRole('button', { name: word('suggestions_remark_send') }).click();
	const told = researcher.getByRole('region', { name: word('ui_notices') });
	await expect(told.getByText(word('suggestions_remark_sent'))).toBeVisible();
	await card.getByRole('button', { name: word('suggestions_accept') }).click();
	await expect(live(researcher).locator('ins')).toHaveCount(0);
	await expect(live(researcher)).toContainText(`${BEGIN} En we luisteren eerst.`);
	await isSaved(researcher);

	await expect(theText(professional).locator('ins')).toHaveCount(0);
	await expect(theText(professional)).toContainText(`${BEGIN} En we luisteren eerst.`);
	await choose(professional, 'documents_mode_read');
	await expect(live(professional)).toContainText(`${BEGIN} En we luisteren eerst.`);
});

test('a suggestion is rejected, and all of one person is accepted after it is told how many', async ({
	as
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const lector = await as('lector');
	const id = await begin(researcher, 'Twee die iets voorstellen');
	await suggestAtEnd(professional, id, ' Dit niet.');
	await suggestAtEnd(lector, id, ' Dit wel.');
	await theText(lector).press('ControlOrMeta+Home');
	await lector.keyboard.type('Vooraf. ');
	await isSaved(lector);

	const all = await cards(researcher);
	await expect(all).toHaveCount(3);
	const wrong = all.filter({ hasText: 'Dit niet.' });
	await wrong.getByRole('button', { name: word('suggestions_reject') }).click();
	await expect(all).toHaveCount(2);
	await expect(theText(professional).locator('ins')).toHaveCount(0);

	await researcher.getByRole('button', { name: word('suggestions_all') }).click();
	await researcher
		.getByRole('menuitem', { name: word('suggestions_accept_everybody', { count: '2' }) })
		.click();
	const dialog = researcher.getByRole('dialog', {
		name: word('suggestions_sure_accept', { count: '2' })
	});
	await dialog.getByRole('button', { name: word('suggestions_accept') }).click();
	await expect(all).toHaveCount(0);
	await expect(live(researcher)).toContainText('Dit wel.');
	await expect(live(researcher)).not.toContainText('Dit niet.');
});

test('who may only suggest has no other way to write', async ({ as }) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await begin(researcher, 'Alleen voorstellen');
	await visit(professional, `/document/${id}`);
	await expect(live(professional)).toContainText(BEGIN);
	await expect(theText(professional)).toHaveCount(0);
	await professional.getByRole('button', { name: word('suggestions_mode_label') }).click();
	await expect(
		professional.getByRole('menuitemradio', { name: word('documents_mode_write') })
	).toHaveCount(0);
	await professional.keyboard.press('Escape');
	await suggestAtEnd(professional, id, ' Iets anders.');
	const text = await researcher.request.get(`/api/v1/documents/${id}/export/md`);
	expect(await text.text()).toContain(BEGIN);
	expect(await text.text()).not.toContain('Iets anders.');
	// On this visit it is as it was.
	await professional.reload();
	await expect(theText(professional).locator('ins')).toHaveText(' Iets anders.');
});

test('what somebody suggests without a line is there when they come back, beside what others wrote, once', async ({
	as,
	complaints
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional', {})];
	const id = await begin(researcher, 'Zonder verbinding voorstellen');
	await suggestAtEnd(professional, id, ' En dit.');
	// What is written goes nowhere; what is read is there.
	const context = professional.context();
	await context.route('**/suggestions/mine', (route) =>
		route.request().method() === 'PUT' ? route.abort() : route.fallback()
	);
	await writeAtEnd(professional, ' Onderweg bedacht.');
	await expect(
		professional.getByText(word('editor_save_offline_kept')).filter({ visible: true })
	).toBeVisible();
	// As a browser that ends: nobody is asked, and it is not the same visit.
	await professional.close();
	await openToWrite(researcher, id);
	await theText(researcher).press('ControlOrMeta+Home');
	await researcher.keyboard.type('Eerst even dit. ');
	await isSaved(researcher);

	const again = await context.newPage();
	await visit(again, `/document/${id}`);
	await expect(theText(again)).toContainText('Eerst even dit.');
	await expect(theText(again).locator('ins')).toHaveText(' En dit. Onderweg bedacht.');
	await context.unroute('**/suggestions/mine');
	await isSaved(again);
	await expect(live(researcher).locator('ins')).toHaveText(' En dit. Onderweg bedacht.');
	await again.reload();
	await expect(live(again).locator('ins')).toHaveText(' En dit. Onderweg bedacht.');
	// A browser says of each try that it did not arrive.
	complaints.length = 0;
});

test('the whole of it goes by keyboard', async ({ as }) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await begin(researcher, 'Zonder muis voorstellen');
	await visit(professional, `/document/${id}`);
	await professional.getByRole('button', { name: word('suggestions_mode_label') }).focus();
	await professional.keyboard.press('Enter');
	await expect(
		professional.getByRole('menuitemradio', { name: word('documents_mode_read') })
	).toBeFocused();
	await professional.keyboard.press('Home');
	await professional.keyboard.press('Enter');
	await expect(theText(professional)).toBeFocused();
	await professional.keyboard.press('ControlOrMeta+End');
	await professional.keyboard.type(' Met de toetsen.');
	await isSaved(professional);

	await expect(live(researcher).locator('ins')).toHaveText(' Met de toetsen.');
	await (await cards(researcher)).first().waitFor();
	await theText(researcher).focus();
	await researcher.keyboard.press('F8');
	await expect(live(researcher).locator('ins.is-current')).toHaveText(' Met de toetsen.');
	const card = (await cards(researcher)).first();
	await card.locator('.head').focus();
	await researcher.keyboard.press('Tab');
	await expect(card.getByRole('button', { name: word('suggestions_accept') })).toBeFocused();
	await researcher.keyboard.press('Enter');
	await expect(live(researcher)).toContainText(`${BEGIN} Met de toetsen.`);
	await expect(await cards(researcher)).toHaveCount(0);
});

test('somebody suggests on a phone', async ({ as }) => {
	const researcher = await as('onderzoeker');
	const professional = await as('professional', PHONE);
	const id = await begin(researcher, 'Op een telefoon');
	await visit(professional, `/document/${id}`);
	await professional
		.getByRole('button', { name: word('suggestions_mode_suggest') })
		.last()
		.tap();
	await expect(theText(professional)).toBeVisible();
	await theText(professional).press('ControlOrMeta+End');
	await professional.keyboard.type(' Onderweg getypt.');
	await isSaved(professional);
	await expect(live(researcher).locator('ins')).toHaveText(' Onderweg getypt.');
	await professional.getByRole('button', { name: word('editor_done') }).tap();
	await expect(theText(professional)).toHaveCount(0);
	await expect(live(professional).locator('ins')).toHaveText(' Onderweg getypt.');
});

test('suggestions are for everybody, in the text and beside it', async ({ as }) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await begin(researcher, 'Voor iedereen');
	await suggestAtEnd(professional, id, ' Leesbaar voor iedereen.');
	await dutchLooks(researcher, async () => {
		await visit(researcher, `/document/${id}`);
		await expect(live(researcher).locator('ins')).toBeVisible();
		await (await cards(researcher)).first().waitFor();
	});
	await dutchLooks(professional, async () => {
		await visit(professional, `/document/${id}`);
		await expect(theText(professional).locator('ins')).toBeVisible();
	});
});
