import { randomUUID } from 'node:crypto';
import type { Database } from '#db/connection.ts';
import { grant } from '#db/schema/access.ts';
import { agendaLink, question } from '#db/schema/agenda.ts';
import { assignment } from '#db/schema/assignments.ts';
import { caseVersion, versionVoice } from '#db/schema/case-versions.ts';
import { document, documentTheme, part } from '#db/schema/documents.ts';
import { evidence } from '#db/schema/evidence.ts';
import { moment, voice } from '#db/schema/cases.ts';
import { organisation, theme, werkplaats } from '#db/schema/network.ts';
import { invitation, membership, person } from '#db/schema/people.ts';
import { relation } from '#db/schema/relations.ts';
import { passwordReset } from '#db/schema/resets.ts';
import { run, runGroup, runMember, runText, visitor } from '#db/schema/runs.ts';
import { cycle, source } from '#db/schema/studies.ts';
import { contribution, submission } from '#db/schema/submissions.ts';
import { template } from '#db/schema/templates.ts';
import { comment, thread } from '#db/schema/threads.ts';
import type { Anchor } from '#domain/anchors/anchor.ts';
import { variant, variantOrigin } from '#db/schema/variants.ts';
import type { Actor } from '#domain/facts.ts';
import type { Perspective } from '#domain/kinds.ts';
import { firstVoice } from '#domain/templates/templates.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Level } from '#domain/levels.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { CYCLE } from '#domain/templates/cycle.ts';
import { newSecret } from '#server/secrets.ts';
import { writeFirstContent } from '#server/texts.ts';

/** Of a password that nobody knows: who must sign in in a test is made by the use case for that. */
const NO_PASSWORD =
	'$argon2id$v=19$m=1024,t=1,p=1$pY6F7Ogv88dlWtEIYAQ88A$i/vstHyh8IK5u7/qKKsWPBtv+HNt3alQHdthc/yf36w';

type Given<Table extends { $inferInsert: object }> = Partial<Table['$inferInsert']>;

/** Rows with an identity of their own; what a test does not name is ordinary. */
export async function addPerson(db: Database, given: Given<typeof person> = {}): Promise<string> {
	const id = given.id ?? randomUUID();
	const name = given.name ?? `Person ${id.slice(0, 4)}`;
	const email = `${id}@wisselwerking.example`;
	const row = { email, passwordHash: NO_PASSWORD, ...given, id, name };
	await db.insert(person).values(row);
	return id;
}

export async function addWerkplaats(
	db: Database,
	given: Given<typeof werkplaats> = {}
): Promise<string> {
	const id = given.id ?? randomUUID();
	await db
		.insert(werkplaats)
		.values({ slug: id, name: `Werkplaats ${id.slice(0, 4)}`, ...given, id });
	return id;
}

export async function addOrganisation(
	db: Database,
	given: Given<typeof organisation> = {}
): Promise<string> {
	const id = given.id ?? randomUUID();
	await db
		.insert(organisation)
		.values({ name: `Organisation ${id}`, kind: 'welfare', ...given, id });
	return id;
}

export async function addTheme(db: Database, given: Given<typeof theme> = {}): Promise<string> {
	const id = given.id ?? randomUUID();
	const name = `Theme ${id.slice(0, 4)}`;
	await db.insert(theme).values({ slug: id, nameNl: name, nameEn: name, ...given, id });
	return id;
}

/** A membership that began a minute ago, open-ended unless `until` is given. */
export async function addMembership(
	db: Database,
	given: Given<typeof membership> & { personId: string; function: WerkplaatsFunction }
): Promise<string> {
	const id = given.id ?? randomUUID();
	const from = new Date(Date.now() - 60_000);
	await db.insert(membership).values({ from, ...given, id });
	return id;
}

/** A person with one membership, and the actor that the policy sees. */
export async function addMember(
	db: Database,
	werkplaatsId: string | null,
	as: WerkplaatsFunction,
	given: Given<typeof person> = {}
): Promise<Actor> {
	const name = given.name ?? as;
	const id = await addPerson(db, { ...given, name });
	await addMembership(db, { personId: id, werkplaatsId, function: as });
	return {
		id,
		name,
		administrator: given.administrator ?? false,
		memberships: [{ werkplaats: werkplaatsId, function: as, organisation: null }]
	};
}

/** A document with one shared part, by default a study that is a draft in its werkplaats. */
export async function addDocument(
	db: Database,
	given: Given<typeof document> & { werkplaatsId: string; createdBy: string; themes?: string[] }
): Promise<{ id: string; part: string }> {
	const { themes = [], ...fields } = given;
	const id = fields.id ?? randomUUID();
	await db.insert(document).values({ kind: 'study', title: 'A study', ...fields, id });
	for (const themeId of themes) await db.insert(documentTheme).values({ documentId: id, themeId });
	return { id, part: await addPart(db, { documentId: id }) };
}

