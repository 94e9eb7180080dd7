import * as Y from 'yjs';
import { RawSocket } from '#tests/bench/load/socket.ts';
import { until } from '#tests/bench/until.ts';
import { firstLine, openClient, textOf, type, type Client } from '#tests/live/client.ts';
import { readMessage, step1Frame } from '#ws/protocol.ts';
import { LIMITS } from '#ws/limits.ts';
import { toldMemory, toldStrain, type Load } from './finding.ts';

const PASTE_BYTES = 150_000;
/** Of one writer. */
const READ_AT_ONCE = LIMITS.pace.bytes.burst;
/** What waits for one: the most before they count as slow, a paste, and what is written meanwhile. */
const MOST_WAITING_BYTES = 6 * 2 ** 20;
const WITHIN_MS = 60_000;
/** The server gives up on who does not read after half a minute. */
const CUT_WITHIN_MS = 45_000;

type Writer = Client & { isAcked(): boolean };

type Reader = {
	socket: RawSocket;
	doc: Y.Doc;
	updates: number;
	isSynced: boolean;
	isClosed: boolean;
};

/** A busy room of which some stop reading: they get one difference when they read again, or are cut off. */
export const stalled: Load = async ({ town }, { stalled: count, pastes, waitsForCuts }) => {
	const [room = ''] = await town.addRooms(1);
	const writerCookies = await town.addWriters(Math.ceil((pastes * PASTE_BYTES) / READ_AT_ONCE));
	const cookies = await town.addReaders(Math.ceil(count / LIMITS.socketsOfPerson), [room]);
	const { address, port } = town;
	const writers = writerCookies.map((cookie) => openWriter(address, room, cookie));
	const [writer] = writers as [Writer, ...Writer[]];
	const headers = { cookie: writerCookies[0]! };
	const witness = openClient({ address, part: room, headers });
	await until(() => [...writers, witness].every(({ provider }) => provider.synced), WITHIN_MS);
	type(writer, 'begin ');
	const isTheSame = ({ text }: Client) => text() === writer.text();
	await until(() => writer.isAcked() && [...writers, witness].every(isTheSame), WITHIN_MS);
	const readers = Array.from({ length: count }, (_, nth) =>
		openReader(port, room, cookies[nth % cookies.length]!)
	);
	await until(() => readers.every(({ isSynced }) => isSynced), WITHIN_MS);
	const before = await town.settle();
	await town.strain();
	for (const { socket } of readers) socket.pause();

	const waiting = waitsForCuts ? readers.slice(0, count >> 1) : readers;
	// Who gives no sign of life for fifteen seconds may be cut off before they are slow.
	const readAgainAt = waitsForCuts ? pastes >> 1 : pastes - 1;
	let most = before;
	const began = performance.now();
	for (let nth = 0; nth < pastes; nth++) {
		// In turns, so that nobody is read more slowly.
		const { doc, isAcked } = writers[nth % writers.length]!;
		const line = firstLine(doc);
		const from = line.length;
		line.insert(from, `${nth} `.padEnd(PASTE_BYTES, 'x'));
		await until(isAcked, WITHIN_MS);
		line.delete(from + 5, PASTE_BYTES - 10);
		await until(
			() => isAcked() && writers.every((other) => textOf(other.doc) === textOf(doc)),
			WITHIN_MS
		);
		const now = await town.glance();
		if (now.held > most.held) most = now;
		if (nth === readAgainAt) for (const { socket } of waiting) socket.resume();
	}
	const seconds = (performance.now() - began) / 1000;
	const strain = await town.strain();
	const stuck = await town.memory();

	const wrongs: string[] = [];
	const waitFor = async (what: string, within: number, isSo: () => boolean | Promise<boolean>) => {
		await until(isSo, within).catch(() => wrongs.push(what));
	};
	await waitFor('who reads again has another text', WITHIN_MS, () =>
		waiting.every(({ doc }) => textOf(doc) === writer.text())
	);
	const updates = Math.max(...waiting.map((reader) => reader.updates));
	if (updates >= 2 * pastes) wrongs.push('who did not read was sent every edit');
	await waitFor('not all sees what was written', WITHIN_MS, () => witness.text() === writer.text());
	if ((await town.read(room)) !== writer.text()) wrongs.push('another text is stored');
	const gone = readers.filter(({ isClosed }) => isClosed).length;
	const cut = readers.slice(waiting.length);
	if (waitsForCuts) {
		// A socket that is not read from does not hear that it was cut off; the server knows.
		const others = waiting.length + writers.length + 1;
		const areCut = async () => (await town.sockets()) <= others;
		await waitFor('who never read is not cut off', CUT_WITHIN_MS, areCut);
		for (const { socket } of cut) socket.resume();
		await waitFor('who never read is still there', WITHIN_MS, () =>
			cut.every(({ isClosed }) => isClosed)
		);
	}
	if (most.held - before.held > count * MOST_WAITING_BYTES + 100 * 2 ** 20) {
		wrongs.push('more waits for who does not read than may');
	}
	for (const { socket } of readers) socket.drop();
	for (const client of [...writers, witness]) client.close();
	const after = await town.settle();
	return {
		wrongs,
		figures: [
			`${2 * pastes} edits, ${((pastes * PASTE_BYTES) / 2 ** 20).toFixed(0)} MB in ${seconds.toFixed(1)} s; who read again got ${updates} frames at most; ${gone} had gone by then, ${cut.length} were cut off after`,
			toldMemory({ before, most, stuck, after }),
			...toldStrain(strain, seconds)
		]
	};
};

function openWriter(address: string, part: string, cookie: string): Writer {
	let [sent, acked] = [0, 0];
	const client = openClient({
		...{ address, part, headers: { cookie }, params: { ack: '1' } },
		onSend: (frame) => {
			if (frame[0] === 0 && frame[1] !== 0) sent++;
		},
		onAck: (ack) => void (acked = ack)
	});
	return { ...client, isAcked: () => acked === sent };
}

function openReader(port: number, room: string, cookie: string): Reader {
	const doc = new Y.Doc();
	const socket = new RawSocket(
		{ port, path: `/collab/${room}`, cookie },
		{
			opened: () => socket.send(step1Frame(Y.encodeStateVector(doc))),
			heard: (frame) => {
				const message = readMessage(frame);
				if (message.kind !== 'update' && message.kind !== 'step 2') return;
				Y.applyUpdate(doc, message.update);
				reader.updates++;
				reader.isSynced ||= message.kind === 'step 2';
			},
			closed: () => (reader.isClosed = true)
		}
	);
	const reader: Reader = { socket, doc, updates: 0, isSynced: false, isClosed: false };
	return reader;
}
