import { dismissAll } from './crew.ts';
import { gatherCrowd } from './crowd.ts';
import type { Options } from './options.ts';
import { startPeer, type PeerName } from './peer.ts';
import type { Bench, Figures, Results, Row, Scenario } from './scenario.ts';
import type { Stage } from './stage.ts';
import { makePages, makePaper, makeText, type Text } from './texts.ts';

const PAGES = 100;
const SMALL_BYTES = 20_000;

/** Measures the servers in turn, each repetition beginning with another; gives the medians as rows. */
export async function measureAll(
	stage: Stage,
	options: Options,
	tell: (sentence: string) => void
): Promise<{ rows: Row[]; failures: string[]; texts: string[] }> {
	const { seed, trace, isQuick, profiles } = options;
	const texts: string[] = [];
	const told = (make: () => Text) =>
		once(() => {
			const text = make();
			texts.push(`${text.name}: ${text.state.length} bytes stored`);
			return text;
		});
	// What took too long goes on for a moment, and must not start what is measured next to others.
	let isOver = false;
	const bench: Bench = {
		stage,
		isQuick,
		texts: {
			paper: told(() => makePaper(trace)),
			pages: told(() => makePages(PAGES, seed)),
			small: told(() => makeText(SMALL_BYTES, seed))
		},
		start: (peer, setting) => {
			if (isOver) throw new Error('nothing is started any more');
			return startPeer(peer, setting, profiles);
		},
		gather: () => gatherCrowd(seed)
	};
	const rows: Row[] = [];
	const failures: string[] = [];
	for (const scenario of options.scenarios) {
		const all = new Map<PeerName, Figures[]>();
		for (const { peer, repetition } of turns(scenario, options)) {
			const began = performance.now();
			isOver = false;
			try {
				const figures = await within(scenario.limitSeconds, scenario.measure(bench, peer));
				all.set(peer, [...(all.get(peer) ?? []), figures]);
				tell(`${scenario.name}, ${peer} ${repetition + 1}: ${show(figures)} (${since(began)} s)`);
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				failures.push(`FAILED       ${scenario.name}, ${peer} ${repetition + 1}: ${why}`);
				tell(failures.at(-1)!);
			} finally {
				isOver = true;
				await dismissAll();
			}
		}
		const medians = [...all].map(([peer, figures]) => [peer, medianOf(figures)] as const);
		const results: Results = Object.fromEntries(medians);
		rows.push(...scenario.rows(results));
	}
	return { rows, failures, texts };
}

function turns(scenario: Scenario, { peers, repetitions }: Options) {
	const taking = peers.filter((peer) => scenario.peers.includes(peer));
	return Array.from({ length: repetitions }, (_, repetition) => {
		const first = taking.length > 0 ? repetition % taking.length : 0;
		return [...taking.slice(first), ...taking.slice(0, first)].map((peer) => ({
			peer,
			repetition
		}));
	}).flat();
}

function medianOf(all: readonly Figures[]): Figures {
	const names = Object.keys(all[0] ?? {});
	const median = (name: string) => {
		const values = all.map((figures) => figures[name] ?? NaN).sort((a, b) => a - b);
		const middle = values.length / 2;
		return (values[Math.floor(middle)]! + values[Math.ceil(middle) - 1]!) / 2;
	};
	return Object.fromEntries(names.map((name) => [name, median(name)]));
}

function show(figures: Figures): string {
	return Object.entries(figures)
		.map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`)
		.join(', ');
}

function since(began: number): string {
	return ((performance.now() - began) / 1000).toFixed(0);
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error(`not within ${seconds} s`)), seconds * 1000);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}

function once<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