export async function addPart(
	db: Database,
	given: Given<typeof part> & { documentId: string }
): Promise<string> {
	const id = given.id ?? randomUUID();
	await db.insert(part).values({ ...given, id });
	return id;
}

/** The first cycle of a study, as it begins; answers its part. */
export async function addCycle(db: Database, documentId: string): Promise<string> {
	const partId = await addPart(db, { documentId, kind: 'cycle', position: 1 });
	await db.insert(cycle).values({ partId, number: 1 });
	await db.transaction((tx) => writeFirstContent(tx, partId, CYCLE));
	return partId;
}

/** A voice of a case in which nobody wrote, and that nobody holds. */
export async function addVoicePart(
	db: Database,
	documentId: string,
	perspective: Perspective
): Promise<string> {
	const partId = await addPart(db, { documentId, kind: 'voice', perspective, position: 1 });
	await db.insert(voice).values({ partId });
	const { content } = firstVoice(perspective);
	await db.transaction((tx) => writeFirstContent(tx, partId, content));
	return partId;
}

export async function addMoment(db: Database, documentId: string, title: string): Promise<string> {
	const id = randomUUID();
	await db.insert(moment).values({ id, documentId, title, position: 1 });
	return id;
}

/** A teaching version that is restricted, of a case that is gone; with a voice that nobody told. */
export async function addVersion(
	db: Database,
	given: Parameters<typeof addDocument>[1]
): Promise<{ version: string; versionVoice: string }> {
	const { id, part: text } = await addDocument(db, {
		...{ kind: 'case', sensitivity: 'restricted' },
		...given
	});
	await db.transaction((tx) => writeFirstContent(tx, text, EMPTY_CONTENT));
	const of = { documentId: id, purpose: 'teaching', madeBy: given.createdBy } as const;
	await db.insert(caseVersion).values({ ...of, madeAt: new Date() });
	const voice = randomUUID();
	await db.insert(versionVoice).values({
		...{ id: voice, documentId: id, position: 0 },
		...{ perspective: 'citizen', label: '', telling: 'own' }
	});
	return { version: id, versionVoice: voice };
}

/** A document that was taken over from another, with nothing in it. */
export async function addVariant(
	db: Database,
	given: Parameters<typeof addDocument>[1],
	originId: string
): Promise<string> {
	const { id } = await addDocument(db, given);
	await db.insert(variant).values({ documentId: id, why: 'Another street', takenAt: new Date() });
	await db.insert(variantOrigin).values({ documentId: id, originId, taken: EMPTY_CONTENT });
	return id;
}

export async function addSource(
	db: Database,
	given: Given<typeof source> & { documentId: string; addedBy: string }
): Promise<string> {
	const id = given.id ?? randomUUID();
	const row = { kind: 'research', text: 'A book', position: 0, addedAt: new Date() } as const;
	await db.insert(source).values({ ...row, ...given, id });
	return id;
}

/** A passage of a case that a study leans on. */
export async function addEvidence(
	db: Database,
	given: Given<typeof evidence> & {
		documentId: string;
		partId: string;
		linkedBy: string;
		passage: Anchor;
	}
): Promise<string> {
	const id = given.id ?? randomUUID();
	const now = new Date();
	await db.insert(evidence).values({ quotedAt: now, linkedAt: now, ...given, id });
	return id;
}

export async function addTemplate(
	db: Database,
	given: Given<typeof template> & { werkplaatsId: string; createdBy: string }
): Promise<string> {
	const id = given.id ?? randomUUID();
	const row = { kind: 'study', name: 'A template', content: EMPTY_CONTENT } as const;
	await db.insert(template).values({ ...row, ...given, id });
	return id;
}

export async function addGrant(
	db: Database,
	given: Given<typeof grant> & { documentId: string; level: Level; grantedBy: string }
): Promise<void> {
	await db.insert(grant).values(given);
}

/** An open invitation; answers the value that the link holds. */
export async function addInvitation(
	db: Database,
	given: Pick<Given<typeof invitation>, 'werkplaatsId'> & {
		function: WerkplaatsFunction;
		invitedBy: string;
	}
): Promise<string> {
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(Date.now() + 86_400_000);
	const email = `${randomUUID()}@wisselwerking.example`;
	await db.insert(invitation).values({ id, secretHash, email, expiresAt, ...given });
	return value;
}

/** A way to a new password; answers the value that the link holds. */
export async function addPasswordReset(db: Database, personId: string): Promise<string> {
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(Date.now() + 3_600_000);
	await db.insert(passwordReset).values({ id, secretHash, personId, expiresAt });
	return value;
}

