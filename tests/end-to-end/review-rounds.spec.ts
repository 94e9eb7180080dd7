import type { Page } from '@playwright/test';
import { CHECKLIST } from '#domain/critical-friends.ts';
import { dayOf } from '#domain/days.ts';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, writeAtEnd } from './text.ts';
import { word } from './words.ts';

const NEXT_WEEK = dayOf(new Date(Date.now() + 7 * 86_400_000));
const WORDS = 'Op dinsdag deed er iemand open.';
const POLICY = 'Inwoners melden zich bij het loket.\n\nHet loket beslist binnen zes weken.';

/** A box or a button that opens where it stands. */
const unfold = (page: Page, key: string) =>
	page
		.locator('summary', { hasText: word(key) })
		.first()
		.click();
const button = (page: Page, key: string) =>
	page.getByRole('button', { name: word(key), exact: true });
const field = (page: Page, key: string) => page.getByLabel(word(key));

async function ask(page: Page, id: string, people: readonly string[]): Promise<string> {
	await visit(page, `/document/${id}/review`);
	await unfold(page, 'reviews_begin');
	for (const name of people) await page.getByRole('checkbox', { name }).check();
	await field(page, 'reviews_due').fill(NEXT_WEEK);
	await button(page, 'reviews_ask').click();
	await expect(page).toHaveURL(/\/review\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

test('somebody asks for feedback, gets it on the text of then, and closes the round', async ({
	as
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await beginStudy(researcher, 'Meelezen');
	await openToWrite(researcher, id);
	await writeAtEnd(researcher, WORDS);
	await isSaved(researcher);
	const round = await ask(researcher, id, ['Joost ten Velde']);
	await openToWrite(researcher, id);
	await writeAtEnd(researcher, ' Dat kwam later.');
	await isSaved(researcher);

	await visit(professional, `/document/${id}`);
	const asked = word('reviews_asked_by', { name: 'Samira el Idrissi' });
	await professional.getByRole('link', { name: asked }).click();
	await expect(professional).toHaveURL(round);
	const text = professional.locator('.content');
	await expect(text).toContainText(WORDS);
	await expect(text).not.toContainText('Dat kwam later');
	await professional.getByLabel(word('reviews_question_default_1')).fill('Ja, zo gaat het.');
	await button(professional, 'reviews_answer_send').click();
	await expect(professional.getByText(word('reviews_answer_sent'))).toBeVisible();
	await expect(button(professional, 'reviews_answer_change')).toBeVisible();

	await visit(researcher, round);
	await expect(researcher.getByText('Ja, zo gaat het.')).toBeVisible();
	await unfold(researcher, 'reviews_close');
	await researcher.getByLabel(word('reviews_close_name')).fill('Na het meelezen');
	await button(researcher, 'reviews_close_go').click();
	await expect(researcher.getByText(word('reviews_standing_closed')).first()).toBeVisible();
	await visit(professional, round);
	await expect(button(professional, 'reviews_answer_change')).toHaveCount(0);
	await expect(professional.getByText('Ja, zo gaat het.')).toBeVisible();
});

test('who is asked finds it in the inbox, and comes from there to the words of then', async ({
	as
}) => {
	const [researcher, professional] = [await as('onderzoeker'), await as('professional')];
	const id = await beginStudy(researcher, 'Gevonden in berichten');
	await openToWrite(researcher, id);
	await writeAtEnd(researcher, WORDS);
	await isSaved(researcher);
	const round = await ask(researcher, id, ['Joost ten Velde']);

	const asked = professional.locator(`a[href="${round}"]`);
	await expect(async () => {
		await visit(professional, '/inbox');
		await expect(asked.first()).toBeVisible({ timeout: 1000 });
	}).toPass();
	await asked.first().click();
	await expect(professional).toHaveURL(round);
	await expect(professional.locator('.text [role="document"]')).toContainText(WORDS);
});

test('who can’t read a text is named with the way to share it, and is not asked', async ({
	as
}) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Nog van ons');
	await visit(page, `/document/${id}/review`);
	await unfold(page, 'reviews_begin');
	await expect(page.getByRole('checkbox', { name: 'Gerda Nijhuis' })).toHaveCount(0);
	await unfold(page, 'reviews_cannot_read_label');
	await expect(page.getByText('Gerda Nijhuis')).toBeVisible();
	await page.getByRole('link', { name: word('reviews_share_first') }).click();
	await expect(page).toHaveURL(`/document/${id}`);
});

test('a mirror that is overdue shows on its study, and is begun by who writes it', async ({
	as
}) => {
	const [page, reader] = [await as('onderzoeker'), await as('beleid')];
	await visit(page, '/studies');
	await page.getByRole('link', { name: 'Aanbellen zonder aanleiding' }).first().click();
	await expect(page.locator('h1')).toBeVisible();
	const late = page.getByRole('link', { name: /Het spiegelmoment is te laat/ });
	await expect(late).toBeVisible();
	await late.click();
	await expect(page.getByText(word('reviews_standing_overdue')).first()).toBeVisible();
	await expect(page.getByLabel(word('reviews_question_nth', { nth: '1' }))).toHaveValue(
		word('reviews_mirror_default_1')
	);
	const mirror = new URL(page.url()).pathname;
	await visit(page, '/werkplaats/twente');
	await expect(page.locator(`a[href="${mirror}"]`)).toContainText('Aanbellen zonder aanleiding');
	// Who reads along sees that it is late, and not how to begin it.
	await visit(reader, mirror);
	await expect(reader.getByText(word('reviews_mirror_not_begun'))).toBeVisible();
	await expect(button(reader, 'reviews_ask')).toHaveCount(0);
});

test('a policy text is read by a critical friend who signs, and the municipality replies', async ({
	as
}) => {
	const [researcher, friend] = [await as('onderzoeker'), await as('professional')];
	const id = await beginStudy(researcher, 'Beleid gelezen');
	await visit(researcher, `/document/${id}/review`);
	await unfold(researcher, 'reviews_policy_add');
	await field(researcher, 'reviews_policy_title').fill('Beleidsplan');
	await field(researcher, 'reviews_policy_source').fill('Gemeente Oosterveen');
	await field(researcher, 'reviews_policy_text').fill(POLICY);
	await button(researcher, 'reviews_policy_keep').click();
	await unfold(researcher, 'reviews_policy_ask');
	const asking = researcher.locator('form[action="?/friends"]');
	await asking.getByRole('checkbox', { name: 'Joost ten Velde' }).check();
	await asking.getByLabel(word('reviews_due')).fill(NEXT_WEEK);
	await asking.getByRole('button', { name: word('reviews_ask') }).click();
	await expect(researcher).toHaveURL(/\/review\/[0-9a-f-]{36}$/);
	const round = new URL(researcher.url()).pathname;

	await visit(friend, round);
	await friend.getByText('Het loket beslist binnen zes weken.').selectText();
	await expect(field(friend, 'reviews_remark_quote')).toHaveValue(/binnen zes weken/);
	await friend.getByRole('radio', { name: word('cases_perspective_citizen') }).check();
	await field(friend, 'reviews_remark_body').fill('Dat is te lang.');
	await button(friend, 'reviews_remark_go').click();
	await expect(friend.getByText(word('reviews_remark_draft'))).toBeVisible();
	for (const item of CHECKLIST) {
		const row = friend.getByRole('group', { name: word(`reviews_check_${item}`) });
		await row.getByRole('radio', { name: word('reviews_check_no') }).check();
	}
	await button(friend, 'reviews_check_save').click();
	await expect(friend.getByText(word('reviews_check_saved'))).toBeVisible();
	await button(friend, 'reviews_sign').click();
	await expect(friend.getByText(word('reviews_signed_thanks'))).toBeVisible();

	const officer = await as('beleid');
	await visit(officer, round);
	const remark = officer.locator('li', { hasText: 'Dat is te lang.' });
	await remark.locator('summary').click();
	await remark.getByLabel(word('reviews_reply_words')).fill('We maken er drie weken van.');
	await remark.getByRole('button', { name: word('reviews_reply_go') }).click();
	await expect(officer.getByText('We maken er drie weken van.').first()).toBeVisible();
	await visit(friend, round);
	await expect(friend.getByText('We maken er drie weken van.')).toBeVisible();
});

test('without scripts one answers too', async ({ as }) => {
	const researcher = await as('onderzoeker');
	const id = await beginStudy(researcher, 'Zonder scripts');
	const round = await ask(researcher, id, ['Joost ten Velde']);
	const page = await as('professional', { javaScriptEnabled: false });
	await page.goto(round);
	await page.getByLabel(word('reviews_remarks')).fill('Het kan zo.');
	await button(page, 'reviews_answer_send').click();
	await expect(page.getByText(word('reviews_answer_sent'))).toBeVisible();
});

test('the pages look well and read well in every size, theme and language', async ({ as }) => {
	const page = await as('onderzoeker');
	await visit(page, '/studies');
	await page.getByRole('link', { name: 'Aanbellen zonder aanleiding' }).first().click();
	await expect(page).toHaveURL(/\/document\//);
	const study = new URL(page.url()).pathname;
	await everyLook(page, () => visit(page, `${study}/review`));
	await visit(page, `${study}/review`);
	const rounds = await page
		.locator(`main a.title-link[href^="${study}/review/"]`)
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	expect(rounds).toHaveLength(3);
	for (const round of rounds) await everyLook(page, () => visit(page, round));
});
