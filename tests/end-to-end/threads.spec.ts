import type { Locator, Page } from '@playwright/test';
import { dutchLooks } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, select, theText, wordsIn, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const BEFORE = 'De buurvrouw kwam langs. ';
const WORDS = 'Wie iets kleins vraagt, mag binnenkomen.';

const rail = (page: Page) => page.getByRole('complementary', { name: word('documents_rail') });
const marks = (page: Page) => page.locator('mark.talked');
const card = (page: Page, words: string) => page.locator('[data-card]').filter({ hasText: words });

/** A study with words in it, open to write. */
async function beginText(page: Page, title: string): Promise<string> {
	const id = await beginStudy(page, title);
	await openToWrite(page, id);
	await writeAtEnd(page, `${BEFORE}${WORDS}`);
	await isSaved(page);
	return id;
}

async function commentOn(page: Page, words: string, says: string): Promise<void> {
	await select(page, words);
	await page.getByRole('button', { name: word('threads_comment'), exact: true }).click();
	await page.getByLabel(word('threads_say')).fill(says);
	await page.getByRole('button', { name: word('threads_send'), exact: true }).click();
	await expect(card(page, says)).toBeVisible();
}

/** How far a card stands from its words, in pixels. */
async function distance(page: Page, of: Locator): Promise<number> {
	const mark = await marks(page).first().boundingBox();
	const box = await of.boundingBox();
	return Math.abs((mark?.y ?? 0) - (box?.y ?? 1e6));
}

