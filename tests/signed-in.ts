import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { findBrowser, launchArguments } from './browser.ts';
import { sessionCookie, type ContextOptions } from './end-to-end/people.ts';
import { startHouse } from './start-house.ts';

export type OpenHouse = {
	address: string;
	/** Where everything is kept. */
	dataDir: string;
	/** A browser context of somebody of the demo; of nobody when null. */
	as(name: string | null, options?: ContextOptions): Promise<BrowserContext>;
	close(): Promise<void>;
};

/** The built product with the demo and a browser beside it, for scripts that look but do not test. */
export async function openHouseWithBrowser(): Promise<OpenHouse> {
	const house = await startHouse();
	const { url } = await openEmbeddedPostgres({ dataDir: house.dataDir });
	const connection = openDatabase(url, { max: 1 });
	const executablePath = await findBrowser();
	const browser: Browser = await chromium.launch({ executablePath, args: launchArguments });
	const { address, dataDir } = house;
	return {
		address,
		dataDir,
		async as(name, options = {}) {
			const context = await browser.newContext({
				...{ baseURL: address, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' },
				...options
			});
			if (name) await context.addCookies([await sessionCookie({ address, connection }, name)]);
			return context;
		},
		async close() {
			await browser.close();
			await connection.close();
			await house.stop();
		}
	};
}