/** A document that is a question, new on the agenda of its werkplaats. */
export async function addQuestion(
	db: Database,
	given: Parameters<typeof addDocument>[1]
): Promise<string> {
	const { id } = await addDocument(db, { ...given, kind: 'question' });
	await db.insert(question).values({ documentId: id });
	return id;
}

/** An assignment with a round and a criterion, both called First, and a guide's sheet; `about` stands in each. */
export async function addAssignment(
	db: Database,
	given: Parameters<typeof addDocument>[1],
	about = ''
): Promise<{ id: string; part: string; guide: string }> {
	const { id, part } = await addDocument(db, { ...given, kind: 'assignment' });
	const guide = await addPart(db, { documentId: id, kind: 'guide', position: 1 });
	const round = { title: 'First', task: about, minutes: 10, speaker: '', not: '' };
	await db.insert(assignment).values({
		documentId: id,
		steps: [{ ...round, turn: 'everybody', outcome: 'What came out' }],
		rubric: [{ title: 'First', levels: ['not yet', `always ${about}`] }],
		questions: [`What struck you? ${about}`]
	});
	return { id, part, guide };
}

/** A document uses another, unless the test says otherwise. */
export async function addRelation(
	db: Database,
	given: Given<typeof relation> & { fromId: string; toId: string; relatedBy: string }
): Promise<string> {
	const id = given.id ?? randomUUID();
	await db.insert(relation).values({ type: 'uses', ...given, id });
	return id;
}

/** An open link to the agenda; answers the value that it holds. */
export async function addAgendaLink(
	db: Database,
	given: { werkplaatsId: string; madeBy: string }
): Promise<string> {
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(Date.now() + 86_400_000);
	await db.insert(agendaLink).values({ id, secretHash, expiresAt, ...given });
	return value;
}

/** A workshop that goes on, with one round that was not begun, in which a visitor takes part. */
export async function addWorkshop(
	db: Database,
	given: Given<typeof run> & { documentId: string; openedBy: string },
	visitorId: string
): Promise<string> {
	const id = given.id ?? randomUUID();
	const now = new Date();
	const round = { title: 'A round', task: '', minutes: 5, speaker: '', outcome: 'Words', not: '' };
	await db.insert(run).values({
		...{ kind: 'workshop', title: 'A workshop', formation: 'by_hand', groupSize: 4 },
		...{ task: EMPTY_CONTENT, openedAt: now, code: id },
		design: { steps: [{ ...round, turn: 'everybody' }], rubric: [], questions: [] },
		...given,
		id
	});
	await db.insert(visitor).values({ personId: visitorId, runId: id, consentedAt: now });
	await db.insert(runMember).values({ personId: visitorId, runId: id, joinedAt: now });
	return id;
}

/** A class of which one group, with one member, handed in an empty text. */
export async function addClass(
	db: Database,
	given: Given<typeof run> & { documentId: string; openedBy: string },
	memberId: string
): Promise<{ class: string; classGroup: string; classSubmission: string }> {
	const [id, group, handedIn] = [randomUUID(), randomUUID(), randomUUID()];
	const now = new Date();
	await db.insert(run).values({
		...{ kind: 'class', title: 'A class', formation: 'by_hand', groupSize: 4 },
		...{ task: EMPTY_CONTENT, openedAt: now },
		design: { steps: [], rubric: [], questions: [] },
		...given,
		id
	});
	await db.insert(runGroup).values({ id: group, runId: id, position: 1, name: 'A group' });
	const joined = { personId: memberId, runId: id, groupId: group, joinedAt: now };
	await db.insert(runMember).values(joined);
	const { documentId } = given;
	const partId = await addPart(db, { documentId, kind: 'work', position: 2 });
	await db.transaction((tx) => writeFirstContent(tx, partId, EMPTY_CONTENT));
	await db.insert(runText).values({ partId, groupId: group, step: 0 });
	await db.insert(submission).values({
		...{ id: handedIn, groupId: group, nth: 1, sha256: '', words: 0, isLate: false },
		...{ content: JSON.stringify(EMPTY_CONTENT), handedInBy: memberId, handedInAt: now }
	});
	await db.insert(contribution).values({ submissionId: handedIn, personId: memberId, words: 0 });
	return { class: id, classGroup: group, classSubmission: handedIn };
}

/** A thread beside the text of a part, with what its maker says in it. */
export async function addThread(
	db: Database,
	given: typeof thread.$inferInsert,
	words: string
): Promise<{ thread: string; comment: string }> {
	const ids = { thread: randomUUID(), comment: randomUUID() };
	await db.insert(thread).values({ ...given, id: ids.thread });
	const said = { threadId: ids.thread, authorId: given.startedBy, body: [{ text: words }] };
	await db.insert(comment).values({ ...said, id: ids.comment });
	return ids;
}
