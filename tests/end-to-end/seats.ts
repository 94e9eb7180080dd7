import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { ContextOptions } from './people.ts';

/** A browser of somebody, with the page that they look at. */
export type Seat = { context: BrowserContext; page: Page };

const VIEWPORT = { width: 1280, height: 720 };
/** A page of the house without a script: who sits there keeps nothing of it busy. */
const EMPTY = '/ready';
/** What journeys listen to. */
const HEARD = ['dialog', 'request', 'requestfinished', 'response', 'websocket'] as const;

const spoiled = new WeakSet<Page>();

/** For who changes a page in a way that nobody can undo, as a wire does: it is not lent again. */
export function spoil(page: Page): void {
	spoiled.add(page);
}

/**
 * Browsers that one journey after another sits in. To open one takes three times as long as to open a page in one:
 * it begins without a process, without compiled scripts and with nothing in its cache. Who leaves takes along what
 * they brought: cookies, everything that is kept for the house, pages, listeners, how the page was made to look.
 */
export class Seats {
	readonly #free: Seat[] = [];

	async take(browser: Browser, options: ContextOptions): Promise<Seat> {
		return this.#free.pop() ?? openSeat(browser, options);
	}

	async leave(seat: Seat, address: string): Promise<void> {
		try {
			if (spoiled.has(seat.page)) return await seat.context.close();
			await clean(seat, address);
			this.#free.push(seat);
		} catch {
			// A question before one leaves, a page that crashed: it is not worth finding out.
			await seat.context.close();
		}
	}

	async close(): Promise<void> {
		for (const { context } of this.#free) await context.close();
	}
}

export async function openSeat(browser: Browser, options: ContextOptions): Promise<Seat> {
	const context = await browser.newContext(options);
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) =>
			console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`)
		);
	});
	return { context, page: await context.newPage() };
}

async function clean({ context, page }: Seat, address: string): Promise<void> {
	for (const event of HEARD) page.removeAllListeners(event);
	for (const other of context.pages()) if (other !== page) await other.close();
	await context.unrouteAll();
	await page.unrouteAll();
	await context.setOffline(false);
	await page.goto(address + EMPTY);
	await page.evaluate(() => sessionStorage.clear());
	const session = await context.newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'all' });
	await session.detach();
	await context.clearCookies();
	await page.setViewportSize(VIEWPORT);
	await page.emulateMedia({ colorScheme: null, reducedMotion: null, media: null });
}
