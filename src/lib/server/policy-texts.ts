import { nextPosition } from '#db/queries/cycles.ts';
import { insertPart } from '#db/queries/documents.ts';
import { findFactsOfParts } from '#db/queries/facts.ts';
import { insertPolicyText } from '#db/queries/policy-texts.ts';
import type { Content } from '#domain/content/schema.ts';
import { pastedContent } from '#domain/content/pasted.ts';
import { NAME_MAX } from '#domain/change-requests.ts';
import { POLICY_TEXT_MAX } from '#domain/critical-friends.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine, TITLE_MAX } from '#domain/line.ts';
import { authorize } from '#domain/policy.ts';
import { sourceAddress } from '#domain/sources.ts';
import { changeAround } from './change-around.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { begin, type NewRound } from './review-rounds.ts';
import { ringRound } from './round-change.ts';
import { sealed } from './sealed.ts';
import { writeFirstContent } from './texts.ts';

export type NewPolicyText = {
	title: string;
	/** Whose policy it is: a municipality. */
	source: string;
	/** Where it is published; empty where it is not. */
	address: string;
	/** As it was pasted. */
	text: string;
};

/** Puts a policy text beside a study: from now on it stands still, for everybody. Answers its part. */
export async function keepPolicyText(
	context: Context,
	actor: Actor,
	documentId: string,
	input: NewPolicyText
): Promise<string> {
	const part = await changeAround(
		context,
		actor,
		documentId,
		'keep_policy',
		async (tx, document) => {
			const { content, ...about } = checked(input);
			const place = { documentId, perspective: null, position: await nextPosition(tx, documentId) };
			const partId = await insertPart(tx, { ...place, kind: 'policy' });
			await writeFirstContent(tx, partId, content);
			const { sha256 } = sealed(content);
			const frozen = { frozenBy: actor.id, frozenAt: context.now() };
			await insertPolicyText(tx, { partId, ...about, sha256, ...frozen });
			await recordEvent(tx, {
				name: 'policy.kept',
				actorId: actor.id,
				werkplaatsId: document.werkplaats,
				documentId,
				details: { part: partId }
			});
			return partId;
		}
	);
	// There is a part that open pages do not know of.
	context.bus.ring({ kind: 'access', documents: [documentId] });
	return part;
}

type CheckedText = { title: string; source: string; address: string | null; content: Content };

function checked(input: NewPolicyText): CheckedText {
	const title = oneLine(input.title);
	const source = oneLine(input.source);
	const faults: Record<string, string> = {};
	if (title === '') faults.title = 'required';
	else if (title.length > TITLE_MAX) faults.title = 'too_long';
	if (source === '') faults.source = 'required';
	else if (source.length > NAME_MAX) faults.source = 'too_long';
	const address = input.address.trim() === '' ? null : sourceAddress(input.address);
	if (address === null && input.address.trim() !== '') faults.address = 'address_invalid';
	if (input.text.trim() === '') faults.text = 'required';
	else if (input.text.length > POLICY_TEXT_MAX) faults.text = 'too_long';
	if (Object.keys(faults).length > 0) throw new Invalid(faults);
	return { title, source, address, content: pastedContent(input.text) };
}

/** Asks people to read a policy text as critical friends. Answers the round's id. */
export async function beginFriends(
	context: Context,
	actor: Actor,
	partId: string,
	input: Omit<NewRound, 'questions'>
): Promise<string> {
	const { id, part } = await context.db.transaction(async (tx) => {
		const [facts] = await findFactsOfParts(tx, [partId], context.now());
		if (!facts || facts.kind !== 'policy') throw new NotFound();
		authorize(actor, 'read', { type: 'part', part: facts });
		authorize(actor, 'keep_policy', { type: 'document', document: facts.document });
		const round = { ...input, questions: [], kind: 'critical_friend' } as const;
		return { part: facts, id: await begin(tx, context, actor, facts, round) };
	});
	ringRound(context, part);
	return id;
}
