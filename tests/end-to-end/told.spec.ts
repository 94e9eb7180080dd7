import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { mailPreference } from '#db/schema/told.ts';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy } from './text.ts';
import { word } from './words.ts';

const bell = (page: Page) => page.locator('nav a[href="/inbox"]');

/** Says something about a whole text. */
async function say(page: Page, document: string, body: object[]): Promise<void> {
	const opened = await (await page.request.get(`/api/v1/documents/${document}`)).json();
	const path = `/api/v1/parts/${opened.parts[0].id}/threads`;
	const response = await page.request.post(path, { data: { body } });
	expect(response.status()).toBe(201);
}

async function whoIs(page: Page): Promise<string> {
	return (await (await page.request.get('/api/v1/me')).json()).id;
}

test('who is called by name sees it on the bell, opens it, and has read it', async ({ as }) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const title = `Wie belt er ${randomUUID().slice(0, 6)}`;
	const document = await beginStudy(samira, title);
	await visit(marloes, '/inbox');
	await marloes.request.post('/api/v1/me/notifications/read', { data: { all: true } });
	await visit(marloes, '/studies');
	await expect(bell(marloes).locator('b')).toHaveCount(0);

	const lector = await whoIs(marloes);
	await say(samira, document, [{ text: 'Kijk jij even mee, ' }, { person: lector }, { text: '?' }]);
	// The page was open all the while.
	await expect(bell(marloes).locator('b')).toContainText('1');

	await bell(marloes).click();
	const item = marloes.getByRole('link', { name: 'Kijk jij even mee' });
	await expect(marloes.getByRole('link', { name: title })).toBeVisible();
	await item.click();
	await expect(marloes).toHaveURL(new RegExp(`/document/${document}\\?part=.+&thread=`));
	// News that is not for her may leave a dot.
	await expect(bell(marloes)).not.toContainText('1');
	await visit(marloes, '/inbox');
	await expect(marloes.getByRole('link', { name: 'Kijk jij even mee' })).toBeVisible();
	await expect(marloes.locator('.new')).toHaveCount(0);
});

test('who mutes a document hears no more of it, also without scripts', async ({
	as,
	browser,
	house
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('coordinator')];
	const document = await beginStudy(samira, `Stil ${randomUUID().slice(0, 6)}`);
	await marloes.request.put('/api/v1/watches', { data: { document, watching: 'watching' } });
	const plain = await browser.newContext({
		javaScriptEnabled: false,
		storageState: await marloes.context().storageState(),
		baseURL: house.address
	});
	const page = await plain.newPage();
	await page.goto(`/watch?document=${document}`);
	await page.getByRole('button', { name: word('told_do_mute') }).click();
	await page.goto(`/watch?document=${document}`);
	await expect(page.getByText(word('told_said_muted'))).toBeVisible();
	await plain.close();
	const before = await (await marloes.request.get('/api/v1/me/notifications?box=updates')).json();
	await say(samira, document, [{ text: 'Niemand luistert' }]);
	// Something else that is told after it says that it would have been here by now.
	const other = await beginStudy(samira, `Luid ${randomUUID().slice(0, 6)}`);
	await marloes.request.put('/api/v1/watches', { data: { document: other, watching: 'watching' } });
	await say(samira, other, [{ text: 'Iedereen luistert' }]);
	const heard = async () =>
		JSON.stringify(
			await (await marloes.request.get('/api/v1/me/notifications?box=updates')).json()
		);
	await expect.poll(heard).toContain('Iedereen luistert');
	expect(await heard()).not.toContain('Niemand luistert');
	expect(JSON.stringify(before)).not.toContain('Niemand luistert');
});

test('the link of a letter changes nothing when it is looked at, and stops mail by one click', async ({
	as,
	asNobody,
	house
}) => {
	const marloes = await as('student2');
	const personId = await whoIs(marloes);
	const unsubscribe = randomUUID();
	await house.connection.db
		.insert(mailPreference)
		.values({ personId, unsubscribe, rhythm: 'daily' })
		.onConflictDoUpdate({ target: mailPreference.personId, set: { unsubscribe, rhythm: 'daily' } });
	const rhythm = async () => {
		await visit(marloes, '/account');
		return marloes.locator('select[name="rhythm"]').inputValue();
	};
	const nobody = await asNobody();
	await visit(nobody, `/unsubscribe/${unsubscribe}`);
	await expect(nobody.getByRole('heading', { level: 1 })).toHaveText(word('told_stop_title'));
	expect(await rhythm()).toBe('daily');
	// As a program for mail does: without a page, a cookie, or an origin.
	const response = await fetch(`${house.address}/unsubscribe/${unsubscribe}`, {
		method: 'POST',
		body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
	});
	expect(response.status).toBe(200);
	expect(await rhythm()).toBe('never');
	await everyLook(nobody, () => visit(nobody, `/unsubscribe/${unsubscribe}`));
	await marloes.locator('select[name="rhythm"]').selectOption('weekly');
	await marloes.locator('#mail button').click();
	await expect(marloes.locator('#mail [role="status"]')).toHaveText(word('told_mail_saved'));
	expect(await rhythm()).toBe('weekly');
});

test('the inbox and the beginning of the day are for everybody, with news in them', async ({
	as
}) => {
	test.setTimeout(240_000);
	const [samira, marloes] = [await as('onderzoeker'), await as('docent')];
	const document = await beginStudy(
		samira,
		`Een lange titel die over de rand wil ${randomUUID().slice(0, 6)}`
	);
	// What was said to her before.
	await marloes.request.post('/api/v1/me/notifications/read', { data: { all: true } });
	await marloes.request.put('/api/v1/watches', { data: { document, watching: 'watching' } });
	await say(samira, document, [
		{ text: 'Wat vinden jullie van deze tamelijk lange zin over niets?' }
	]);
	await say(samira, document, [{ person: await whoIs(marloes) }, { text: ' wat vind jij?' }]);
	await visit(marloes, '/');
	await expect(bell(marloes).locator('b')).toContainText('1');
	for (const path of ['/', '/inbox', '/inbox?box=updates', `/watch?document=${document}`]) {
		await everyLook(marloes, () => visit(marloes, path));
	}
});
