import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

/** What a party says, beside the study that is open. */
const closing = (page: Page, party: string) =>
	page
		.locator('.foot li')
		.filter({ has: page.getByRole('heading', { name: word(`party_${party}`) }) });

const newQuestions = (page: Page) => page.getByRole('region', { name: word('agenda_new') });

async function shared(page: Page, id: string, email: string): Promise<void> {
	const response = await page.request.post(`/api/v1/documents/${id}/grants`, {
		data: { person: email, level: 'comment' }
	});
	expect(response.status()).toBe(204);
}

test('a citizen says what changes for citizens, and nobody says it for another', async ({ as }) => {
	const [marloes, gerda] = [await as('lector'), await as('inwoner')];
	const id = await beginStudy(marloes, 'Wat er daarna verandert');
	await shared(marloes, id, 'inwoner@wisselwerking.example');

	await visit(gerda, `/document/${id}`);
	await closing(gerda, 'citizens').locator('summary').click();
	await closing(gerda, 'citizens')
		.getByRole('textbox', { name: word('studies_closing_yours') })
		.fill('Wij kiezen mee in welke straat er wordt aangebeld.');
	await closing(gerda, 'citizens')
		.getByRole('button', { name: word('closing_save') })
		.click();
	await expect(closing(gerda, 'citizens').locator('.said')).toContainText('Wij kiezen mee');
	await expect(closing(gerda, 'municipality').locator('summary')).toHaveCount(0);

	await visit(marloes, `/document/${id}`);
	await expect(closing(marloes, 'citizens')).toContainText('Gerda Nijhuis');
	await expect(closing(marloes, 'citizens').locator('summary')).toHaveCount(0);
	await closing(marloes, 'municipality').locator('summary').click();
	await closing(marloes, 'municipality')
		.getByRole('textbox', { name: word('closing_reason') })
		.fill('Gevraagd in november.');
	await closing(marloes, 'municipality')
		.getByRole('button', { name: word('closing_save') })
		.click();
	await expect(closing(marloes, 'municipality')).toContainText('Gevraagd in november.');

	for (const state of ['in_review', 'final']) {
		await marloes.request.patch(`/api/v1/documents/${id}`, { data: { state } });
	}
	await visit(gerda, `/document/${id}`);
	await expect(gerda.locator('.gap')).toContainText(word('party_education'));
	await expect(gerda.locator('.gap')).not.toContainText(word('party_citizens'));
});

test('a question goes on the agenda from the words in which it came up', async ({ as }) => {
	const [samira, anne] = [await as('onderzoeker'), await as('coordinator')];
	const asked = `Wie komt er na het eten ${randomUUID().slice(0, 8)}?`;
	const title = `Avonden ${randomUUID().slice(0, 8)}`;
	const id = await beginStudy(samira, title);
	await openToWrite(samira, id);
	await writeAtEnd(samira, asked);
	await isSaved(samira);
	await theText(samira).press('Shift+Home');
	await samira.getByRole('button', { name: word('agenda_new_from_words_short') }).click();
	const dialog = samira.getByRole('dialog', { name: word('agenda_new_from_words') });
	await expect(dialog.getByLabel(word('agenda_link_question'))).toHaveValue(asked);
	await dialog.getByRole('button', { name: word('agenda_new_send') }).click();
	await expect(samira.locator('.toast', { hasText: word('agenda_new_sent') })).toBeVisible();
	await expect(newQuestions(samira).getByRole('link', { name: asked })).toBeVisible();
	await expect(newQuestions(samira)).toContainText(word('standing_new'));

	await visit(anne, '/werkplaats/twente/agenda');
	const entry = anne
		.locator('.main > ul > li')
		.filter({ has: anne.locator('.title').getByText(asked) });
	await expect(entry).toContainText(word('party_research'));
	await expect(entry.getByRole('link', { name: title })).toHaveAttribute('href', `/document/${id}`);
});

test('the keyboard does the same, and so does a form without scripts', async ({
	as,
	complaints
}) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Met het toetsenbord');
	await openToWrite(page, id);
	await writeAtEnd(page, 'Waarom blijft het licht aan?');
	await theText(page).press('Shift+Home');
	await theText(page).press('ControlOrMeta+Alt+v');
	const dialog = page.getByRole('dialog', { name: word('agenda_new_from_words') });
	const field = dialog.getByLabel(word('agenda_link_question'));
	await expect(field).toHaveValue('Waarom blijft het licht aan?');
	await field.fill('');
	await dialog.getByRole('button', { name: word('agenda_new_send') }).click();
	await expect(dialog.getByText(word('error_required'))).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	const plain = await as('onderzoeker', { javaScriptEnabled: false });
	await plain.goto(`/document/${id}`);
	await newQuestions(plain).locator('summary').click();
	await newQuestions(plain).getByLabel(word('agenda_link_question')).fill('Wie doet het uit?');
	await newQuestions(plain)
		.getByRole('button', { name: word('agenda_new_send') })
		.click();
	await expect(newQuestions(plain).getByRole('link', { name: 'Wie doet het uit?' })).toBeVisible();
	expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
});

test('a case is begun blind, with and without scripts', async ({ as }) => {
	for (const javaScriptEnabled of [true, false]) {
		const page = await as('professional', { javaScriptEnabled });
		await page.goto('/new?kind=case&werkplaats=twente');
		await page.getByLabel(word('documents_begin_name')).fill('Ieder voor zich');
		await page.getByRole('checkbox', { name: word('documents_begin_blind') }).check();
		await page.getByRole('button', { name: word('documents_begin_go') }).click();
		await expect(page.getByText(word('cases_blind'))).toBeVisible();
	}
	const page = await as('onderzoeker');
	await visit(page, '/new?kind=study&werkplaats=twente');
	await expect(page.getByRole('checkbox', { name: word('documents_begin_blind') })).toBeHidden();
});

test('what follows from a study is for everybody', async ({ as }) => {
	test.setTimeout(240_000);
	const page = await as('lector');
	const id = await beginStudy(page, 'Voor iedereen te lezen');
	await everyLook(page, async () => {
		await openToWrite(page, id);
		for (const closed of await page.locator('.foot summary').all()) await closed.click();
		await page.locator('.new-questions summary').click();
	});
});
