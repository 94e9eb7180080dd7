import { openClient, type } from '#tests/live/client.ts';
import { until } from '#tests/bench/until.ts';
import type { Town } from '#tests/town/town.ts';

const AT_ONCE = 16;
const EDITS = 5;
const WITHIN_MS = 30_000;

/** Opens so many texts one after another, writes some edits in each until they are acknowledged, and leaves. */
export async function passThrough(town: Town, count: number): Promise<void> {
	const rooms = await town.addRooms(count);
	const cookies = await town.addWriters(AT_ONCE);
	await Promise.all(
		cookies.map(async (cookie) => {
			for (let part = rooms.pop(); part; part = rooms.pop()) await pass(town.address, part, cookie);
		})
	);
}

async function pass(address: string, part: string, cookie: string): Promise<void> {
	let [sent, acked] = [0, 0];
	const client = openClient({
		...{ address, part, headers: { cookie }, params: { ack: '1' } },
		onSend: (frame) => {
			if (frame[0] === 0 && frame[1] !== 0) sent++;
		},
		onAck: (count) => void (acked = count)
	});
	try {
		await until(() => client.provider.synced, WITHIN_MS);
		for (let nth = 0; nth < EDITS; nth++) type(client, `Zin ${nth} van deze tekst. `);
		// The step 2 that answers the server, and each edit.
		await until(() => sent > EDITS && acked === sent, WITHIN_MS);
	} finally {
		client.close();
		client.doc.destroy();
	}
}
