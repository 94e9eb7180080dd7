import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';
import { REFUSALS } from './protocol.ts';

/** Metrics, and what a reader gets of those whose line begins like this. */
function open() {
	const registry = new Registry();
	const read = async (line: string) => {
		const lines = (await registry.metrics()).split('\n');
		return lines
			.filter((one) => one.startsWith(`wisselwerking_${line}`))
			.map((one) => one.slice(14));
	};
	return { metrics: new Metrics(registry), read };
}

test('who is inside counts by transport, until they leave', async () => {
	const { metrics, read } = open();
	const left = metrics.entered('websocket');
	metrics.entered('websocket');
	metrics.entered('http');
	left();
	expect(await read('connections')).toEqual([
		'connections{transport="websocket"} 1',
		'connections{transport="http"} 1'
	]);
});

test('refused frames count by reason, their bytes together, and every reason is there from the start', async () => {
	const { metrics, read } = open();
	expect(await read('frames_refused')).toHaveLength(REFUSALS.length);
	metrics.refused('schema', 12);
	metrics.refused('schema', 30);
	metrics.refused('size', 0);
	expect(await read('frames_refused_total{reason="s')).toEqual([
		'frames_refused_total{reason="structure"} 0',
		'frames_refused_total{reason="steps"} 0',
		'frames_refused_total{reason="schema"} 2',
		'frames_refused_total{reason="size"} 1'
	]);
	expect(await read('refused_bytes')).toEqual(['refused_bytes_total 42']);
});

test('a commit counts with its rows, and one that failed only as that', async () => {
	const { metrics, read } = open();
	await metrics.commit(3, Promise.resolve());
	await metrics.commit(5, Promise.resolve());
	const failed = metrics.commit(7, Promise.reject(new Error('gone')));
	await expect(failed).rejects.toThrow('gone');
	expect(await read('commit_rows_sum')).toEqual(['commit_rows_sum 8']);
	expect(await read('commit_rows_count')).toEqual(['commit_rows_count 2']);
	expect(await read('commit_seconds_count')).toEqual(['commit_seconds_count 2']);
	expect(await read('commits_failed')).toEqual(['commits_failed_total 1']);
});

test('the wait for an acknowledgement is counted in seconds', async () => {
	const { metrics, read } = open();
	const now = performance.now();
	metrics.acknowledged([now - 30, now - 300]);
	expect(await read('ack_seconds_bucket{le="0.02"}')).toEqual(['ack_seconds_bucket{le="0.02"} 0']);
	expect(await read('ack_seconds_bucket{le="0.25"}')).toEqual(['ack_seconds_bucket{le="0.25"} 1']);
	expect(await read('ack_seconds_count')).toEqual(['ack_seconds_count 2']);
});

test('compactions count as done or failed, and not when there was nothing to do', async () => {
	const { metrics, read } = open();
	await metrics.compaction(async () => 'a snapshot');
	await metrics.compaction(async () => null);
	await expect(metrics.compaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await read('compaction_seconds_count')).toEqual([
		'compaction_seconds_count{outcome="done"} 1',
		'compaction_seconds_count{outcome="failed"} 1'
	]);
});

test('doors are asked how they stand when somebody reads, and no more once they are closed', async () => {
	const { metrics, read } = open();
	const standing = { bufferedBytes: 5, logBytes: 6, waitingEdits: 7, waitingTexts: 8 };
	const unwatch = metrics.watch(() => ({ rooms: 2, ...standing }));
	metrics.watch(() => ({ rooms: 1, ...standing }));
	expect(await read('rooms')).toEqual(['rooms 3']);
	expect(await read('waiting')).toEqual(['waiting_edits 14', 'waiting_texts 16']);
	unwatch();
	expect(await read('rooms')).toEqual(['rooms 1']);
});
