import type { Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';
import { expect } from './people.ts';

declare global {
	interface Window {
		axe: typeof axe;
	}
}

const OPTIONS: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations']
};
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

/** Every size and every theme; which of the two themes a size has, makes no other colours. */
const LOOKS = [
	{ size: DESK, colorScheme: 'light' },
	{ size: PHONE, colorScheme: 'dark' }
] as const;

/**
 * Opens the page in Dutch and looks at it in each size and theme, and in English for words that are too long
 * for a phone; what axe looks at is the same in both.
 */
export async function everyLook(page: Page, open: () => Promise<void>): Promise<void> {
	await dutchLooks(page, open);
	await page.setViewportSize(DESK);
	await speak(page, 'en');
	await open();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.setViewportSize(PHONE);
	await expectUpright(page, PHONE, 'en');
}

/** The same without the English, for a state of a page that takes long to reach. */
export async function dutchLooks(page: Page, open: () => Promise<void>): Promise<void> {
	await page.setViewportSize(DESK);
	await speak(page, 'nl');
	await open();
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	for (const { size, colorScheme } of LOOKS) {
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const look = `${size.width} px, ${colorScheme}`;
		const violations = await inspect(page);
		expect.soft(violations.map(inWords), look).toEqual([]);
		await expectUpright(page, size, look);
	}
}

async function expectUpright(page: Page, size: { width: number }, look: string): Promise<void> {
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect.soft(width, `${look}: scrolls sideways`).toBeLessThanOrEqual(size.width);
}

async function inspect(page: Page): Promise<Result[]> {
	// Once for all looks at a page: to read it takes as long as to look. Pages have no frames that it must be in too.
	const isThere = await page.evaluate(() => 'axe' in window);
	if (!isThere) await page.evaluate(axe.source);
	return page.evaluate(async (options) => {
		// A page that is opened again stays where it was scrolled: axe takes what is half under a bar for a target too small.
		window.scrollTo(0, 0);
		const { violations } = await window.axe.run(document, options);
		return violations;
	}, OPTIONS);
}

async function speak(page: Page, language: string): Promise<void> {
	const url = process.env.HOUSE_ADDRESS!;
	await page.context().addCookies([{ name: 'language', value: language, url }]);
}

function inWords({ id, help, nodes }: Result): string {
	const where = nodes.slice(0, 3).map((node) => JSON.stringify(node.target));
	const why = nodes[0]?.failureSummary?.split('\n').slice(1, 3).join(' ').trim();
	return `${id}: ${help} (${nodes.length}): ${where.join(' ')}: ${why}`;
}
