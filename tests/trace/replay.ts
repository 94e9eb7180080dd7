import { openDurabilityStage } from '#tests/durability/stage.ts';
import { openClient } from '#tests/live/client.ts';
import { endOf, type Keystroke } from './trace.ts';
import { openTypist } from './typist.ts';

/** So many edits may be on their way: a person types slower, a burst after a train tunnel does not. */
const UNDERWAY = 1_000;
const WITHIN_MS = 20 * 60_000;

export type Replay = {
	seconds: number;
	/** What each place has in the end, by the name of the place; all should be `expected`. */
	texts: Record<string, string>;
	expected: string;
};

/** Types all keystrokes through a live door, each as its own edit, while somebody else looks on. */
export async function replay(keystrokes: readonly Keystroke[]): Promise<Replay> {
	const stage = await openDurabilityStage();
	const [part = ''] = await stage.addParts(1);
	const { address, headers } = stage;
	let sent = 0;
	let acked = 0;
	const typing = openClient({
		...{ address, headers, part, params: { ack: '1' } },
		onSend: (frame) => void (sent += frame[0] === 0 && frame[1] !== 0 ? 1 : 0),
		onAck: (count) => (acked = count)
	});
	const watching = openClient({ address, headers, part });
	try {
		await until(() => typing.provider.synced && watching.provider.synced && acked === 1);
		const began = performance.now();
		const typist = openTypist(typing.doc);
		for (const keystroke of keystrokes) {
			typist.type(keystroke);
			if (sent - acked >= UNDERWAY) await until(() => sent - acked < UNDERWAY / 2);
		}
		await until(() => acked === sent);
		const expected = endOf(keystrokes);
		await until(() => watching.text().length === expected.length);
		const seconds = (performance.now() - began) / 1000;
		const stored = await stage.read(part);
		await until(async () => (await stage.readOut(part)).length === expected.length);
		const texts = {
			'who typed': typing.text(),
			'who watched': watching.text(),
			'the log and snapshot': stored,
			'what pages and search read': await stage.readOut(part)
		};
		return { seconds, texts, expected };
	} finally {
		typing.close();
		watching.close();
		await stage.close();
	}
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = performance.now() + WITHIN_MS;
	while (!(await isSo())) {
		if (performance.now() > deadline) throw new Error(`waited too long for ${isSo}`);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}
