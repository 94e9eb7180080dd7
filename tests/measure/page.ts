import type { BrowserContext, Page } from '@playwright/test';
import { openHouseWithBrowser } from '../signed-in.ts';
import { whenWritten } from './when-written.ts';

// `npm run measure:page`: what a page costs on a cold cache and a slow machine; medians.

const REPETITIONS = 5;
/** A phone of some years ago, beside the machine that measures. */
const SLOW_DOWN = 4;

type Goal = { kilobytes: number; text: number; editable: number | null };
type Measured = { kilobytes: number; text: number; editable: number | null };

const DOCUMENT: Goal = { kilobytes: 260, text: 1000, editable: 2500 };
const ELSEWHERE: Goal = { kilobytes: 70, text: 1000, editable: null };

const house = await openHouseWithBrowser();
const { request } = await house.as('onderzoeker');
const { documents } = await (await request.get('/api/v1/documents?kind=study')).json();
const pages: [string, string | null, string, Goal][] = [
	['document', 'onderzoeker', `/document/${documents[0].id}`, DOCUMENT],
	['today', 'onderzoeker', '/', ELSEWHERE],
	['studies', 'onderzoeker', '/studies', ELSEWHERE],
	['werkplaats', 'onderzoeker', '/werkplaats/twente', ELSEWHERE],
	['sign in', null, '/login', ELSEWHERE]
];

console.log(`medians of ${REPETITIONS}, CPU ${SLOW_DOWN} × slower, cold cache\n`);
console.log('page         JavaScript       text seen     can write');
for (const [name, who, path, goal] of pages) {
	const measureOnce = async () => {
		const context = await house.as(who);
		const measured = await measure(context, path, goal.editable !== null);
		await context.close();
		return measured;
	};
	// The first visit is slower: the server compiles what it answers with.
	await measureOnce();
	const runs: Measured[] = [];
	for (let run = 0; run < REPETITIONS; run++) runs.push(await measureOnce());
	const { kilobytes, text, editable } = median(runs);
	const cells = [
		cell(kilobytes, goal.kilobytes, 'kB'),
		cell(text, goal.text, 'ms'),
		editable === null ? '' : cell(editable, goal.editable ?? 0, 'ms')
	];
	console.log(name.padEnd(13) + cells.map((each) => each.padEnd(17)).join(''));
}
await house.close();

async function measure(context: BrowserContext, path: string, isText: boolean): Promise<Measured> {
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
	// What had come in with the headers is no script.
	const headers = new Map<string, number>();
	let bytes = 0;
	devtools.on('Network.responseReceived', ({ requestId, response }) => {
		if (/javascript/.test(response.mimeType)) headers.set(requestId, response.encodedDataLength);
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (headers.has(requestId)) bytes += encodedDataLength - (headers.get(requestId) ?? 0);
	});
	const visit = () => page.goto(path);
	const editable = isText ? await whenWritten(context, visit) : (await visit(), null);
	await page.locator('html[data-hydrated]').waitFor();
	await page.waitForLoadState('networkidle');
	return { kilobytes: bytes / 1000, text: await firstPaint(page), editable };
}

async function firstPaint(page: Page): Promise<number> {
	return page.evaluate(() => {
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		return paint?.startTime ?? NaN;
	});
}

function median(runs: Measured[]): Measured {
	const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
	const editable = runs.map((run) => run.editable).filter((time) => time !== null);
	return {
		kilobytes: middle(runs.map((run) => run.kilobytes)),
		text: middle(runs.map((run) => run.text)),
		editable: editable.length > 0 ? middle(editable) : null
	};
}

function cell(value: number, goal: number, unit: string): string {
	return `${value.toFixed(0)} ${unit} ${value <= goal ? 'ok' : `> ${goal}`}`;
}
