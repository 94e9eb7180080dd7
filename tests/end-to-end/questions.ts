import { expect, type Page } from '@playwright/test';
import { visit } from './people.ts';
import { word } from './words.ts';

/** A new question of the one whose page it is, on the agenda of Twente. */
export async function ask(page: Page, title: string): Promise<string> {
	const response = await page.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'question', title }
	});
	expect(response.status()).toBe(201);
	const { id }: { id: string } = await response.json();
	return id;
}

/** Makes a link for citizens, as a coordinator does; gives the path that it opens. */
export async function makeLink(page: Page, werkplaats: string): Promise<string> {
	await visit(page, `/werkplaats/${werkplaats}/agenda`);
	const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
	await page.getByLabel(word('agenda_link_until')).fill(until);
	await page.getByRole('button', { name: word('agenda_link_make') }).click();
	const link = page.getByLabel(word('agenda_link_label'));
	await expect(link).toBeVisible();
	return new URL(await link.inputValue()).pathname;
}
