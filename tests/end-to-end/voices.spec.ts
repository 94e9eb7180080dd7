import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { record, type Recording } from './recording.ts';
import { isSaved, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const CITIZEN = 'Ik zette elke avond twee kopjes klaar';
const PROFESSIONAL = 'Drie keer aangebeld zonder gehoor';
const POLICY = 'Geen hulpvraag dus geen onderzoek';

/** A case that each tells apart from the others, with one moment in it. */
async function beginBlind(coordinator: Page, title: string): Promise<string> {
	const response = await coordinator.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'case', title }
	});
	expect(response.status()).toBe(201);
	const { id }: { id: string } = await response.json();
	await visit(coordinator, `/document/${id}`);
	await coordinator.getByRole('button', { name: word('cases_blind_begin') }).click();
	await expect(coordinator.getByText(word('cases_blind_text'))).toBeVisible();
	await coordinator.getByRole('link', { name: word('cases_situation') }).click();
	await coordinator.getByLabel(word('cases_timeline_title')).last().fill('Het eerste gesprek');
	await coordinator.getByRole('button', { name: word('cases_timeline_add') }).click();
	await expect(coordinator.getByText('Het eerste gesprek').first()).toBeVisible();
	return id;
}

async function voiceRow(page: Page, id: string, party: string) {
	await visit(page, `/document/${id}?view=voices`);
	const row = page.getByRole('listitem').filter({ hasText: word(`cases_perspective_${party}`) });
	await row.locator('summary').click();
	return row;
}

async function giveVoice(coordinator: Page, id: string, party: string, name: string) {
	const row = await voiceRow(coordinator, id, party);
	await row.getByLabel(word('cases_voice_give')).fill(name);
	await row.getByRole('button', { name: word('cases_voice_give_go') }).click();
	await expect(row.getByText(word('cases_held_by', { names: name }))).toBeVisible();
}

/** Writes in one's own voice, under the moment, until it is saved. */
async function tell(page: Page, id: string, words: string) {
	await visit(page, `/document/${id}`);
	await page
		.getByRole('link', { name: word('cases_write') })
		.first()
		.click();
	const edit = page.getByRole('button', { name: word('editor_edit'), exact: true });
	await expect(theText(page).or(edit).first()).toBeVisible();
	if (await edit.isVisible()) await edit.tap();
	await expect(theText(page)).toBeVisible();
	await page
		.getByRole('button', { name: word('cases_moment_tell', { title: 'Het eerste gesprek' }) })
		.click();
	await writeAtEnd(page, words);
	await isSaved(page);
}

