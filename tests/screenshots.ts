import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { hydrated, type ContextOptions } from './end-to-end/people.ts';
import { openHouseWithBrowser } from './signed-in.ts';

// `npm run screenshots`: the pictures of the README, from the demo as it is.

const FOLDER = 'docs/screenshots';
const DESK: ContextOptions = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' };
const PHONE: ContextOptions = {
	...{ viewport: { width: 390, height: 780 }, colorScheme: 'light' },
	...{ hasTouch: true, isMobile: true }
};

const house = await openHouseWithBrowser();
mkdirSync(FOLDER, { recursive: true });

const reader = await house.as('onderzoeker');
const [study] = await documents('study');
const [account] = await documents('case');

await shoot('today', 'onderzoeker', '/', DESK);
await shoot('document', 'onderzoeker', `/document/${study}`, DESK, written);
await shoot('theme', 'lector', '/theme/eenzaamheid', DESK);
await shoot('werkplaats-dark', 'coordinator', '/werkplaats/twente', {
	...DESK,
	colorScheme: 'dark'
});
await shoot('document-phone', 'inwoner', `/document/${account}`, PHONE, written);
await shoot('sign-in', null, '/login', DESK);
await house.close();

async function documents(kind: string): Promise<string[]> {
	const query = new URLSearchParams({ kind, werkplaats: 'twente' });
	const response = await reader.request.get(`/api/v1/documents?${query}`);
	const found: { documents: { id: string; words: number; version: string | null }[] } =
		await response.json();
	const own = found.documents.filter(({ version }) => version === null);
	return own.sort((a, b) => b.words - a.words).map(({ id }) => id);
}

/** The text is live, so that the picture has its bars and its save state. */
async function written(page: Page): Promise<void> {
	await page.locator('.text[data-phase="live"]').waitFor();
}

async function shoot(
	name: string,
	who: string | null,
	path: string,
	options: ContextOptions,
	ready: (page: Page) => Promise<void> = async () => {}
): Promise<void> {
	const context = await house.as(who, { ...options, reducedMotion: 'reduce' });
	const page = await context.newPage();
	await page.goto(path);
	await hydrated(page);
	await ready(page);
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: `${FOLDER}/${name}.png`, scale: 'css', animations: 'disabled' });
	await context.close();
	console.log(`${FOLDER}/${name}.png`);
}
