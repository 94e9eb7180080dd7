import { randomUUID } from 'node:crypto';
import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import * as Y from 'yjs';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { replaceSnapshot } from '#db/queries/updates.ts';
import { anchorOf } from '#domain/anchors/anchor.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedText } from '#domain/content/identified-text.ts';
import { refreshText } from '#server/texts.ts';
import { makePages } from '../bench/texts.ts';
import { openHouseWithBrowser } from '../signed-in.ts';
import { whenWritten } from './when-written.ts';

// `npm run measure:review`: a text of a hundred pages with 300 threads and 300 suggestions beside it, on a slow
// machine: how soon one can write in it, and how long a key takes to show.

const PAGES = 100;
const THREADS = 300;
const SUGGESTIONS = 300;
const SLOW_DOWN = 4;
/** Blocks in one push. */
const AT_ONCE = 100;
const KEYS = 200;
const REPETITIONS = 7;
const SEED = 7;

const house = await openHouseWithBrowser();
const { request } = await house.as('onderzoeker');
const proposer = (await house.as('professional')).request;
const { id, part } = await begin(request);
await fill(part);
const around = [
	['nothing beside it', async () => {}],
	[`${THREADS} threads`, () => talk(request)],
	[`${THREADS} threads, ${SUGGESTIONS} suggestions`, () => propose(proposer)]
] as const;

console.log(
	`${PAGES} pages, seed ${SEED}; CPU ${SLOW_DOWN} × slower to open; medians of ${REPETITIONS}\n`
);
console.log(
	`${'beside the text'.padEnd(34)}can write    key to paint p50 / p95    same, ${SLOW_DOWN} × slower`
);
for (const [name, put] of around) {
	await put();
	// The first visit is slower: the server compiles what it answers with.
	await timeToWrite();
	const opened: number[] = [];
	for (let nth = 0; nth < REPETITIONS; nth++) opened.push(await timeToWrite());
	const fast = await typed(1);
	const slow = await typed(SLOW_DOWN);
	console.log(
		name.padEnd(34) +
			`${at(opened, 0.5).toFixed(0)} ms`.padEnd(13) +
			`${at(fast, 0.5).toFixed(0)} / ${at(fast, 0.95).toFixed(0)} ms`.padEnd(26) +
			`${at(slow, 0.5).toFixed(0)} / ${at(slow, 0.95).toFixed(0)} ms`
	);
}
await house.close();

async function begin(by: APIRequestContext): Promise<{ id: string; part: string }> {
	const data = { werkplaats: 'twente', kind: 'study', title: 'Honderd bladzijden' };
	const made = await (await by.post('/api/v1/documents', { data })).json();
	return { id: made.id, part: made.parts[0].id };
}

/** The text is put where it is stored: to type a hundred pages takes hours. */
async function fill(into: string): Promise<void> {
	const { url } = await openEmbeddedPostgres({ dataDir: house.dataDir });
	const connection = openDatabase(url, { max: 1 });
	const snapshot = makePages(PAGES, SEED).state;
	await connection.db.transaction((tx) => replaceSnapshot(tx, into, { snapshot }, []));
	await refreshText({ db: connection.db }, into);
	await connection.close();
}

async function talk(by: APIRequestContext): Promise<void> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, makePages(PAGES, SEED).state);
	const text = new TextIndex(identifiedText(doc));
	const apart = Math.floor(text.characters.length / THREADS);
	for (let nth = 0; nth < THREADS; nth++) {
		const anchor = anchorOf(text, { from: nth * apart + 20, to: nth * apart + 60 });
		if (!anchor) throw new Error('there are no words to talk about');
		const { quote, runs } = anchor;
		const data = { quote, runs, body: [{ text: `Gesprek ${nth + 1}` }] };
		await expectMade(await by.post(`/api/v1/parts/${part}/threads`, { data }));
	}
}

async function propose(by: APIRequestContext): Promise<void> {
	const path = `/api/v1/parts/${part}/suggestions/mine`;
	const opened = await (await by.get(path)).json();
	const blocks: Block[] = opened.suggested.content;
	const apart = Math.floor(blocks.length / SUGGESTIONS);
	let version: number = opened.version;
	for (let from = 0; from < blocks.length; from += AT_ONCE) {
		const to = Math.min(blocks.length, from + AT_ONCE);
		const changed = blocks
			.slice(from, to)
			.map((block, nth) => ((from + nth) % apart === 0 ? begunOtherwise(block) : block));
		const data = { push: randomUUID(), version, from, to, blocks: changed };
		const answer = await by.put(path, { data });
		await expectMade(answer);
		({ version } = await answer.json());
	}
}

type Block = { type: string; content?: { type: string; text?: string }[] };

function begunOtherwise(block: Block): Block {
	const [first, ...rest] = block.content ?? [];
	if (first?.type !== 'text') return block;
	return { ...block, content: [{ ...first, text: `Voorgesteld ${first.text}` }, ...rest] };
}

async function expectMade(answer: { ok(): boolean; status(): number; text(): Promise<string> }) {
	if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
}

async function visit(context: BrowserContext, slowDown: number): Promise<Page> {
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
	await page.goto(`/document/${id}`);
	return page;
}

async function open(context: BrowserContext, slowDown: number): Promise<Page> {
	const page = await visit(context, slowDown);
	await page.locator('.text [role="textbox"][contenteditable="true"]').waitFor();
	return page;
}

async function timeToWrite(): Promise<number> {
	const context = await house.as('onderzoeker');
	const time = await whenWritten(context, () => visit(context, SLOW_DOWN));
	// What the page asks for after that keeps the server busy, on the same machine: the next one would wait for it.
	await context.pages()[0]?.waitForLoadState('networkidle');
	await context.close();
	return time;
}

/** From a key to the paint after it, in ms, as the browser times its own events. */
async function typed(slowDown: number): Promise<number[]> {
	const context = await house.as('onderzoeker');
	const page = await open(context, slowDown);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		const times: number[] = [];
		Object.assign(window, { times });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				if (entry.name === 'keydown') times.push(entry.duration);
		}).observe({
			type: 'event',
			durationThreshold: 16,
			buffered: false
		} as PerformanceObserverInit);
	});
	const text = page.locator('.text [role="textbox"] p').nth(PAGES * 4);
	await text.click();
	for (let nth = 0; nth < KEYS; nth++)
		await page.keyboard.press(nth % 6 === 5 ? 'Space' : 'a', { delay: 20 });
	const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
	await context.close();
	// Under 16 ms the browser says nothing.
	return [...times, ...Array.from({ length: Math.max(0, KEYS - times.length) }, () => 8)];
}

function at(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
