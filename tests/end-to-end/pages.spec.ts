import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, openToWrite } from './text.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

// Eight thorough looks take a while on a busy machine.
test.describe.configure({ timeout: 240_000 });

/** Every pair of width, theme and language occurs; all eight would find the same in twice the time. */
const LOOKS = {
	nl: [
		{ size: DESK, colorScheme: 'light' },
		{ size: PHONE, colorScheme: 'dark' }
	],
	en: [
		{ size: PHONE, colorScheme: 'light' },
		{ size: DESK, colorScheme: 'dark' }
	]
} as const;

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
	themes: { as: 'onderzoeker', path: '/themes' },
	'a theme': { as: 'onderzoeker', path: '/theme/eenzaamheid' },
	werkplaatsen: { as: 'onderzoeker', path: '/werkplaatsen' },
	'a werkplaats': { as: 'onderzoeker', path: '/werkplaats/twente' },
	members: { as: 'coordinator', path: '/werkplaats/twente/members' },
	'members, for who does not manage them': { as: 'student', path: '/werkplaats/twente/members' },
	policies: { as: 'coordinator', path: '/werkplaats/twente/access' },
	'a new document': { as: 'onderzoeker', path: '/new' },
	'a new document, for who may not': { as: 'student', path: '/new' },
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

/** Opens the page in both languages, and looks at it in each size and theme. */
async function everyLook(page: Page, open: () => Promise<void>): Promise<void> {
	for (const [language, looks] of Object.entries(LOOKS)) {
		await page.setViewportSize(DESK);
		await speak(page, language);
		await open();
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		for (const { size, colorScheme } of looks) {
			await page.setViewportSize(size);
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			const look = `${language}, ${size.width} px, ${colorScheme}`;
			const violations = await inspect(page);
			expect.soft(violations.map(inWords), look).toEqual([]);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect.soft(width, `${look}: scrolls sideways`).toBeLessThanOrEqual(size.width);
		}
	}
}

async function inspect(page: Page): Promise<Violation[]> {
	const axe = new AxeBuilder({ page })
		.options({ resultTypes: ['violations'] })
		.withTags(STANDARDS)
		// Pages have no frames: nothing to gather in a window of its own.
		.setLegacyMode();
	return (await axe.analyze()).violations;
}

async function speak(page: Page, language: string): Promise<void> {
	const url = process.env.HOUSE_ADDRESS!;
	await page.context().addCookies([{ name: 'language', value: language, url }]);
}

type Violation = {
	id: string;
	help: string;
	nodes: { target: unknown; failureSummary?: string }[];
};

function inWords({ id, help, nodes }: Violation): string {
	const where = nodes.slice(0, 3).map((node) => JSON.stringify(node.target));
	const why = nodes[0]?.failureSummary?.split('\n').slice(1, 3).join(' ').trim();
	return `${id}: ${help} (${nodes.length}): ${where.join(' ')}: ${why}`;
}
