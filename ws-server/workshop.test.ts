import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type } from '#tests/live/client.ts';
import { Workshop } from './workshop.ts';

let workshop: Workshop | undefined;

afterEach(() => workshop?.close());

function storedText(text: string) {
	const doc = new Y.Doc();
	type({ doc }, text);
	return { snapshot: Y.encodeStateAsUpdate(doc), updates: [] };
}

/** A text that takes minutes to try out: each edit waits for the first, which is not there. */
function endlessText() {
	const doc = new Y.Doc();
	type({ doc }, 'x');
	const updates: { id: bigint; bytes: Uint8Array }[] = [];
	doc.on('update', (bytes) => updates.push({ id: BigInt(updates.length), bytes }));
	for (let nth = 0; nth < 20_000; nth++) type({ doc }, 'x');
	return { snapshot: null, updates: updates.slice(1) };
}

test(
	'[R11] a text that takes too long fails alone: those behind it are read',
	{ timeout: 20_000 },
	async () => {
		workshop = new Workshop(2_000);
		const late = workshop.findUnsound(endlessText());
		const behind = workshop.read(storedText('behind it'));
		await expect(late).rejects.toThrow();
		expect(JSON.stringify(await behind)).toContain('behind it');
	}
);

test('[R11] a workshop that is closed answers nobody, and keeps nobody waiting', async () => {
	workshop = new Workshop();
	const asked = workshop.read(storedText('too late'));
	await workshop.close();
	await expect(asked).rejects.toThrow();
	await expect(workshop.read(storedText('later'))).rejects.toThrow();
});
