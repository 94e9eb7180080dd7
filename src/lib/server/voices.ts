import type { Transaction } from '#db/connection.ts';
import { endReadingByVoice, listVersionIds, listVoiceHolders } from '#db/queries/case-versions.ts';
import { insertPart } from '#db/queries/documents.ts';
import { putGrant } from '#db/queries/grants.ts';
import {
	deleteHolder,
	deletePart,
	insertVoice,
	listVoices,
	nextPosition,
	updateVoice,
	type VoiceRow
} from '#db/queries/voices.ts';
import { partLevel } from '#domain/access.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor, PartFacts } from '#domain/facts.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import { oneLine } from '#domain/line.ts';
import { firstVoice } from '#domain/templates/templates.ts';
import {
	mayChooseHolders,
	mayRemoveVoice,
	TELLER_MAX,
	VOICE_LABEL_MAX,
	type Telling
} from '#domain/voices.ts';
import { changeAccessToCase, type CaseEvent, type LockedCase } from './case-change.ts';
import type { Context } from './context.ts';
import { personGiven } from './grants.ts';
import { countWords, writeFirstContent } from './texts.ts';

/** A voice as it travels, also to who may not hear it yet: then its `ability` is none. */
export type Voice = VoiceRow & { ability: Level; mayChooseHolders: boolean };

/** The voices of a case, each with what the asker may do with it. */
export async function voicesOf(
	context: Context,
	actor: Actor,
	documentId: string,
	parts: readonly PartFacts[]
): Promise<Voice[]> {
	const rows = await listVoices(context.db, documentId, context.now());
	return rows.flatMap((row) => {
		const facts = parts.find(({ id }) => id === row.id);
		if (!facts) return [];
		const ability = partLevel(actor, facts);
		return [{ ...row, ability, mayChooseHolders: mayChooseHolders(actor, facts, row.words) }];
	});
}

/** Adds a voice that nobody holds yet: another discipline, or a party that the case lacked. */
export async function addVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	{ perspective, label }: { perspective: Perspective; label: string }
): Promise<void> {
	const name = checkLine(label, 'label', VOICE_LABEL_MAX);
	await changeAccessToCase(context, actor, documentId, 'arrange_voices', async (tx) => {
		await makeVoice(tx, documentId, perspective, name);
		return { name: 'voice.added', details: { perspective } };
	});
}

/** A part for a voice, with its word of welcome; answers its id. */
async function makeVoice(
	tx: Transaction,
	documentId: string,
	perspective: Perspective,
	label: string
): Promise<string> {
	const { kind, content } = firstVoice(perspective);
	const position = await nextPosition(tx, documentId);
	const partId = await insertPart(tx, { documentId, kind, perspective, position });
	await insertVoice(tx, partId, { label });
	await writeFirstContent(tx, partId, content);
	return partId;
}

/** Takes away a voice in which nobody said anything and that nobody holds. */
export async function removeVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string
): Promise<void> {
	await changeAccessToCase(context, actor, documentId, 'arrange_voices', async (tx, opened) => {
		const { row } = await lockedVoice(tx, opened, partId);
		if (!mayRemoveVoice(row.words, row.holders.length)) throw new Conflict('voice_has_words');
		await deletePart(tx, partId);
		return { name: 'voice.removed', details: { perspective: row.perspective } };
	});
}

/** Gives a voice to somebody, by address or id; they write it from now on. */
export async function giveVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string,
	who: string
): Promise<void> {
	await changeVoice(context, actor, documentId, partId, async (tx, { perspective }, now) => {
		const { personId, guest } = await personGiven(tx, who, now);
		if (guest) throw new Invalid({ person: 'guest_by_invitation' });
		await giveVoiceIn(tx, { documentId, partId, personId, givenBy: actor.id, expiresAt: null });
		return { name: 'voice.given', personId, details: { perspective } };
	});
}

/** The grant that makes somebody hold a voice: the caller has asked whether they may. */
export async function giveVoiceIn(
	tx: Transaction,
	given: {
		documentId: string;
		partId: string;
		personId: string;
		givenBy: string;
		expiresAt: Date | null;
	}
): Promise<void> {
	const { documentId, partId, personId, givenBy, expiresAt } = given;
	await putGrant(tx, {
		...{ documentId, partId, personId, expiresAt },
		...{ werkplaatsId: null, function: null, level: 'edit', grantedBy: givenBy }
	});
}

/**
 * Ends that somebody holds a voice. Anyone may give up their own; what they wrote stays as it is. With their last
 * voice goes what they read by it: the versions of the case. They can still say that these may not be told so.
 */
export async function takeVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string,
	personId: string
): Promise<void> {
	let versions: string[] = [];
	await changeVoice(context, actor, documentId, partId, async (tx, row, now) => {
		if (!row.holders.some(({ id }) => id === personId)) throw new NotFound();
		await deleteHolder(tx, partId, personId);
		const held = await listVoiceHolders(tx, documentId, now);
		if (!held.some((voice) => voice.personId === personId)) {
			const made = await listVersionIds(tx, documentId);
			versions = await endReadingByVoice(
				tx,
				made.map(({ id }) => id),
				personId
			);
		}
		return { name: 'voice.taken', personId, details: { perspective: row.perspective } };
	});
	if (versions.length > 0) context.bus.ring({ kind: 'access', documents: versions });
}

/** In whose words a voice is, and what it is called: said by who holds it, or while it is empty by who arranges. */
export async function describeVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string,
	{ label, telling, teller }: { label: string; telling: Telling; teller: string }
): Promise<void> {
	const description = {
		label: checkLine(label, 'label', VOICE_LABEL_MAX),
		telling,
		teller: telling === 'own' ? '' : checkLine(teller, 'teller', TELLER_MAX)
	};
	if (telling !== 'own' && description.teller === '') throw new Invalid({ teller: 'required' });
	await changeVoice(context, actor, documentId, partId, async (tx) => {
		await updateVoice(tx, partId, description);
		return { name: 'voice.described', details: { telling } };
	});
}

/** Makes one change of a voice, for who may say who holds it. */
async function changeVoice(
	context: Context,
	actor: Actor,
	documentId: string,
	partId: string,
	change: (tx: Transaction, row: VoiceRow, now: Date) => Promise<CaseEvent>
): Promise<void> {
	await changeAccessToCase(context, actor, documentId, 'view', async (tx, opened) => {
		const { facts, row } = await lockedVoice(tx, opened, partId);
		if (!mayChooseHolders(actor, facts, row.words)) throw new NotAllowed('arrange_voices');
		return change(tx, row, opened.now);
	});
}

/** A voice of a case with what is in it at this moment: what is read out runs a little behind the typing. */
export async function lockedVoice(
	tx: Transaction,
	{ document, parts, now }: LockedCase,
	partId: string
): Promise<{ facts: PartFacts; row: VoiceRow }> {
	const facts = parts.find(({ id }) => id === partId);
	if (!facts?.perspective) throw new NotFound();
	const row = (await listVoices(tx, document.id, now)).find(({ id }) => id === partId);
	if (!row) throw new NotFound();
	return { facts, row: { ...row, words: await countWords(tx, partId) } };
}

function checkLine(value: string, field: string, most: number): string {
	const line = oneLine(value);
	if (line.length > most) throw new Invalid({ [field]: 'too_long' });
	return line;
}
