import type { Page, Request } from '@playwright/test';
import { expect, test, visit } from './people.ts';
import { beginStudy, openToWrite } from './text.ts';

/** Compressed, as it travels: what it is today. The goals, which are less, are in `npm run measure:page`. */
const MOST_KB = { document: 283, elsewhere: 77.5 };

// What a browser brings along is not counted.
test.use({ isNew: true });

test('a document brings no more script than it needs to write', async ({ as }) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Gewicht');
	const weight = weigh(page);
	await openToWrite(page, id);
	expect(await weight()).toBeLessThanOrEqual(MOST_KB.document);
});

for (const path of [
	...['/', '/studies', '/werkplaats/twente', '/werkplaatsen', '/new', '/account'],
	...['/werkplaats/twente/agenda', '/theme/eenzaamheid']
]) {
	test(`${path} brings little script`, async ({ as }) => {
		const page = await as('onderzoeker');
		const weight = weigh(page);
		await visit(page, path);
		expect(await weight()).toBeLessThanOrEqual(MOST_KB.elsewhere);
	});
}

/** Counts the scripts of a page from now on, in kB. */
function weigh(page: Page): () => Promise<number> {
	const sizes: Promise<number>[] = [];
	const hear = (request: Request) => {
		if (request.resourceType() !== 'script') return;
		sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	};
	page.on('requestfinished', hear);
	return async () => {
		await page.waitForLoadState('networkidle');
		// What ends after that can't be asked for its size any more when the page is closed.
		page.off('requestfinished', hear);
		const all = await Promise.all(sizes);
		return all.reduce((sum, size) => sum + size, 0) / 1000;
	};
}
