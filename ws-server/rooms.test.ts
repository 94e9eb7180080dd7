import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Bus, Heard } from '#server/bus.ts';
import { openLocalBus } from '#server/bus.ts';
import type { Context } from '#server/context.ts';
import { openLocalPresence } from '#server/presence.ts';
import { lineMessage } from './line-messages.ts';
import { Metrics } from './metrics.ts';
import { Rooms } from './rooms.ts';

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

test('[R12] a text that is never read out keeps no process from stopping', async () => {
	const hearers: ((heard: Heard) => void)[] = [];
	const local = openLocalBus();
	const bus: Bus = {
		...local,
		openLine: (name, hear) => (hearers.push(hear), local.openLine(name, hear))
	};
	// The database takes the question and never answers.
	const db = { transaction: () => new Promise(() => {}) };
	const context = { db, bus, presence: openLocalPresence(), now: () => new Date() };
	const reports: string[] = [];
	const never = () => Promise.reject(new Error('not asked'));
	const rooms = new Rooms(context as unknown as Context, {
		log: {
			append: never,
			load: () => Promise.resolve({ snapshot: null, updates: [], owners: new Map() }),
			compact: never,
			neglected: () => Promise.resolve([])
		},
		unloadAfterMs: 60_000,
		metrics: new Metrics(),
		report: (what) => reports.push(what)
	});
	await rooms.enter({ id: 'part', documentId: 'document', kind: 'text' }, () => {});
	const doc = new Y.Doc();
	doc.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]);
	const row = { bytes: Y.encodeStateAsUpdate(doc), author: null, clients: [] };
	const message = lineMessage({ kind: 'updates', rows: [row] });
	for (const hear of hearers) hear({ kind: 'said', from: 'another', message });
	let isClosed = false;
	const closed = rooms.close().then(() => (isClosed = true));
	await vi.advanceTimersByTimeAsync(59_000);
	expect(isClosed).toBe(false);
	await vi.advanceTimersByTimeAsync(1_000);
	await closed;
	expect(reports).toEqual(['a text could not be refreshed']);
});
