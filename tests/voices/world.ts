import { openedCase } from '#server/cases.ts';
import type { Context } from '#server/context.ts';
import { createDocument } from '#server/documents.ts';
import type { Letter } from '#server/mail.ts';
import { giveVoice } from '#server/voices.ts';
import { sayClosing } from '#server/closings.ts';
import { FUNCTIONS, NETWORK_FUNCTIONS } from '#domain/functions.ts';
import type { Actor } from '#domain/facts.ts';
import { addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { firstLine } from '#tests/live/client.ts';
import { openDoor, type TestDoor } from '#tests/live/door.ts';

/** A case with a citizen's voice in it, and everybody who does not hold that voice. */
export type VoiceWorld = {
	context: Context;
	door: TestDoor;
	letters: readonly Letter[];
	id: string;
	voice: string;
	holder: Actor;
	others: Actor[];
	/** What the holder said; each word exists once in the world. */
	words: string;
	/** What changes for them, in their words. */
	change: string;
	/** Keeps what somebody else got to read. */
	hear(bytes: Uint8Array): void;
	/** How much of what others got to read has a word of the voice in it. */
	leaks(): number;
	close(): Promise<void>;
};

/** A hole for a test to find: somebody is let into the voice behind the policy's back. */
export type Hole = 'a grant that nobody gave';

export async function openVoiceWorld({
	blind,
	hole
}: {
	blind: boolean;
	hole?: Hole;
}): Promise<VoiceWorld> {
	const house = await openTestHouse();
	const { context, db } = house;
	const here = await addWerkplaats(db);
	const elsewhere = await addWerkplaats(db);
	const others: Actor[] = [];
	for (const as of FUNCTIONS) {
		const place = NETWORK_FUNCTIONS.includes(as) ? null : here;
		others.push(await addMember(db, place, as));
		if (as === 'coordinator') others.push(await addMember(db, elsewhere, as));
	}
	const [coordinator] = others;
	const maker = others.find(({ name }) => name === 'researcher');
	if (!coordinator || !maker) throw new Error('nobody to make a case');
	const holder = await addMember(db, here, 'citizen', { name: 'holder' });
	const input = { werkplaats: here, kind: 'case', title: 'Een casus', blind } as const;
	const id = await createDocument(context, maker, input);
	const { voices } = await openedCase(context, coordinator, id);
	const voice = voices.find(({ perspective }) => perspective === 'citizen')?.id;
	if (!voice) throw new Error('the case has no voice of a citizen');
	await giveVoice(context, coordinator, id, voice, holder.id);

	const door = await openDoor(context);
	const tokens = Array.from({ length: 6 }, () => `w${crypto.randomUUID().replaceAll('-', '')}`);
	const words = tokens.slice(0, 4).join(' ');
	const change = tokens.slice(4).join(' ');
	const client = await door.enter(voice, holder.id);
	await until(() => client.provider.synced);
	client.doc.transact(() => firstLine(client.doc).insert(0, words));
	await sayClosing(context, holder, id, { perspective: 'citizen', change, reason: '' });
	if (hole) {
		const given = { documentId: id, partId: voice, personId: maker.id, grantedBy: maker.id };
		await addGrant(db, { ...given, level: 'edit' });
	}

	let leaks = 0;
	return {
		...{ context, door, id, voice, holder, others, words, change },
		letters: house.letters,
		hear(bytes) {
			const heard = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
			if (tokens.some((token) => heard.includes(token))) leaks++;
		},
		leaks: () => leaks,
		async close() {
			await door.close();
			await house.close();
		}
	};
}

async function until(isSo: () => boolean): Promise<void> {
	const deadline = performance.now() + 30_000;
	while (!isSo()) {
		if (performance.now() > deadline) throw new Error('the holder does not come in');
		await new Promise((next) => setTimeout(next, 5));
	}
}