test('who may only suggest begins a conversation beside words, and it goes along with them until they are gone', async ({
	as
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await beginText(researcher, 'Iets kleins');
	await visit(professional, `/document/${id}`);
	await expect(professional.locator('.text .ProseMirror')).toContainText(WORDS);

	await select(professional, WORDS);
	await professional.getByRole('button', { name: word('threads_comment'), exact: true }).click();
	await professional.getByLabel(word('threads_say')).pressSequentially('Zag jij dit ook, @Samira');
	await professional.getByRole('option', { name: /Samira/ }).click();
	await professional.getByRole('button', { name: word('threads_send'), exact: true }).click();
	const said = card(professional, 'Zag jij dit ook');
	await expect(said).toContainText('@Samira el Idrissi');
	await expect(marks(professional)).toHaveText(WORDS);

	// The other hears of it without asking, and comes to it by the words.
	await expect(marks(researcher)).toHaveText(WORDS);
	await marks(researcher).click();
	const heard = card(researcher, 'Zag jij dit ook');
	await expect(heard).toContainText('Welzijn Oostwaard');
	await expect.poll(() => distance(researcher, heard)).toBeLessThan(2);
	await heard.getByLabel(word('threads_reply')).fill('Ja, twee keer.');
	await heard.getByRole('button', { name: word('threads_send_reply'), exact: true }).click();
	await expect(said).toContainText('Ja, twee keer.');

	await heard.getByRole('button', { name: word('threads_resolve'), exact: true }).click();
	await expect(heard).toBeHidden();
	await expect(said).toBeHidden();
	await expect(marks(professional)).toHaveCount(0);
	await rail(professional)
		.getByRole('button', { name: word('threads_filter_resolved') })
		.click();
	await said.getByText('Zag jij dit ook').click();
	await said.getByRole('button', { name: word('threads_reopen') }).click();
	await expect(marks(researcher)).toHaveText(WORDS);

	// A paragraph is split before the words, and written in.
	await theText(researcher).press('ControlOrMeta+Home');
	await theText(researcher).press('End');
	await select(researcher, 'buurvrouw');
	await researcher.keyboard.press('ArrowRight');
	await researcher.keyboard.press('Enter');
	await researcher.keyboard.type('Zij woont om de hoek, en ');
	await isSaved(researcher);
	await expect(marks(researcher)).toHaveText(WORDS);
	await expect(marks(professional)).toHaveText(WORDS);

	await select(researcher, WORDS);
	await researcher.keyboard.press('Delete');
	await isSaved(researcher);
	const loose = rail(researcher).getByRole('region', { name: word('threads_loose') });
	await expect(loose).toContainText(WORDS);
	await expect(loose).toContainText(word('threads_detached'));
	await expect(marks(researcher)).toHaveCount(0);
	await rail(professional)
		.getByRole('button', { name: word('threads_filter_open') })
		.click();
	await expect(
		rail(professional).getByRole('region', { name: word('threads_loose') })
	).toContainText(WORDS);
	expect(await wordsIn(theText(researcher))).not.toContain(WORDS);
});

test('a conversation from its beginning to its end by keyboard alone', async ({ as }) => {
	const page = await as('onderzoeker');
	await beginText(page, 'Zonder muis in gesprek');
	for (let nth = 0; nth < 'binnenkomen.'.length; nth += 1) {
		await page.keyboard.press('Shift+ArrowLeft');
	}
	await page.keyboard.press('ControlOrMeta+Alt+KeyM');
	await expect(page.getByLabel(word('threads_say'))).toBeFocused();
	await page.keyboard.type('Waar is dat?');
	await page.keyboard.press('ControlOrMeta+Enter');
	const said = card(page, 'Waar is dat?');
	await expect(said).toBeFocused();
	await expect(marks(page)).toHaveText('binnenkomen.');

	await page.keyboard.press('Escape');
	await expect(theText(page)).toBeFocused();
	await page.keyboard.type(' Dat kan.');
	await expect(theText(page)).toContainText('binnenkomen. Dat kan.');

	await page.keyboard.press('Alt+Shift+KeyN');
	await expect(said).toBeFocused();
	const reply = said.getByLabel(word('threads_reply'));
	while (!(await reply.evaluate((node) => node === document.activeElement))) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.type('Aan de voordeur.');
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(said).toContainText('Aan de voordeur.');
	const resolve = said.getByRole('button', { name: word('threads_resolve'), exact: true });
	while (!(await resolve.evaluate((node) => node === document.activeElement))) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(said).toBeHidden();
	await expect(theText(page)).toBeFocused();
	await expect(marks(page)).toHaveCount(0);
});

test('what one said oneself is changed and taken away, and a sign says enough', async ({ as }) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await beginText(researcher, 'Nog eens gezegd');
	await commentOn(researcher, 'buurvrouw', 'Welke buurvrow?');
	const thread = await card(researcher, 'Welke buurvrow?').getAttribute('data-card');
	// Its words change, and are in a field meanwhile.
	const own = researcher.locator(`[data-card="${thread}"]`);
	const menu = word('threads_comment_menu', { name: 'Samira el Idrissi' });
	await own.getByRole('button', { name: menu }).click();
	await researcher.getByRole('menuitem', { name: word('threads_edit'), exact: true }).click();
	await own.getByLabel(word('threads_edit_label')).fill('Welke buurvrouw?');
	await own.getByRole('button', { name: word('threads_save'), exact: true }).click();
	await expect(own).toContainText(word('threads_edited'));

	await visit(professional, `/document/${id}`);
	await marks(professional).click();
	const seen = card(professional, 'Welke buurvrouw?');
	await seen.getByRole('button', { name: menu }).click();
	await professional.getByRole('menuitem', { name: word('threads_sign_agree') }).click();
	const sign = new RegExp(`${word('threads_sign_agree')}: Joost ten Velde`);
	await expect(own.getByRole('button', { name: sign })).toBeVisible();

	// Whose action it is, and before which day.
	await own.getByRole('button', { name: word('threads_action') }).click();
	await own.getByLabel(word('threads_action_find')).fill('Joost');
	await own.getByRole('radio', { name: /Joost ten Velde/ }).check();
	await own.getByLabel(word('threads_action_due')).fill('2030-01-31');
	await own.getByRole('button', { name: word('threads_save'), exact: true }).click();
	await expect(seen).toContainText('Joost ten Velde');
	await rail(professional)
		.getByRole('button', { name: word('threads_filter_mine') })
		.click();
	await expect(seen).toBeVisible();

	// Its own address brings others to it.
	const part = await own.page().evaluate(() => location.pathname);
	await visit(professional, `${part}?thread=${thread}`);
	await expect(card(professional, 'Welke buurvrouw?')).toBeFocused();

	await own.getByRole('button', { name: menu }).click();
	await researcher.getByRole('menuitem', { name: word('threads_remove'), exact: true }).click();
	await own
		.getByRole('group', { name: word('threads_remove_sure') })
		.getByRole('button', { name: word('threads_remove'), exact: true })
		.click();
	await expect(own).toBeHidden();
	await expect(marks(professional)).toHaveCount(0);
});

