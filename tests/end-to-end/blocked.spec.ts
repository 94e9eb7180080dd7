import type { Page } from '@playwright/test';
import { openProxy, type ProxyOptions } from '../live/proxy.ts';
import { expect, test } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, writeAtEnd } from './text.ts';

const NETWORKS: [string, ProxyOptions][] = [
	['refuses websockets', { websockets: 'refused' }],
	['drops what goes through a websocket', { websockets: 'silent' }],
	['refuses websockets and keeps every answer until it is whole', { buffers: true }]
];

for (const [what, options] of NETWORKS) {
	test(`in a network that ${what} two people write together, and read that it is saved`, async ({
		as,
		house,
		complaints
	}) => {
		test.setTimeout(120_000);
		const proxy = await openProxy(new URL(house.address), options);
		const baseURL = `http://localhost:${proxy.port}`;
		const [lin, marloes] = [await as('lector', { baseURL }), await as('onderzoeker')];
		try {
			const id = await beginStudy(marloes, 'Achter de muur');
			for (const page of [lin, marloes]) await openToWrite(page, id);
			await writeAtEnd(lin, 'Van het gemeentehuis. ');
			await isSaved(lin);
			await expect(theText(marloes)).toContainText('Van het gemeentehuis.');
			await writeAtEnd(marloes, 'Van de hogeschool. ');
			await expect(theText(lin)).toContainText('Van de hogeschool.');
			await expect(theText(lin).locator('.caret-flag')).toHaveCount(1);
			await isSaved(lin);

			// What worked is tried first from then on.
			const before = upgrades(proxy.asked);
			await lin.reload();
			await expect(theText(lin)).toContainText('Van de hogeschool.');
			await isSaved(lin);
			expect(upgrades(proxy.asked)).toBe(before);
			await expectNothingTechnical(lin);
		} finally {
			await lin.close();
			proxy.close();
			// The browser itself says that it could not connect.
			complaints.splice(0);
		}
	});
}

const upgrades = (asked: string[]) =>
	asked.filter((one) => one.startsWith('UPGRADE /collab/')).length;

async function expectNothingTechnical(page: Page): Promise<void> {
	const words = await page.locator('body').innerText();
	expect(words).not.toMatch(/websocket|http|proxy|stream|poll/i);
}
