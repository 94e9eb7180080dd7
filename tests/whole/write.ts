import type { Database } from '#db/connection.ts';
import { question } from '#db/schema/agenda.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Party } from '#domain/parties.ts';
import type { Decision } from '#domain/questions.ts';
import type { RelationType } from '#domain/relations.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { addDocument, addRelation } from '#tests/integration/builders.ts';

/** A document of a network that is drawn as a table. */
export type DrawnDocument = {
	name: string;
	kind: Kind;
	werkplaatsId: string;
	themes: string[];
	sensitivity?: Sensitivity;
	binned?: boolean;
	/** Of a question. */
	party?: Party | null;
	decision?: Decision;
	/** The name of the question that it went into. */
	into?: string | null;
};

export type DrawnRelation = { from: string; type: RelationType; to: string };

/** Writes a network past the use cases, in the order of the table; answers the id of each name. */
export async function writeNetwork(
	db: Database,
	createdBy: string,
	documents: readonly DrawnDocument[],
	relations: readonly DrawnRelation[]
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	const idOf = (name: string) => {
		const id = ids.get(name);
		if (!id) throw new Error(`nothing is called ${name}`);
		return id;
	};
	const begun = Date.now() - 1000 * documents.length;
	for (const [nth, { name, binned = false, ...row }] of documents.entries()) {
		const { kind, werkplaatsId, themes, sensitivity = 'open' } = row;
		const at = new Date(begun + 1000 * nth);
		const { id } = await addDocument(db, {
			...{ kind, werkplaatsId, themes, sensitivity, createdBy, title: name },
			...{ createdAt: at, changedAt: at, deletedAt: binned ? at : null }
		});
		ids.set(name, id);
	}
	// A double names another question: all of them are there first.
	const questions = documents.filter(({ kind }) => kind === 'question');
	for (const { name, party = null, decision = 'new' } of questions) {
		await db.insert(question).values({ documentId: idOf(name), party, decision });
	}
	for (const { name, into } of questions) {
		if (!into) continue;
		const documentId = idOf(name);
		const row = { documentId, mergedInto: idOf(into) };
		await db
			.insert(question)
			.values(row)
			.onConflictDoUpdate({ target: question.documentId, set: { mergedInto: row.mergedInto } });
	}
	for (const { from, type, to } of relations) {
		await addRelation(db, { fromId: idOf(from), type, toId: idOf(to), relatedBy: createdBy });
	}
	return ids;
}
