import { findCaseHead, listClosings, putCaseHead, setBlind } from '#db/queries/cases.ts';
import { findOneDocumentFacts, findPartFacts } from '#db/queries/facts.ts';
import { listMoments } from '#db/queries/moments.ts';
import { holdsVoice } from '#domain/access.ts';
import { caseHeadFaults, EMPTY_CASE_HEAD, type CaseHead } from '#domain/case-head.ts';
import { silentParties, type Closing } from '#domain/closing.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { Moment } from '#domain/moments.ts';
import { authorize } from '#domain/policy.ts';
import { changeAccessToCase, changeCase } from './case-change.ts';
import type { Context } from './context.ts';
import { countWords } from './texts.ts';
import { voicesOf, type Voice } from './voices.ts';

/** What a case has beside its texts, as the asker may know it. */
export type OpenedCase = {
	head: CaseHead;
	blind: boolean;
	moments: Moment[];
	voices: Voice[];
	closings: Closing[];
	/** Parties of which nobody knows yet what changes for them. */
	silent: Perspective[];
	/** Parties for which the asker may say it. */
	speaksFor: Perspective[];
};

/** For whoever may view the document; of a voice that may not be heard there is no word in it. */
export async function openedCase(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<OpenedCase> {
	const { db } = context;
	const document = await findOneDocumentFacts(db, documentId, context.now());
	if (document?.kind !== 'case') throw new NotFound();
	authorize(actor, 'view', { type: 'document', document });
	const parts = await findPartFacts(db, [document], context.now());
	const voices = await voicesOf(context, actor, documentId, parts);
	const closings = await listClosings(db, documentId);
	const held = parts.filter((part) => holdsVoice(actor, part));
	const speaksFor = held.flatMap(({ perspective }) => perspective ?? []);
	return {
		head: (await findCaseHead(db, documentId)) ?? EMPTY_CASE_HEAD,
		blind: document.blind,
		moments: await listMoments(db, documentId),
		voices,
		// What somebody says of what changes for them is their voice too.
		closings: closings.filter(
			({ perspective }) => !document.blind || speaksFor.includes(perspective)
		),
		silent: silentParties(voices, closings),
		speaksFor: [...new Set(speaksFor)]
	};
}

/** Says what the case is about. */
export async function describeCase(
	context: Context,
	actor: Actor,
	documentId: string,
	given: CaseHead
): Promise<void> {
	const head = {
		...given,
		pseudonym: given.pseudonym.trim(),
		period: given.period.trim(),
		region: given.region.trim()
	};
	const faults = caseHeadFaults(head);
	if (Object.keys(faults).length > 0) throw new Invalid(faults);
	await changeCase(context, actor, documentId, 'describe_case', async (tx) => {
		await putCaseHead(tx, documentId, head);
		return { name: 'case.described' };
	});
}

/** From now on each writes apart from the others: only while nobody said anything that others may have read. */
export async function closeVoices(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<void> {
	await changeAccessToCase(context, actor, documentId, 'arrange_voices', async (tx, { parts }) => {
		for (const { id, perspective } of parts) {
			if (perspective && (await countWords(tx, id)) > 0) throw new Conflict('voices_were_heard');
		}
		await setBlind(tx, documentId, true);
		return { name: 'case.closed_voices' };
	});
}

/** All voices are heard at once, by who may read the case. There is no way back. */
export async function revealVoices(
	context: Context,
	actor: Actor,
	documentId: string
): Promise<void> {
	await changeAccessToCase(context, actor, documentId, 'reveal', async (tx, { document }) => {
		if (!document.blind) return null;
		await setBlind(tx, documentId, false);
		return { name: 'case.revealed' };
	});
}
