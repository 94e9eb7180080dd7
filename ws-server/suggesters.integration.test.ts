import fc from 'fast-check';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { pushSuggestion, openMine } from '#server/suggestions.ts';
import { decideSuggestions } from '#server/suggestion-decisions.ts';
import { anyFrame } from '#tests/hostile/grammar.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { openSuggesting, type Suggesting } from '#tests/integration/suggesting.ts';
import { cookieOf, openDoor, type TestDoor } from '#tests/live/door.ts';
import { step2Frame, updateFrame } from './protocol.ts';

let house: TestHouse;
let door: TestDoor;
let at: Suggesting;
beforeAll(async () => {
	house = await openTestHouse();
	door = await openDoor(house.context);
	at = await openSuggesting(house, ['Wij belden aan.', 'Niemand deed open.']);
});
afterAll(async () => {
	await door.close();
	await house.close();
});

const PATIENCE_MS = 180_000;
const FRAMES = 150;

/** An edit as an editor makes it, on the text or on nothing. */
function honestUpdate(nth: number): Uint8Array {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(`Binnen ${nth}`)]);
	doc.getXmlFragment(TEXT_FRAGMENT).insert(0, [paragraph]);
	return Y.encodeStateAsUpdate(doc);
}

async function send(frames: readonly Uint8Array[]): Promise<void> {
	const headers = await cookieOf(house.context, at.suggester.id);
	let socket: WebSocket | null = null;
	for (const frame of frames) {
		if (socket?.readyState !== WebSocket.OPEN) {
			socket = new WebSocket(`${door.address}/${at.part}`, {
				headers,
				origin: house.context.publicUrl
			});
			socket.on('error', () => undefined);
			// Whatever it is told, also that it is not let in any more.
			await Promise.race([once(socket, 'open'), once(socket, 'close')]);
		}
		if (socket.readyState === WebSocket.OPEN) socket.send(frame);
	}
	// Answered after all that came before it.
	if (socket?.readyState === WebSocket.OPEN) {
		const closed = once(socket, 'close');
		socket.close();
		await closed;
	}
}

test(
	'whatever somebody sends who may only suggest, the text stays as it is stored, to the byte',
	async () => {
		const before = await at.bytes();
		const sketches = fc.sample(anyFrame, { numRuns: FRAMES, seed: 2026 });
		const raw = fc.sample(fc.uint8Array({ maxLength: 200 }), { numRuns: FRAMES, seed: 2026 });
		await send(sketches.map((sketch) => updateFrame(sketch([[1, 0]]))));
		await send(sketches.map((sketch) => step2Frame(sketch([[1, 0]]))));
		await send(raw);
		for (let nth = 0; nth < 10; nth += 1) {
			await send([updateFrame(honestUpdate(nth))]);
			await send([step2Frame(honestUpdate(nth))]);
		}
		const { context } = house;
		for (const verdict of ['accepted', 'rejected', 'withdrawn'] as const) {
			await decideSuggestions(context, at.suggester, at.part, { verdict }).catch(() => undefined);
		}
		const pushes = fc.sample(
			fc.record({
				from: fc.nat(3),
				to: fc.nat(3),
				blocks: fc.array(fc.jsonValue(), { maxLength: 3 })
			}),
			{ numRuns: 50, seed: 2026 }
		);
		for (const change of pushes) {
			const { version } = await openMine(context, at.suggester, at.part);
			await pushSuggestion(context, at.suggester, at.part, {
				...{ push: crypto.randomUUID(), version },
				...(change as Pick<Parameters<typeof pushSuggestion>[3], 'from' | 'to' | 'blocks'>)
			}).catch(() => undefined);
		}
		await at.suggest(at.suggester, ['Alles anders.']);
		// Who reads along sees the text as it was.
		const client = await door.enter(at.part, at.reader.id);
		await expect.poll(() => client.provider.synced, { timeout: 20_000 }).toBe(true);
		expect(client.text()).toContain('Niemand deed open.');
		expect(await at.bytes()).toEqual(before);
	},
	PATIENCE_MS
);
