import type { Page } from '@playwright/test';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, select, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const SAID = 'Hij keek steeds naar zijn papieren.';
const FOUND = 'Papier staat tussen mensen in.';

/** A case in which the citizen of the demo holds a voice; answers that and the case. */
async function beginCase(
	professional: Page,
	address: string,
	title: string
): Promise<{ id: string; voice: string }> {
	const response = await professional.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'case', title }
	});
	expect(response.status()).toBe(201);
	const { id, parts }: { id: string; parts: { id: string; perspective: string | null }[] } =
		await response.json();
	const voice = parts.find(({ perspective }) => perspective === 'citizen')!.id;
	const given = await professional.request.post(`/document/${id}?/giveVoice`, {
		form: { part: voice, person: 'inwoner@wisselwerking.example' },
		headers: { origin: address }
	});
	expect(given.ok()).toBe(true);
	return { id, voice };
}

test('a researcher leans on what a citizen says, and hears when the citizen says it otherwise', async ({
	as,
	house
}) => {
	const [citizen, researcher] = [await as('inwoner'), await as('onderzoeker')];
	const { id, voice } = await beginCase(await as('professional'), house.address, 'De papieren');
	await visit(citizen, `/document/${id}?part=${voice}`);
	await expect(theText(citizen)).toBeVisible();
	await writeAtEnd(citizen, ` Toen belde hij aan. ${SAID}`);
	await isSaved(citizen);

	// In a voice that the researcher only reads.
	const study = await beginStudy(researcher, 'Wat er tussen ons in ligt');
	await visit(researcher, `/document/${id}?part=${voice}`);
	await select(researcher, SAID);
	await researcher.getByRole('button', { name: word('evidence_use') }).click();
	const dialog = researcher.getByRole('dialog');
	await dialog.getByLabel('Wat er tussen ons in ligt').check();
	await dialog.getByLabel(word('evidence_shows')).fill('Hij kijkt niet op');
	await dialog.getByRole('button', { name: word('evidence_link') }).click();
	await expect(dialog).toBeHidden();
	// In pieces, where some of it is new to who reads it.
	const marked = () => researcher.locator('.passage').allTextContents();
	await expect.poll(async () => (await marked()).join('')).toBe(SAID);
	await researcher.getByRole('button', { name: word('evidence_open_study') }).click();
	const entry = researcher.locator('[data-evidence]');
	await expect(entry).toContainText(SAID);
	await expect(entry).toContainText(word('evidence_stands'));

	// To a finding, in the study's own text.
	await openToWrite(researcher, study);
	await writeAtEnd(researcher, ` ${FOUND}`);
	await isSaved(researcher);
	await select(researcher, FOUND);
	await researcher.getByRole('button', { name: word('evidence_couple') }).click();
	await researcher.getByRole('button', { name: word('evidence_couple_save') }).click();
	await expect(researcher.locator('.passage')).toHaveText(FOUND);
	await expect(researcher.getByRole('heading', { name: FOUND })).toBeVisible();

	await visit(citizen, `/document/${id}?part=${voice}`);
	await expect(theText(citizen)).toBeVisible();
	await theText(citizen).press('ControlOrMeta+End');
	for (let nth = 0; nth < 'papieren.'.length; nth += 1) await citizen.keyboard.press('Backspace');
	await citizen.keyboard.type('telefoon.');
	await isSaved(citizen);

	await visit(researcher, `/document/${study}`);
	await expect(entry).toContainText('Hij keek steeds naar zijn');
	await expect(entry).toContainText(word('evidence_said_anew'));
	await expect(entry).not.toContainText(SAID);
	await expect(entry.locator('.badge.warn')).toBeVisible();
	await entry.getByRole('button', { name: word('evidence_accept') }).click();
	await expect(entry).toContainText(word('evidence_stands'));

	// To the words, where they stand.
	await entry.getByRole('link', { name: 'De papieren' }).click();
	await expect(researcher.locator('.passage.is-target')).toHaveText('Hij keek steeds naar zijn');
});

test('who may not open a case sees that there is evidence, and not what', async ({ as }) => {
	const [researcher, outsider] = [await as('onderzoeker'), await as('landelijk')];
	const study = await researcher.request.get('/api/v1/documents?q=Twee%20kopjes&kind=study');
	const { documents }: { documents: { id: string }[] } = await study.json();
	await visit(outsider, `/document/${documents[0]!.id}`);
	await expect(outsider.getByText(word('evidence_closed')).first()).toBeVisible();
	const evidence = outsider.locator('#evidence');
	await expect(evidence.getByText('Mevrouw D. doet niet meer open')).toHaveCount(0);
});

test('the evidence of a study is for everybody', async ({ as }) => {
	const researcher = await as('onderzoeker');
	const found = await researcher.request.get('/api/v1/documents?q=Aanbellen%20zonder&kind=study');
	const { documents }: { documents: { id: string }[] } = await found.json();
	await everyLook(researcher, async () => {
		await openToWrite(researcher, documents[0]!.id);
		await expect(researcher.locator('.passage').first()).toBeVisible();
		for (const closed of await researcher.locator('#evidence summary').all()) await closed.click();
		// Where the bar of the text hides nothing by chance: one scrolls past it.
		await researcher.evaluate(() => scrollTo(0, document.body.scrollHeight));
	});
});
