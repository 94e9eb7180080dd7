import { findTexts } from '#db/queries/documents.ts';
import { findOrganisationNames } from '#db/queries/organisations.ts';
import { findFactsOfParts, findPartFacts } from '#db/queries/facts.ts';
import { partLevel } from '#domain/access.ts';
import type { Content } from '#domain/content/schema.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor, DocumentFacts, PartFacts } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { PartKind, Perspective } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import { seenAs } from '#domain/membership.ts';
import { authorize, can } from '#domain/policy.ts';
import { mayStayOnDevice } from '#domain/sensitivity.ts';
import type { Context } from './context.ts';

/** A part as it travels; `ability` is the asker's level on its text. */
export type PartSummary = {
	id: string;
	kind: PartKind;
	perspective: Perspective | null;
	ability: Level;
};

/** The parts that the asker may read, in their order. */
export async function partsOf(
	context: Context,
	actor: Actor,
	facts: DocumentFacts
): Promise<PartSummary[]> {
	const parts = await findPartFacts(context.db, [facts], context.now());
	return parts
		.filter((part) => can(actor, 'read', { type: 'part', part }))
		.map((part) => ({
			id: part.id,
			kind: part.kind,
			perspective: part.perspective,
			ability: partLevel(actor, part)
		}));
}

export type Admission = {
	part: { id: string; documentId: string; kind: PartKind; perspective: Perspective | null };
	level: Level;
	mayWrite: boolean;
	/** Whether what they write may stay on their device until it is stored. */
	mayKeep: boolean;
	/** As what they take part, as others see it: in the document's werkplaats when they do so there. */
	as: { function: WerkplaatsFunction | null; organisation: string | null };
};

/** Where the facts for an admission come from: who admits many at once has them looked up together. */
export type AdmissionFacts = {
	/** Undefined when there is no such part. */
	part(id: string): Promise<PartFacts | undefined>;
	organisationName(id: string): Promise<string | undefined>;
};

/** These parts with the facts of now, by id; what does not exist is left out. */
export async function partsToAdmit(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	ids: readonly string[]
): Promise<Map<string, PartFacts>> {
	const parts = await findFactsOfParts(db, ids, now());
	return new Map(parts.map((part) => [part.id, part]));
}

/** The names of these organisations, by id. */
export async function organisationNames(
	{ db }: Pick<Context, 'db'>,
	ids: readonly string[]
): Promise<Map<string, string>> {
	return findOrganisationNames(db, ids);
}

/** What somebody may do in the room of a part; `NotFound` when they may not read it. */
export async function admitToPart(
	facts: AdmissionFacts,
	actor: Actor,
	partId: string
): Promise<Admission> {
	const part = await facts.part(partId);
	if (!part) throw new NotFound();
	authorize(actor, 'read', { type: 'part', part });
	const { document } = part;
	return {
		part: { id: part.id, documentId: document.id, kind: part.kind, perspective: part.perspective },
		level: partLevel(actor, part),
		mayWrite: can(actor, 'write', { type: 'part', part }),
		mayKeep: mayStayOnDevice(document.sensitivity),
		as: await capacityOf(facts, actor, document.werkplaats)
	};
}

async function capacityOf(facts: AdmissionFacts, { memberships }: Actor, werkplaats: string) {
	const membership = seenAs(memberships, werkplaats);
	const id = membership?.organisation;
	const organisation = id ? await facts.organisationName(id) : undefined;
	return { function: membership?.function ?? null, organisation: organisation ?? null };
}

/** The stored texts of these parts; ask for parts that the asker may read only. */
export async function readTexts(
	context: Context,
	parts: readonly Pick<PartSummary, 'id'>[]
): Promise<Map<string, Content>> {
	const rows = await findTexts(
		context.db,
		parts.map((part) => part.id)
	);
	return new Map(rows.map((row) => [row.partId, row.content]));
}
