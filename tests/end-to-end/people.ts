import {
	test as base,
	expect,
	type Browser,
	type BrowserContext,
	type ConsoleMessage,
	type Page,
	type WebError
} from '@playwright/test';
import { eq, sql } from 'drizzle-orm';
import { openDatabase, type Connection } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { person } from '#db/schema/people.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { openSeat, Seats } from './seats.ts';

export type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

type Fixtures = {
	/** Somebody of the demo, signed in, in a browser context of their own. */
	as(name: string, options?: ContextOptions): Promise<Page>;
	/** A browser of somebody whom nobody knows. */
	asNobody(options?: ContextOptions): Promise<Page>;
	/**
	 * What pages complained of, in every context of the test: console errors, broken scripts, breaches
	 * of the content policy. Must be empty at the end; a test that provokes one empties it.
	 */
	complaints: string[];
	/** Every browser is a new one, that has nothing of the product yet. */
	isNew: boolean;
};
export type WorkerFixtures = { house: { address: string; connection: Connection }; seats: Seats };

export const test = base.extend<Fixtures, WorkerFixtures>({
	house: [
		async ({}, use) => {
			const address = process.env.HOUSE_ADDRESS!;
			const { url } = await openEmbeddedPostgres({ dataDir: process.env.HOUSE_DATA_DIR! });
			const connection = openDatabase(url, { max: 2 });
			await use({ address, connection });
			await connection.close();
		},
		{ scope: 'worker' }
	],
	baseURL: ({ house }, use) => use(house.address),
	complaints: async ({}, use) => {
		const complaints: string[] = [];
		await use(complaints);
		expect(complaints, 'complaints of the pages').toEqual([]);
	},
	isNew: [false, { option: true }],
	seats: [
		async ({}, use) => {
			const seats = new Seats();
			await use(seats);
			await seats.close();
		},
		{ scope: 'worker' }
	],
	asNobody: async ({ browser, contextOptions, complaints, isNew, seats, house }, use, info) => {
		const leaving: (() => Promise<void>)[] = [];
		await use(async (options) => {
			const own = { ...contextOptions, ...options };
			const isOwn = isNew || options !== undefined;
			const seat = isOwn ? await openSeat(browser, own) : await seats.take(browser, own);
			const { context, page } = seat;
			const deafen = listenForComplaints(context, complaints);
			leaving.push(async () => {
				deafen();
				// Of a journey that failed nobody knows what is left.
				const isKept = !isOwn && info.status === info.expectedStatus;
				await (isKept ? seats.leave(seat, house.address) : context.close());
			});
			return page;
		});
		for (const leave of leaving) await leave();
	},
	as: async ({ asNobody, house }, use) => {
		await use(async (name, options) => {
			const page = await asNobody(options);
			await page.context().addCookies([await sessionCookie(house, name)]);
			return page;
		});
	}
});

export { expect };

/** The cookie of a new session: signing in itself is a journey, not a step in all others. */
export async function sessionCookie(
	{ address, connection: { db } }: WorkerFixtures['house'],
	name: string
) {
	const email = name.includes('@') ? name : `${name}@wisselwerking.example`;
	const [found] = await db
		.select({ id: person.id })
		.from(person)
		.where(eq(sql`lower(${person.email})`, email));
	if (!found) throw new Error(`nobody has the address ${email}`);
	const { value } = await startSession(db, found.id, new Date());
	return { name: SESSION_COOKIE(false), value, url: address, httpOnly: true };
}

function listenForComplaints(context: BrowserContext, complaints: string[]): () => void {
	const heard = (message: ConsoleMessage) => {
		// So a page hears that what it suggests is to be merged first: no fault of anybody.
		const isToMerge = /\/suggestions\/mine$/.test(message.location().url);
		if (isToMerge && message.text().includes('409')) return;
		if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
	};
	const broke = (error: WebError) => void complaints.push(String(error.error()));
	context.on('console', heard);
	context.on('weberror', broke);
	return () => {
		context.off('console', heard);
		context.off('weberror', broke);
	};
}

/** Opens a page and waits until it answers to the keyboard and the mouse. */
export async function visit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
}

/** What is typed before a page is awake is kept by the product, but clicks may go unheard. */
export async function hydrated(page: Page): Promise<void> {
	await page.locator('html[data-hydrated]').waitFor();
}
