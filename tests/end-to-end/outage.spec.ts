import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { startHouse } from '../start-house.ts';
import { expect, sessionCookie, test } from './people.ts';
import { beginStudy, isSaved, openToWrite, saveState, theText, writeAtEnd } from './text.ts';

// A house of its own: what is done to its database would be felt by every other journey.
test('while the database does not answer, nothing is called saved', async ({
	browser,
	complaints
}) => {
	test.setTimeout(120_000);
	const house = await startHouse();
	const { url, pid } = await openEmbeddedPostgres({ dataDir: house.dataDir });
	const connection = openDatabase(url, { max: 1 });
	const context = await browser.newContext({ baseURL: house.address });
	const here = { address: house.address, connection };
	await context.addCookies([await sessionCookie(here, 'onderzoeker')]);
	// Its own connection would wait for the answer that does not come.
	await connection.close();
	const page = await context.newPage();
	try {
		const id = await beginStudy(page, 'Stroomstoring');
		await openToWrite(page, id);
		await writeAtEnd(page, 'Ervoor. ');
		await isSaved(page);

		const stopped = stop(house.dataDir, pid);
		await writeAtEnd(page, 'Tijdens de storing. ');
		await expect(saveState(page)).not.toHaveAttribute('data-save-state', 'saved');
		const seen = await statesWhile(page, async () => {
			await page.keyboard.type('En nog steeds wordt er getypt, terwijl niemand het bewaart. ', {
				delay: 40
			});
		});
		expect(seen).not.toContain('saved');
		stopped.continue();

		await isSaved(page);
		await page.reload();
		await expect(theText(page)).toContainText('terwijl niemand het bewaart.');
	} finally {
		await context.close();
		await house.stop();
		complaints.splice(0);
	}
});

/** Holds every process of PostgreSQL as if the machine under it stood still. */
function stop(dataDir: string, postmaster: number): { continue(): void } {
	const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
	const pids = [postmaster, ...children.trim().split(' ').filter(Boolean).map(Number)];
	for (const pid of pids) process.kill(pid, 'SIGSTOP');
	expect(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).toMatch(
		new RegExp(`^${postmaster}`)
	);
	return {
		continue: () => {
			for (const pid of pids) process.kill(pid, 'SIGCONT');
		}
	};
}

/** Every save state that the page shows while something happens. */
async function statesWhile(page: Page, happens: () => Promise<void>): Promise<string[]> {
	await page.evaluate(() => {
		const seen = new Set<string>();
		const look = () => {
			seen.add(document.querySelector('[data-save-state]')?.getAttribute('data-save-state') ?? '');
		};
		look();
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			attributes: true,
			childList: true
		});
		Object.assign(window, { statesSeen: seen });
	});
	await happens();
	return page.evaluate(() => [...(window as unknown as { statesSeen: Set<string> }).statesSeen]);
}
