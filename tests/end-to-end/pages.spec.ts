import { randomUUID } from 'node:crypto';
import { invite } from './invite.ts';
import { ask, makeLink } from './questions.ts';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, openToWrite } from './text.ts';
import { wordInEither } from './words.ts';

// Eight thorough looks take a while on a busy machine.
test.describe.configure({ timeout: 240_000 });

type Visit = { as: string | null; path: string };

const PAGES: Record<string, Visit> = {
	'the door': { as: null, path: '/login' },
	'a forgotten password': { as: null, path: '/forgot' },
	'an invitation that is no longer there': { as: null, path: '/invitation/nothing.here' },
	'a link to a new password that is no longer there': { as: null, path: '/reset/nothing.here' },
	today: { as: 'onderzoeker', path: '/' },
	'today, with nothing': { as: 'beheer', path: '/' },
	studies: { as: 'onderzoeker', path: '/studies' },
	'studies, none found': { as: 'onderzoeker', path: '/studies?q=nergens-te-vinden' },
	cases: { as: 'onderzoeker', path: '/cases' },
	assignments: { as: 'onderzoeker', path: '/assignments' },
	questions: { as: 'onderzoeker', path: '/questions' },
	'an agenda': { as: 'inwoner', path: '/werkplaats/twente/agenda' },
	'an agenda in groups, for who looks after it': {
		as: 'coordinator',
		path: '/werkplaats/twente/agenda?standing=all&order=cluster'
	},
	'an agenda with nothing on it': { as: 'onderzoeker', path: '/werkplaats/zwolle/agenda' },
	'an agenda, none found': {
		as: 'onderzoeker',
		path: '/werkplaats/twente/agenda?standing=dropped'
	},
	'a link to an agenda that is no longer there': { as: null, path: '/agenda/nothing.here' },
	themes: { as: 'onderzoeker', path: '/themes' },
	'a theme': { as: 'onderzoeker', path: '/theme/eenzaamheid' },
	werkplaatsen: { as: 'onderzoeker', path: '/werkplaatsen' },
	'a werkplaats': { as: 'onderzoeker', path: '/werkplaats/twente' },
	members: { as: 'coordinator', path: '/werkplaats/twente/members' },
	'members, for who does not manage them': { as: 'student', path: '/werkplaats/twente/members' },
	policies: { as: 'coordinator', path: '/werkplaats/twente/access' },
	'a new document': { as: 'onderzoeker', path: '/new' },
	'a new document, for who may not': { as: 'landelijk', path: '/new' },
	'an empty inbox': { as: 'beheer', path: '/inbox' },
	'an empty inbox, of what one follows': { as: 'beheer', path: '/inbox?box=updates' },
	'following a theme': { as: 'onderzoeker', path: '/watch?theme=eenzaamheid' },
	bin: { as: 'onderzoeker', path: '/bin' },
	account: { as: 'onderzoeker', path: '/account' },
	people: { as: 'beheer', path: '/administration/people' },
	'list of werkplaatsen': { as: 'beheer', path: '/administration/werkplaatsen' },
	'list of organisations': { as: 'beheer', path: '/administration/organisations' },
	'list of themes': { as: 'beheer', path: '/administration/themes' },
	mail: { as: 'beheer', path: '/administration/mail' },
	'a page that is not there': { as: 'onderzoeker', path: '/nergens' },
	'a document that is not there': {
		as: 'onderzoeker',
		path: '/document/00000000-0000-4000-8000-000000000000'
	}
};

for (const [name, { as: who, path }] of Object.entries(PAGES)) {
	test(`${name} is for everybody`, async ({ as, asNobody, complaints }) => {
		const page = who ? await as(who) : await asNobody();
		await everyLook(page, () => visit(page, path));
		expect(complaints.filter((one) => !/status of 404/.test(one))).toEqual([]);
		complaints.splice(0);
	});
}

test('a document is for everybody', async ({ as }) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Voor iedereen, met een lange titel die over de rand wil');
	await everyLook(page, () => openToWrite(page, id));
});

test('a document that one only reads is for everybody', async ({ as }) => {
	const writer = await as('onderzoeker');
	const id = await beginStudy(writer, 'Alleen om te lezen');
	const page = await as('docent');
	await everyLook(page, async () => {
		await visit(page, `/document/${id}`);
		await expect(page.locator('.text[data-phase="live"]')).toBeVisible();
	});
});

test('an invitation is for everybody', async ({ as, asNobody }) => {
	const path = await invite(await as('coordinator'), `${randomUUID()}@wisselwerking.example`);
	const page = await asNobody();
	await everyLook(page, () => visit(page, path));
});

test('the link of an agenda is for everybody, and so is what it says when a question is missing', async ({
	as,
	asNobody,
	complaints
}) => {
	const path = await makeLink(await as('coordinator'), 'twente');
	const page = await asNobody();
	await everyLook(page, () => visit(page, path));
	await everyLook(page, async () => {
		await visit(page, path);
		await page.locator('form button[type="submit"]').last().click();
		await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
	});
	complaints.splice(0);
});

test('deciding on a question, and saying what it hangs together with, is for everybody', async ({
	as
}) => {
	const page = await as('lector');
	await everyLook(page, async () => {
		await visit(page, '/werkplaats/twente/agenda');
		await page.locator('.curate summary').first().click();
		await expect(page.locator('.curate form').first()).toBeVisible();
	});
	const id = await ask(page, 'Wat hangt hiermee samen, en wat volgt er uit voort?');
	await everyLook(page, async () => {
		await openToWrite(page, id);
		await page.locator('summary', { hasText: wordInEither('relations_add') }).click();
		await expect(page.locator('form[action="?/relate"]')).toBeVisible();
	});
});

test('dialogs are for everybody', async ({ as }) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Delen');
	await everyLook(page, async () => {
		await openToWrite(page, id);
		await page.locator('.share').click();
		await expect(page.getByRole('dialog')).toBeVisible();
	});
	await everyLook(page, async () => {
		await visit(page, '/');
		await page.keyboard.press('ControlOrMeta+k');
		await expect(page.getByRole('dialog')).toBeVisible();
	});
	await everyLook(page, async () => {
		await visit(page, '/');
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeVisible();
	});
});

test('a refused form is for everybody', async ({ asNobody, complaints }) => {
	const page = await asNobody();
	await everyLook(page, async () => {
		await visit(page, '/login');
		await page.locator('form button[type="submit"]').last().click();
		await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
	});
	complaints.splice(0);
});
