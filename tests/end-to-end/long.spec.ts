import type { Locator } from '@playwright/test';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText } from './text.ts';

const LINE =
	'Zij vertelt over de straat, over wie er aanbelt en over wie er niet meer komt. '.repeat(4);
const LONG = [
	...Array.from({ length: 60 }, (_, nth) => `<p>${nth}. ${LINE}</p>`),
	'<h2>Na de pauze</h2>',
	...Array.from({ length: 60 }, (_, nth) => `<p>${nth + 60}. ${LINE}</p>`),
	'<p>Dat was alles.</p>'
].join('');

test('a long text is read as a whole without scripts, without those that do not come, and with them', async ({
	as,
	complaints
}) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Honderd alinea’s');
	await openToWrite(page, id);
	await paste(theText(page), LONG);
	await isSaved(page);
	await expect
		.poll(async () => (await page.request.get(`/document/${id}`)).text())
		.toContain('Dat was alles.');

	const plain = await as('onderzoeker', { javaScriptEnabled: false });
	await plain.goto(`/document/${id}`);
	// Not by its words: what looks for words here takes all that is in a `noscript` for hidden.
	const end = plain.locator('.content > noscript > p').last();
	await expect(end).toHaveText('Dat was alles.');
	await expect(end).toBeVisible();
	await expect(plain.locator('.content > .rest')).toHaveCount(1);
	await expect(plain.locator('.content > .rest')).toBeHidden();

	const poor = await as('onderzoeker');
	await poor.route('**/_app/immutable/**/*.js', (route) => route.abort());
	await poor.goto(`/document/${id}`);
	await expect(poor.getByText(/^0\. Zij vertelt/)).toBeVisible();
	await expect(poor.locator('.content > .rest')).toHaveCount(1);
	await expect(poor.getByText('Dat was alles.')).toBeVisible({ timeout: 20_000 });
	await expect(poor.locator('.content > .rest')).toHaveCount(0);
	await expect(poor.getByText(/^60\. Zij vertelt/)).toHaveCount(1);
	complaints.splice(0);

	const reader = await as('onderzoeker');
	await visit(reader, `/document/${id}#kop-na-de-pauze`);
	await expect(reader.getByRole('heading', { name: 'Na de pauze' })).toBeInViewport();
	await theText(reader).press('ControlOrMeta+End');
	await expect(reader.getByText('Dat was alles.')).toBeInViewport();
});

async function paste(place: Locator, html: string): Promise<void> {
	await place.press('ControlOrMeta+End');
	await place.evaluate((element, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', pasted);
		const options = { clipboardData, bubbles: true, cancelable: true };
		element.dispatchEvent(new ClipboardEvent('paste', options));
	}, html);
}
