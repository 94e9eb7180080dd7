import type { Locator, Page } from '@playwright/test';
import { everyLook } from './looks.ts';
import { expect, hydrated, test, visit } from './people.ts';
import { word } from './words.ts';

// What goes on in the whole network, for who is in no werkplaats.

const cellOf = (page: Page, werkplaats: string, theme: string): Locator =>
	page
		.getByRole('row', { name: werkplaats })
		.getByRole('link', { name: `${theme} in ${werkplaats}` });

test('a reader opens the network, reads who works on what, and sees a theme in two werkplaatsen', async ({
	as
}) => {
	const page = await as('landelijk');
	await visit(page, '/');
	await page.getByRole('link', { name: word('network_nav'), exact: true }).click();
	await expect(page.getByRole('heading', { name: word('network_title') })).toBeVisible();
	// On the map: Twente lies in Overijssel.
	const overijssel = page.getByRole('listitem').filter({
		has: page.getByRole('heading', { name: 'Overijssel', exact: true })
	});
	await expect(overijssel.getByRole('link', { name: 'Twente' })).toBeVisible();
	// In the matrix: what stands where, in words too. Who reads along sees only what was established.
	const table = page.getByRole('table', { name: word('network_matrix') });
	await expect(table.getByRole('columnheader', { name: 'Eenzaamheid' })).toBeVisible();
	await expect(cellOf(page, 'Twente', 'Eenzaamheid')).toContainText(
		word('documents_count_assignments_one')
	);
	await expect(table.getByRole('row', { name: 'Utrecht' })).toContainText(
		word('documents_count_nothing')
	);

	await cellOf(page, 'Twente', 'Eenzaamheid').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Eenzaamheid' })).toBeVisible();
	await expect(page.getByText(word('documents_theme_of', { werkplaats: 'Twente' }))).toBeVisible();
	await expect(page.getByRole('img', { name: /Driehoek van Eenzaamheid/ })).toBeVisible();
	const friesland = page.getByRole('article').filter({ hasText: 'Friesland' });
	await expect(friesland).toContainText('Hoe houden dorpen elkaar in het oog');
	await expect(
		friesland.getByRole('link', { name: 'De bibliobus stopt een uur langer' })
	).toBeVisible();
	await friesland.getByRole('link', { name: 'Friesland', exact: true }).click();
	await expect(
		page.getByText(word('documents_theme_of', { werkplaats: 'Friesland' }))
	).toBeVisible();
	await expect(page.getByRole('article').filter({ hasText: 'Twente' })).toBeVisible();
});

test('a loop is read step by step, by keyboard alone', async ({ as }) => {
	const page = await as('onderzoeker', { viewport: { width: 1280, height: 800 } });
	await visit(page, '/werkplaatsen');
	await tabTo(page, cellOf(page, 'Regio Zwolle', 'Eenzaamheid'));
	await tabTo(
		page,
		page.locator('.chain').getByRole('link', { name: 'De eerste tien minuten' }).first()
	);
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/document\//);
	await hydrated(page);
	await expect(page.getByText('Vraag iets kleins, en breng het terug').first()).toBeVisible();
});

test('what lacks is said, and filled by who may', async ({ as }) => {
	const page = await as('onderzoeker');
	await visit(page, '/theme/eenzaamheid?werkplaats=zwolle');
	await expect(page.getByText(word('network_gap_education'))).toBeVisible();
	await page.getByRole('link', { name: word('documents_new_assignment') }).click();
	await expect(page).toHaveURL(/\/new\?kind=assignment&werkplaats=zwolle&theme=eenzaamheid/);
	const citizen = await as('inwoner');
	await visit(citizen, '/theme/eenzaamheid?werkplaats=zwolle');
	await expect(citizen.getByRole('link', { name: word('documents_new_assignment') })).toHaveCount(
		0
	);
});

test('a theme everywhere, and a theme with nothing, are for everybody', async ({ as }) => {
	test.setTimeout(240_000);
	const page = await as('landelijk');
	await everyLook(page, () => visit(page, '/theme/eenzaamheid?werkplaats='));
	await everyLook(page, () => visit(page, '/theme/nieuwkomers'));
	const member = await as('onderzoeker');
	await everyLook(member, () => visit(member, '/theme/eenzaamheid?werkplaats=zwolle'));
});

async function tabTo(page: Page, target: Locator): Promise<void> {
	await target.waitFor();
	for (let stop = 0; stop < 200; stop++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) {
			await expect(target).toBeInViewport();
			return;
		}
	}
	throw new Error(`tabbing does not reach ${String(target)}`);
}
