import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import { actorOf } from '#server/credentials.ts';
import { acceptInvitation } from '#server/acceptance.ts';
import { binDocument, restoreDocument } from '#server/bin.ts';
import { closeVoices, describeCase, openedCase, revealVoices } from '#server/cases.ts';
import { sayClosing } from '#server/closings.ts';
import { changeDocument } from '#server/document-changes.ts';
import { findDocuments, openDocument } from '#server/documents.ts';
import { exportDocument } from '#server/export.ts';
import { readAuthorship } from '#server/authorship.ts';
import { shareDocument } from '#server/grants.ts';
import { addMoment } from '#server/moments.ts';
import { readTexts } from '#server/parts.ts';
import { inviteToVoice } from '#server/voice-invitations.ts';
import { addVoice, describeVoice, giveVoice, removeVoice, takeVoice } from '#server/voices.ts';
import { writeAs } from '#server/writing.ts';
import { EMPTY_CASE_HEAD } from '#domain/case-head.ts';
import type { Actor } from '#domain/facts.ts';
import { LEVELS } from '#domain/levels.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { STATES } from '#domain/states.ts';
import type { Chance } from '#tests/live/chance.ts';
import { firstLine, TRANSPORTS, type Client } from '#tests/live/client.ts';
import type { VoiceWorld } from './world.ts';

/** One thing that somebody tries with a case; what it answers is what they got to read. */
export type Act = (world: VoiceWorld, actor: Actor, chance: Chance) => Promise<unknown>;

/** The kind of message of y-protocols that a step 1 is in. */
const SYNC = 0;
const INTRUSION = 'dat zei ik niet ';

const written = {
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: INTRUSION }] }]
};

/** Everything that the product lets people do with a case and its voices, and some that it does not. */
export const ACTS: Record<string, Act> = {
	'types in the voice': async ({ door, voice, hear }, actor, chance) => {
		const client = await door.enter(voice, actor.id, {
			over: chance.of(TRANSPORTS),
			onHear: hear
		});
		const { provider, doc, code } = client;
		await until(() => provider.synced || code() !== undefined);
		hear(Buffer.from(client.text()));
		// Also without knowing whether they may: as a client of somebody's own would.
		doc.transact(() => {
			const line = firstLine(doc);
			line.delete(0, Math.min(3, line.length));
			line.insert(0, INTRUSION);
		});
		// Of who may only read nothing is acknowledged; what is asked after it is answered after it.
		askAgain(client);
		await until(() => provider.synced || code() !== undefined);
		client.close();
	},
	'writes it as a program': ({ context, voice }, actor) => writeAs(context, actor, voice, written),
	'takes the voice': ({ context, id, voice }, actor) =>
		giveVoice(context, actor, id, voice, actor.id),
	'takes it from who holds it': ({ context, id, voice, holder }, actor) =>
		takeVoice(context, actor, id, voice, holder.id),
	'says in whose words it is': ({ context, id, voice }, actor) =>
		describeVoice(context, actor, id, voice, { label: '', telling: 'behalf', teller: 'mij' }),
	'removes the voice': ({ context, id, voice }, actor) => removeVoice(context, actor, id, voice),
	'adds a voice': ({ context, id }, actor, chance) =>
		addVoice(context, actor, id, {
			perspective: chance.of(['citizen', 'professional'] as const),
			label: ''
		}),
	'invites themselves to the voice': async (world, actor) => {
		const { context, id, voice } = world;
		const until = new Date(context.now().getTime() + 86_400_000);
		const email = `${actor.id}@wisselwerking.example`;
		await inviteToVoice(context, actor, id, voice, { email, until });
		const link = world.letters.at(-1)?.text.match(/invitation\/(\S+)/)?.[1];
		if (link) await acceptInvitation(context, actor, link);
	},
	'shares the case with themselves': ({ context, id }, actor, chance) =>
		shareDocument(context, actor, id, { person: actor.id, level: chance.of(LEVELS) }),
	'changes its state': ({ context, id }, actor, chance) =>
		changeDocument(context, actor, id, { state: chance.of(STATES) }),
	'changes who may read it': ({ context, id }, actor, chance) =>
		changeDocument(context, actor, id, { sensitivity: chance.of(SENSITIVITIES) }),
	'says what changes for the party': ({ context, id }, actor) =>
		sayClosing(context, actor, id, { perspective: 'citizen', change: INTRUSION, reason: '' }),
	'describes the case': ({ context, id }, actor) =>
		describeCase(context, actor, id, EMPTY_CASE_HEAD),
	'adds a moment': ({ context, id }, actor) =>
		addMoment(context, actor, id, { title: 'Moment', period: '' }),
	'closes the voices': ({ context, id }, actor) => closeVoices(context, actor, id),
	'throws it away and puts it back': async ({ context, id }, actor) => {
		await binDocument(context, actor, id);
		await restoreDocument(context, actor, id);
	},
	'reads all they can': async ({ context, id, voice, words }, actor) => {
		const tries = [
			openDocument(context, actor, id),
			openedCase(context, actor, id),
			openDocument(context, actor, id).then(({ parts }) => readTexts(context, parts)),
			exportDocument(context, actor, id, 'md'),
			exportDocument(context, actor, id, 'json'),
			readAuthorship(context, actor, voice),
			findDocuments(context, actor, { q: words.split(' ')[0] })
		];
		const read = await Promise.allSettled(tries);
		return read.map((answer) => (answer.status === 'fulfilled' ? plain(answer.value) : null));
	}
};

/** The one that makes all voices heard: not among what is tried while a case is to stay blind. */
export const REVEAL: Act = ({ context, id }, actor) => revealVoices(context, actor, id);

/** The actor with the memberships of now: an act before can have changed them. */
export function anew({ context }: VoiceWorld, { id, name, administrator }: Actor) {
	return actorOf(context, { id, name, administrator }, context.now());
}

function plain(value: unknown): unknown {
	return value instanceof Map ? [...value] : value;
}

function askAgain({ provider, doc }: Client): void {
	const step1 = createEncoder();
	writeVarUint(step1, SYNC);
	writeSyncStep1(step1, doc);
	provider.synced = false;
	provider.ws?.send(toUint8Array(step1));
}

async function until(isSo: () => boolean): Promise<void> {
	const deadline = performance.now() + 10_000;
	while (!isSo()) {
		if (performance.now() > deadline) throw new Error('the door says neither yes nor no');
		await new Promise((next) => setTimeout(next, 5));
	}
}