test('a citizen talks about their own voice on a phone', async ({ as, house }) => {
	const professional = await as('professional');
	const response = await professional.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'case', title: 'Op de telefoon' }
	});
	const { id, parts }: { id: string; parts: { id: string; perspective: string | null }[] } =
		await response.json();
	const voice = parts.find(({ perspective }) => perspective === 'citizen')!.id;
	const given = await professional.request.post(`/document/${id}?/giveVoice`, {
		form: { part: voice, person: 'inwoner@wisselwerking.example' },
		headers: { origin: house.address }
	});
	expect(given.ok()).toBe(true);
	const citizen = await as('inwoner', PHONE);
	await visit(citizen, `/document/${id}?part=${voice}`);
	await citizen.getByRole('button', { name: word('editor_edit'), exact: true }).tap();
	await writeAtEnd(citizen, `${BEFORE}${WORDS}`);
	await isSaved(citizen);

	await select(citizen, 'De buurvrouw kwam langs.');
	await citizen.getByRole('button', { name: word('threads_comment'), exact: true }).tap();
	const sheet = citizen.getByRole('dialog', { name: word('threads_title') });
	await sheet.getByLabel(word('threads_say')).fill('Dit mag in het verslag.');
	await sheet.getByRole('button', { name: word('threads_send'), exact: true }).tap();
	const said = sheet.locator('[data-card]').filter({ hasText: 'Dit mag in het verslag.' });
	await expect(said).toContainText('De buurvrouw kwam langs.');
	await citizen.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await expect(marks(citizen)).toHaveText('De buurvrouw kwam langs.');

	// Whoever reads along answers, and the citizen hears it.
	await visit(professional, `/document/${id}?part=${voice}`);
	await marks(professional).click();
	const heard = card(professional, 'Dit mag in het verslag.');
	await heard.getByLabel(word('threads_reply')).fill('Dank je wel.');
	await heard.getByRole('button', { name: word('threads_send_reply'), exact: true }).click();
	await citizen.getByRole('button', { name: word('documents_more') }).tap();
	await citizen.getByRole('menuitem', { name: new RegExp(word('threads_title')) }).tap();
	await said.getByRole('button', { name: word('threads_replies', { count: '1' }) }).tap();
	await expect(said).toContainText('Dank je wel.');
	const width = await citizen.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(320);
});

test('conversations are for everybody', async ({ as }) => {
	const page = await as('onderzoeker');
	const id = await beginText(page, 'Voor iedereen te volgen');
	await commentOn(page, 'buurvrouw', 'Welke?');
	await commentOn(page, 'binnenkomen', 'Waar is dat?');
	await dutchLooks(page, async () => {
		await openToWrite(page, id);
		await marks(page).first().click();
		await expect(card(page, 'Welke?')).toBeVisible();
		await expect(rail(page)).toBeVisible();
	});
	await page
		.getByRole('button', { name: word('documents_more') })
		.first()
		.click();
	await page.getByRole('menuitem', { name: new RegExp(word('threads_title')) }).click();
	await expect(page.getByRole('dialog', { name: word('threads_title') })).toBeVisible();
});
