import type { Page } from '@playwright/test';
import { READER_ITEMS } from '#domain/case-versions.ts';
import { dutchLooks, everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { isSaved, openToWrite, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const COFFEE = 'De koffieochtend waar niemand kwam';
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

async function idOf(page: Page, kind: string, title: string): Promise<string> {
	const query = new URLSearchParams({ kind, q: title });
	const response = await page.request.get(`/api/v1/documents?${query}`);
	const { documents }: { documents: { id: string; title: string }[] } = await response.json();
	const found = documents.find((document) => document.title === title);
	expect(found, title).toBeDefined();
	return found!.id;
}

/** Chooses from the menu of a document. */
async function choose(page: Page, item: string) {
	await page.getByRole('button', { name: word('documents_more') }).click();
	await page.getByRole('menuitem', { name: item }).click();
}

test('a werkplaats makes a local variant, and sees what differs from the origin', async ({
	as,
	complaints
}) => {
	const soraya = await as('soraya.ramdin');
	const origin = await idOf(soraya, 'assignment', 'De eerste tien minuten');
	await visit(soraya, `/document/${origin}`);
	await choose(soraya, word('variants_make'));
	const why = soraya.getByLabel(word('variants_why'));
	await soraya.getByRole('button', { name: word('variants_go') }).click();
	await expect(soraya.getByText(word('error_required'))).toBeVisible();
	await expect(why).toBeFocused();
	complaints.splice(0);
	await why.fill('Hier bel je aan bij de vereniging.');
	await soraya.getByLabel(word('variants_name')).fill('Tien minuten in de kantine');
	await soraya.getByRole('button', { name: word('variants_go') }).click();

	await expect(soraya.getByText(word('variants_of'))).toBeVisible();
	await expect(soraya.getByText('Hier bel je aan bij de vereniging.')).toBeVisible();
	await expect(soraya.getByText(word('variants_same'))).toBeVisible();
	const id = new URL(soraya.url()).pathname.split('/').at(-1)!;
	await openToWrite(soraya, id);
	await writeAtEnd(soraya, ' Neem een kaartspel mee.');
	await isSaved(soraya);
	const added = soraya.locator('ins', { hasText: 'Neem een kaartspel mee.' });
	await expect(async () => {
		await visit(soraya, `/document/${id}`);
		await soraya.locator('summary', { hasText: word('variants_differs') }).click();
		await expect(added).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(soraya.locator('del')).toHaveCount(0);

	await soraya.locator('summary', { hasText: word('variants_explain') }).click();
	await why.fill('In de kantine ken je elkaar al.');
	await soraya.getByRole('button', { name: word('documents_save') }).click();
	await expect(soraya.locator('.why')).toHaveText('In de kantine ken je elkaar al.');

	// Beside the origin: for who may read it there, and for nobody else.
	const listed = (page: Page) => page.getByRole('link', { name: 'Tien minuten in de kantine' });
	await visit(soraya, `/document/${origin}`);
	await expect(listed(soraya)).toBeVisible();
	const pim = await as('docent');
	await visit(pim, `/document/${origin}`);
	await expect(pim.getByRole('heading', { name: word('variants_title') })).toHaveCount(0);
	await expect(listed(pim)).toHaveCount(0);
});

test('a teaching version is agreed to and read along before it is final, and an edit voids that', async ({
	as,
	complaints
}) => {
	const anne = await as('coordinator');
	const joost = await as('professional');
	const casus = await idOf(anne, 'case', COFFEE);
	await visit(anne, `/document/${casus}`);
	await anne.getByRole('button', { name: word('versions_make_teaching') }).click();
	await expect(anne.getByText(word('versions_is_teaching'))).toBeVisible();
	const id = new URL(anne.url()).pathname.split('/').at(-1)!;
	expect(id).not.toBe(casus);
	const title = `${COFFEE} (onderwijsversie)`;
	await expect(anne.getByRole('link', { name: COFFEE, exact: true })).toBeVisible();

	/** Whether everything that was asked of a version was given. */
	const isReady = (page: Page) => page.getByText(word('versions_ready'));
	const state = async (to: string) => {
		const data = { state: to };
		return (await anne.request.patch(`/api/v1/documents/${id}`, { data })).status();
	};
	const agree = async (page: Page) => {
		await visit(page, `/document/${id}`);
		const yes = page.getByRole('button', { name: word('versions_yes') });
		const open = await yes.count();
		await yes.first().click();
		await expect(page.getByText(word('versions_own_yes')).first()).toBeVisible();
		await expect(yes).toHaveCount(open - 1);
	};
	expect(await state('in_review')).toBe(200);
	expect(await state('final')).toBe(409);
	// What is refused is said in words that one can do something with.
	await visit(anne, `/document/${id}`);
	await choose(anne, word('documents_to_final'));
	await expect(anne.getByText(word('error_version_unchecked')).last()).toBeVisible();

	// A citizen finds it on the case, on a phone, and says that her story may be told so.
	const truus = await as('truus.lansink', PHONE);
	await visit(truus, `/document/${casus}`);
	await truus.getByRole('link', { name: title }).tap();
	await expect(truus.getByText(word('versions_asked'))).toBeVisible();
	await truus.getByRole('link', { name: word('versions_asked_go') }).tap();
	await expect(truus.getByText(word('versions_own_teaching'))).toBeInViewport();
	await truus.getByRole('button', { name: word('versions_yes') }).tap();
	await expect(truus.getByText(word('versions_own_yes'))).toBeVisible();
	await expect(truus.getByText(word('versions_asked'))).toHaveCount(0);
	// He tells in two voices, and says it of each.
	await agree(joost);
	await agree(joost);
	await agree(await as('beleid'));

	// The lector reads it along, and can't sign for what she did not tick.
	const marloes = await as('lector');
	await visit(marloes, `/document/${id}`);
	await expect(isReady(marloes)).toHaveCount(0);
	const sign = marloes.getByRole('button', { name: word('versions_sign') });
	await sign.click();
	await expect(marloes.getByText(word('error_version_items'))).toBeVisible();
	for (const item of READER_ITEMS) {
		await marloes.getByLabel(word(`versions_item_${item}`)).check();
	}
	await sign.click();
	await expect(isReady(marloes)).toBeVisible();
	await expect(sign).toHaveCount(0);
	const naomi = await as('student2');
	expect((await naomi.request.get(`/document/${id}`)).status()).toBe(404);
	expect(await state('final')).toBe(200);
	const readers = { data: { sensitivity: 'werkplaats' } };
	expect((await anne.request.patch(`/api/v1/documents/${id}`, readers)).status()).toBe(200);
	await visit(naomi, `/document/${id}`);
	await expect(naomi.getByText(word('versions_checked'))).toBeVisible();
	await expect(naomi.getByRole('heading', { name: word('versions_checks') })).toHaveCount(0);

	// Taken up again it is closed to her, and one word more voids every check.
	expect(await state('in_review')).toBe(200);
	expect((await naomi.request.get(`/document/${id}`)).status()).toBe(404);
	await openToWrite(anne, id);
	await theText(anne).click();
	await writeAtEnd(anne, ' Zij heet Janny.');
	await isSaved(anne);
	await visit(anne, `/document/${id}`);
	await expect(isReady(anne)).toHaveCount(0);
	await expect(anne.getByText(word('versions_earlier')).first()).toBeVisible();
	expect(await state('final')).toBe(409);
	await visit(truus, `/document/${id}`);
	await expect(truus.getByText(word('versions_own_earlier'))).toBeVisible();
	await truus.getByRole('button', { name: word('versions_no') }).tap();
	await expect(truus.getByText(word('versions_own_no'))).toBeVisible();
	complaints.splice(0);
	await dutchLooks(truus, () => visit(truus, `/document/${id}`));
	await dutchLooks(marloes, () => visit(marloes, `/document/${id}`));
});

test('a variant, and the form to make one, are for everybody', async ({ as }) => {
	const page = await as('fenna.abdi');
	const variant = await idOf(page, 'assignment', 'De eerste tien minuten, achterom');
	await everyLook(page, async () => {
		await visit(page, `/document/${variant}`);
		await page.locator('section[aria-label] summary').last().click();
	});
	const origin = await idOf(page, 'assignment', 'De eerste tien minuten');
	await everyLook(page, () => visit(page, `/document/${origin}`));
	await everyLook(page, () => visit(page, `/document/${origin}/variant`));
});

test('a version, and a case with one, are for everybody', async ({ as }) => {
	const page = await as('professional');
	const title = 'Een hond met twee baasjes';
	const version = await idOf(page, 'case', `${title} (onderwijsversie)`);
	await everyLook(page, () => visit(page, `/document/${version}`));
	const casus = await idOf(page, 'case', title);
	await dutchLooks(page, () => visit(page, `/document/${casus}`));
});
