import * as Y from 'yjs';
import { RawSocket, wireFrame } from '#tests/bench/load/socket.ts';
import { mutate } from '#tests/hostile/mutate.ts';
import type { Chance } from '#tests/live/chance.ts';
import { firstLine } from '#tests/live/client.ts';
import { openRawLine } from '#tests/live/raw-line.ts';
import { presenceFrame, step1Frame, step2Frame, updateFrame } from '#ws/protocol.ts';

/** So many frames go over one connection, if it lives that long. */
const FRAMES_PER_CONNECTION = 8;
const BINARY = 2;
/** Whoever was not sent away by then leaves. */
const LEAVES_AFTER_MS = 1_000;

/** How often each way to be sent away was met: a close code, a status, or nothing. */
export type Farewells = Map<string, number>;

/** Somebody who sends what was an honest frame once. */
export type Besieger = {
	/** Sends some over a connection of its own; gives how many. */
	attack(): Promise<number>;
};

export function openBesieger(
	at: { port: number; part: string; cookie: string; state: () => Uint8Array },
	chance: Chance,
	farewells: Farewells
): Besieger {
	const { port, part, cookie, state } = at;
	const count = (what: string) => void farewells.set(what, (farewells.get(what) ?? 0) + 1);
	const frames = () => {
		const now = state();
		const honest = Array.from({ length: FRAMES_PER_CONNECTION }, () => honestFrame(now, chance));
		// Whole ones too, so that some connections get far.
		return honest.map((frame) =>
			chance.below(6) === 0 ? frame : mutate(frame, chance.of(honest), chance)
		);
	};

	const overWebsocket = () =>
		new Promise<number>((resolve) => {
			const all = frames();
			const timer = setTimeout(() => socket.close(), LEAVES_AFTER_MS);
			const socket = new RawSocket(
				{ port, path: `/collab/${part}?ack=1`, cookie },
				{
					opened: () => {
						for (const each of all) {
							const wire = wireFrame(BINARY, each);
							// Most break the protocol within a frame, some the frame itself.
							socket.sendRaw(chance.below(4) === 0 ? mutate(wire, all[0]!, chance) : wire);
						}
						// Half of them leave without a word, after the last byte.
						if (chance.below(2) === 0) socket.close();
					},
					heard: () => {},
					closed: (code) => {
						clearTimeout(timer);
						count(`websocket ${code ?? 'broken'}`);
						resolve(all.length);
					}
				}
			);
		});

	const overHttp = async () => {
		const all = frames();
		const line = await openRawLine(`http://127.0.0.1:${port}`, part, {
			cookie,
			origin: `http://127.0.0.1:${port}`
		});
		const up = Buffer.concat(all.map((each) => Buffer.concat([lengthOf(each), each])));
		const body = chance.below(3) === 0 ? mutate(up, all[0]!, chance) : up;
		const cut = chance.below(body.length + 1);
		const statuses = [
			await line.post(0, body.subarray(0, cut)),
			// Overlapping, with a gap, or as it should be.
			await line.post(Math.max(0, cut + chance.of([0, 0, 0, -3, 5])), body.subarray(cut))
		];
		count(`http ${statuses.join(' ')}`);
		await line.leave();
		return all.length;
	};

	// The door hangs up on a body that it will not read.
	const broken = () => {
		count('http broken');
		return FRAMES_PER_CONNECTION;
	};
	return {
		attack: () => (chance.below(8) === 0 ? overHttp().catch(broken) : overWebsocket())
	};
}

/** What an honest client could send now, of every kind. */
function honestFrame(state: Uint8Array, chance: Chance): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 1 + chance.below(0x7fff_ffff);
	Y.applyUpdate(doc, state);
	const before = Y.encodeStateVector(doc);
	const line = firstLine(doc);
	const at = chance.below(line.length + 1);
	line.insert(at, chance.of(['woord', '👩‍👩‍👧', 'x'.repeat(200)]));
	if (chance.below(3) === 0) line.format(at, 2, { bold: {} });
	if (chance.below(4) === 0) line.delete(at, 1);
	const update = Y.encodeStateAsUpdate(doc, before);
	const clock = chance.below(1000);
	const { clientID: client } = doc;
	const make = chance.of([
		() => updateFrame(update),
		() => updateFrame(update),
		() => step2Frame(update),
		() => step2Frame(Y.encodeStateAsUpdate(doc)),
		() => step1Frame(before),
		() => presenceFrame([{ client, clock, state: JSON.stringify({ cursor: clock }) }])
	]);
	const frame = make();
	doc.destroy();
	return frame;
}

function lengthOf({ length }: Uint8Array): Uint8Array {
	const bytes: number[] = [];
	let rest = length;
	for (; rest > 127; rest >>>= 7) bytes.push(128 | (rest & 127));
	return Uint8Array.from([...bytes, rest]);
}