test('a case is told blind by four parties, heard at once, and closed when each said what changes', async ({
	as,
	asNobody,
	complaints
}) => {
	const [anne, joost, hanneke, marloes] = [
		await as('coordinator'),
		await as('professional'),
		await as('beleid'),
		await as('lector')
	];
	const citizen = await asNobody(PHONE);
	const recordings = new Map<Page, Recording>();
	for (const page of [anne, joost, hanneke, marloes, citizen]) {
		recordings.set(page, await record(page));
	}
	const id = await beginBlind(anne, 'Een casus voor vier stemmen');
	await giveVoice(anne, id, 'professional', 'Joost ten Velde');
	await giveVoice(anne, id, 'municipality', 'Hanneke Booij');

	// A citizen without an account comes in by a letter, to this case alone.
	const row = await voiceRow(anne, id, 'citizen');
	await row.getByLabel(word('cases_voice_invite')).fill(`${randomUUID()}@wisselwerking.example`);
	await row.getByLabel(word('cases_voice_until')).fill('2099-12-31');
	await row.getByRole('button', { name: word('cases_voice_invite_go') }).click();
	const link = await row.getByLabel(word('places_invitation_link')).inputValue();
	await visit(citizen, new URL(link).pathname);
	await citizen.getByLabel(word('people_name')).fill('Mevrouw D.');
	await citizen.getByLabel(word('people_password')).fill('twee kopjes op het aanrecht');
	await citizen.getByRole('button', { name: word('people_invitation_accept') }).tap();
	await expect(citizen).toHaveURL(new RegExp(`/document/${id}`));
	await tell(citizen, id, CITIZEN);

	await tell(joost, id, PROFESSIONAL);
	await tell(hanneke, id, POLICY);

	// Nobody gets another's words: not on the page, not in what it is made of, not by search or export.
	const heard: string[] = [];
	const listeners: [Page, string[]][] = [
		[anne, [CITIZEN, PROFESSIONAL, POLICY]],
		[joost, [CITIZEN, POLICY]],
		[hanneke, [CITIZEN, PROFESSIONAL]],
		[citizen, [PROFESSIONAL, POLICY]],
		[marloes, [CITIZEN, PROFESSIONAL, POLICY]]
	];
	const ways = (words: string) => [
		`/document/${id}`,
		`/document/${id}?view=voices`,
		`/document/${id}/__data.json`,
		`/api/v1/documents/${id}`,
		`/api/v1/documents?q=${encodeURIComponent(words)}`,
		...['md', 'html', 'json'].map((format) => `/api/v1/documents/${id}/export/${format}`)
	];
	for (const [page, others] of listeners) {
		await visit(page, `/document/${id}`);
		await visit(page, `/document/${id}?view=voices`);
		heard.push(...(await recordings.get(page)!.heard(others)));
		for (const way of ways(others[0]!)) {
			const response = await page.request.get(way);
			const body = await response.text();
			for (const words of others) {
				const isAsked = way.includes('?q=') && body.includes('"documents":[]');
				if (body.includes(words) && !isAsked) heard.push(`${way}: ${words}`);
			}
		}
	}
	expect(heard).toEqual([]);

	// The lector lets all voices be heard; the bar says who wrote how much.
	for (const page of [hanneke, marloes]) await visit(page, `/document/${id}`);
	await expect(marloes.getByText(CITIZEN)).toHaveCount(0);
	await marloes.locator('summary', { hasText: word('cases_reveal') }).click();
	await marloes.getByRole('button', { name: word('cases_reveal') }).click();
	for (const words of [CITIZEN, PROFESSIONAL, POLICY]) {
		await expect(marloes.getByText(words)).toBeVisible();
		// Who has the case open hears them without asking for it again.
		await expect(hanneke.getByText(words)).toBeVisible();
	}
	// What was recorded of her would have told before, as it does now.
	expect(await recordings.get(marloes)!.heard([CITIZEN])).not.toEqual([]);
	expect(await recordings.get(hanneke)!.heard([id])).toContain(`text/event-stream: ${id}`);
	const count = (words: string) => words.split(' ').length + 'Het eerste gesprek'.split(' ').length;
	const total = [CITIZEN, PROFESSIONAL, POLICY].reduce((sum, words) => sum + count(words), 0);
	await expect(marloes.getByText(word('cases_share_total', { count: `${total}` }))).toBeVisible();

	// It is not finished while a party said nothing.
	const state = (to: string) =>
		marloes.request.patch(`/api/v1/documents/${id}`, { data: { state: to } });
	expect((await state('in_review')).status()).toBe(200);
	expect((await state('final')).status()).toBe(409);
	const say = async (page: Page, party: string, label: string, words: string) => {
		await visit(page, `/document/${id}`);
		const closing = page.locator('section[aria-labelledby="closing"] li');
		const item = closing.filter({ hasText: word(`cases_perspective_${party}`) });
		await item.locator('summary').click();
		await item.getByRole('textbox', { name: word(label) }).fill(words);
		await item.getByRole('button', { name: word('closing_save') }).click();
		await expect(item.getByText(words).first()).toBeVisible();
	};
	await say(citizen, 'citizen', 'cases_closing_yours', 'De bel doet het weer.');
	await say(joost, 'professional', 'cases_closing_yours', 'Ik klop voortaan.');
	await say(hanneke, 'municipality', 'cases_closing_yours', 'Een melding blijft open.');
	expect((await state('final')).status()).toBe(409);
	await say(marloes, 'relative', 'closing_reason', 'Er is geen naaste.');
	expect((await state('final')).status()).toBe(200);
	complaints.splice(0);
});

test('a case in voices is for everybody', async ({ as }) => {
	const page = await as('coordinator');
	const response = await page.request.get(
		'/api/v1/documents?kind=case&werkplaats=twente&q=Mevrouw'
	);
	const { documents }: { documents: { id: string }[] } = await response.json();
	const [found] = documents;
	expect(found).toBeDefined();
	await everyLook(page, () => visit(page, `/document/${found!.id}`));
	await everyLook(page, () => visit(page, `/document/${found!.id}?view=voices`));
});

test('one’s own voice is for everybody', async ({ as }) => {
	const page = await as('inwoner');
	const response = await page.request.get('/api/v1/documents?kind=case&q=Mevrouw');
	const { documents }: { documents: { id: string }[] } = await response.json();
	await everyLook(page, async () => {
		await visit(page, `/document/${documents[0]!.id}`);
		await page.goto((await page.locator('main header a.btn').first().getAttribute('href'))!);
		await expect(page.locator('.text[data-phase="live"]')).toBeVisible();
	});
});
