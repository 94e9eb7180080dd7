import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './people.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

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

/** Opens the page in both languages, and looks at it in each size and theme. */
export async function everyLook(page: Page, open: () => Promise<void>): Promise<void> {
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
