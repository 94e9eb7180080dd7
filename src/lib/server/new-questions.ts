import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { listQuestions } from '#db/queries/questions.ts';
import { ASKED_FROM, beginsAs, isForEditorsFirst, WORDS_MAX, type Origin } from '#domain/asking.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Party } from '#domain/parties.ts';
import { authorize, can } from '#domain/policy.ts';
import { agendaOf, standingOf, type Standing } from '#domain/questions.ts';
import type { RelationType } from '#domain/relations.ts';
import { questionContent } from '#domain/templates/question.ts';
import type { Context } from './context.ts';
import { createDocument } from './documents.ts';
import type { Neighbour } from './relations.ts';

/**
 * Puts a question that came up in a study or a case on the agenda of its werkplaats, with the words in which it
 * came up: for who may read those, and may ask there. Answers its id.
 */
export async function askFrom(
	context: Context,
	actor: Actor,
	origin: string,
	{ title, words }: { title: string; words: string }
): Promise<string> {
	if (words.trim().length > WORDS_MAX) throw new Invalid({ words: 'too_long' });
	const facts = await findOneDocumentFacts(context.db, origin, context.now());
	if (!facts || facts.deleted) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	if (!mayAskIn(actor, facts)) throw new NotAllowed('create');
	const sensitivity = beginsAs(facts);
	if (sensitivity === null) throw new Conflict('question_from_vault');
	const asked = await createDocument(context, actor, {
		werkplaats: facts.werkplaats,
		kind: 'question',
		title,
		themes: facts.themes,
		sensitivity,
		editorsFirst: isForEditorsFirst(facts),
		content: questionContent(title, words),
		origin
	});
	context.bus.ring({ kind: 'document', document: origin });
	return asked;
}

type Place = { kind: Kind; werkplaats: string };

function mayAskIn(actor: Actor, { kind, werkplaats }: Place): boolean {
	const here = { type: 'werkplaats', werkplaats, kind: 'question' } as const;
	return ASKED_FROM.includes(kind) && can(actor, 'create', here);
}

/** A relation of a document as the asker may see it. */
type Related = { type: RelationType; direction: 'to' | 'from'; document: Neighbour };

/** A question that came up in a document, and where it stands on its agenda. */
type CameUp = {
	id: string;
	title: string;
	standing: Standing;
	askerName: string | null;
	party: Party | null;
};

/** The questions that came up in a document, of what the asker may see; null where none come up. */
export async function newQuestions(
	context: Context,
	actor: Actor,
	document: Place & Origin,
	relations: readonly Related[]
): Promise<{ questions: CameUp[]; mayAsk: boolean } | null> {
	if (!ASKED_FROM.includes(document.kind)) return null;
	const found = new Map(relations.filter(cameUp).map(({ document: one }) => [one.id, one]));
	const questions: CameUp[] = [];
	const places = Map.groupBy(found.values(), ({ werkplaats }) => werkplaats.id);
	for (const [werkplaats, asked] of places) {
		const rows = await listQuestions(context.db, werkplaats);
		const agenda = agendaOf(rows);
		for (const { id, title } of asked) {
			const row = rows.find((each) => each.id === id);
			if (!row) continue;
			const { askerName, party } = row;
			const standing = standingOf(agenda.get(id) ?? row, agenda);
			questions.push({ id, title, standing, askerName, party });
		}
	}
	const mayAsk = mayAskIn(actor, document) && beginsAs(document) !== null;
	return { questions, mayAsk };
}

/** The document leads to it, or it comes from the document: the same, said from either end. */
function cameUp({ type, direction, document }: Related): boolean {
	if (document.kind !== 'question') return false;
	return direction === 'to' ? type === 'leads_to' : type === 'comes_from';
}
