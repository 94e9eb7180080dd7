import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test, visit } from './people.ts';
import { ask, makeLink } from './questions.ts';
import { openToWrite } from './text.ts';
import { word } from './words.ts';

const AGENDA = '/werkplaats/twente/agenda';
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const entry = (page: Page, title: string): Locator =>
	page.locator('.main > ul > li').filter({ has: page.locator('.title').getByText(title) });
const dot = (page: Page, key: string, title: string): Locator =>
	entry(page, title).getByRole('button', { name: word(key) });

test('a citizen asks through a link on a phone, an editor makes it clear, and it is weighed and answered', async ({
	as,
	asNobody
}) => {
	const question = `Wie belt er terug? ${randomUUID().slice(0, 8)}`;
	const anne = await as('coordinator');
	const path = await makeLink(anne, 'twente');

	const somebody = await asNobody(PHONE);
	await visit(somebody, path);
	await somebody.getByLabel(word('agenda_link_question')).fill(question);
	await somebody.getByLabel(word('agenda_link_example')).fill('Ik belde drie keer.');
	await somebody.getByLabel(word('agenda_link_name')).fill('Mevrouw De Proef');
	await somebody.getByRole('button', { name: word('agenda_link_send') }).tap();
	await expect(somebody.getByText(word('agenda_link_thanks'), { exact: true })).toBeVisible();

	const gerda = await as('inwoner');
	await visit(gerda, AGENDA);
	await expect(gerda.getByText(question)).toHaveCount(0);

	await visit(anne, AGENDA);
	await expect(entry(anne, question)).toContainText(word('agenda_via_link'));
	await expect(entry(anne, question)).toContainText('Mevrouw De Proef');
	await entry(anne, question).locator('.curate summary').click();
	await entry(anne, question).getByLabel(word('agenda_decide_clarified_link')).check();
	await entry(anne, question)
		.getByRole('button', { name: word('agenda_curate_save') })
		.click();
	await expect(anne.getByText(word('agenda_curated'))).toBeVisible();

	await visit(gerda, AGENDA);
	await dot(gerda, 'agenda_take', 'Waarom krijgt één gezin').click();
	await dot(gerda, 'agenda_give', question).click();
	await expect(dot(gerda, 'agenda_take', question)).toBeVisible();
	await expect(entry(gerda, question).locator('.parties p')).toContainText(word('party_citizens'));

	const marloes = await as('lector');
	const made = await marloes.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'study', title: `Terugbellen ${randomUUID()}` }
	});
	const study: { id: string; title: string } = await made.json();
	await openToWrite(marloes, study.id);
	await marloes.locator('summary', { hasText: word('relations_add') }).click();
	await marloes.getByLabel(word('relations_other')).fill(question);
	await marloes.getByRole('button', { name: word('relations_save') }).click();
	await expect(marloes.getByRole('link', { name: question })).toBeVisible();

	await visit(marloes, AGENDA);
	await expect(entry(marloes, question)).toContainText(word('standing_taken_up'));
	await expect(entry(marloes, question)).toContainText(study.title);
	await visit(gerda, AGENDA);
	await expect(entry(gerda, question)).toContainText(word('agenda_answers_hidden'));
	await expect(gerda.getByText(study.title)).toHaveCount(0);
});

test('dots are given and taken back without scripts, and not more than there are', async ({
	as,
	complaints
}) => {
	const student = await as('docent');
	const titles = Array.from({ length: 4 }, () => `Zonder script ${randomUUID().slice(0, 8)}?`);
	for (const title of titles) await ask(student, title);
	const page = await as('docent', { javaScriptEnabled: false });
	await page.goto(`${AGENDA}?order=cluster`);
	for (const title of titles.slice(0, 3)) {
		await dot(page, 'agenda_give', title).click();
		await expect(dot(page, 'agenda_take', title)).toBeVisible();
		await expect(page).toHaveURL(/order=cluster/);
	}
	await expect(page.getByText(word('agenda_left_none'))).toBeVisible();
	await expect(dot(page, 'agenda_give', titles[3]!)).toBeDisabled();
	for (const title of titles.slice(0, 3)) await dot(page, 'agenda_take', title).click();
	await expect(page.getByText(word('agenda_left', { count: '3' }))).toBeVisible();
	expect(complaints).toEqual([]);
});

test('a dot is shown at once, and comes back when the server refuses it', async ({
	as,
	complaints
}) => {
	const page = await as('student2');
	const title = `Meteen te zien ${randomUUID().slice(0, 8)}?`;
	await ask(page, title);
	await visit(page, AGENDA);
	let answer = () => {};
	const asked = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/agenda\?\/give/, async (route) => {
		await asked;
		await route.abort();
	});
	await dot(page, 'agenda_give', title).click();
	await expect(dot(page, 'agenda_take', title)).toBeVisible();
	answer();
	await expect(page.locator('.toast', { hasText: word('agenda_dot_failed') })).toBeVisible();
	await expect(dot(page, 'agenda_give', title)).toBeVisible();
	complaints.splice(0);
});

test('who is from elsewhere sees nothing of the agenda, and a closed link opens nothing', async ({
	as,
	asNobody,
	complaints
}) => {
	const wietske = await as('buitenstaander');
	await visit(wietske, AGENDA);
	await expect(wietske.locator('.main > ul > li')).toHaveCount(0);
	await expect(wietske.getByText(word('agenda_no_say'))).toBeVisible();

	const anne = await as('coordinator');
	const path = await makeLink(anne, 'twente');
	await anne
		.getByRole('button', { name: word('agenda_link_close') })
		.first()
		.click();
	await expect(anne.getByText(word('agenda_link_closed'))).toBeVisible();
	const response = await (await asNobody(PHONE)).goto(path);
	expect(response?.status()).toBe(410);
	complaints.splice(0);
});
