import { randomUUID } from 'node:crypto';
import type { Database } from '#db/connection.ts';
import { mailPreference } from '#db/schema/told.ts';
import { insertSnapshot } from '#db/queries/updates.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { refreshText } from '#server/texts.ts';
import { keepVersion } from '#server/versions.ts';
import {
	addCycle,
	addEvidence,
	addAgendaLink,
	addAssignment,
	addClass,
	addDocument,
	addGrant,
	addInvitation,
	addOrganisation,
	addMembership,
	addMoment,
	addPart,
	addPasswordReset,
	addPerson,
	addSource,
	addTemplate,
	addQuestion,
	addRelation,
	addTheme,
	addThread,
	addVariant,
	addVersion,
	addVoicePart,
	addWerkplaats,
	addWorkshop
} from '../integration/builders.ts';
import { addHandedIn, type HandedInIds } from '../integration/handed-in.ts';
import { addReviews, type ReviewIds } from '../integration/reviews.ts';
import type { Who } from './guards.ts';
import { saidText } from './said-text.ts';

/** In the title and the text of everything private: found in an answer, it is a leak. */
export const TOKEN = `geheim-${randomUUID()}`;
/** A text that says it, and how a browser names those words. */
export const SAID = saidText(TOKEN);

/** What a request is about: a document and all that hangs on it, which exists or does not. */
export type Subject = HandedInIds &
	ReviewIds & {
		document: string;
		part: string;
		/** A version of that text. */
		kept: string;
		/** A grant on the document, to `person`. */
		grant: string;
		werkplaats: string;
		slug: string;
		/** Of `person`, in the werkplaats. */
		membership: string;
		person: string;
		email: string;
		/** What the link of an open invitation holds: its id and its secret. */
		invitation: string;
		/** The same, to the network as a whole. */
		networkInvitation: string;
		/** What the link holds of a way to a new password for `person`. */
		reset: string;
		theme: string;
		organisation: string;
		/** Beside its text, begun by its owner; and what they say in it. */
		thread: string;
		comment: string;
		/** A part of the document, in which nobody wrote. */
		cycle: string;
		/** Of the document. */
		source: string;
		/** A passage of the case, of which the study leans on a sentence. */
		situation: string;
		evidence: string;
		/** Of the werkplaats. */
		template: string;
		/** A werkplaats that nobody is in. */
		spare: string;
		/** On the agenda of the werkplaats. */
		question: string;
		/** Another document of the werkplaats, given to the guest, and the relation of the document with it. */
		shared: string;
		relation: string;
		/** With a voice that `person` holds, an empty one, and a moment; given to the guest to comment on. */
		case: string;
		voice: string;
		emptyVoice: string;
		moment: string;
		/** Of a case, restricted, given to the guest to comment on; and a voice that tells in it. */
		version: string;
		versionVoice: string;
		/** Taken over from another document of the werkplaats; given to the guest to comment on. */
		variant: string;
		/** With rounds and a rubric, and a guide's sheet; a guest may have no assignment. */
		assignment: string;
		/** What the link holds with which citizens put questions on the agenda. */
		agendaLink: string;
		/** Held with an assignment of the werkplaats that is its own; the visitor takes part in it. One for all subjects. */
		workshop: string;
		/** The assignment that it is held with. */
		held: string;
		/** What the link of a letter to `person` holds. */
		unsubscribe: string;
		/** Who takes part in it. */
		participant: string;
		/** The same, given to a class; the member is in the group that handed in. */
		class: string;
		classMember: string;
		classGroup: string;
		classSubmission: string;
	};

export type World = Awaited<ReturnType<typeof makeWorld>>;

/**
 * One werkplaats with a study. The member is a researcher there, a guest of another was given `comment` on
 * the study, the outsider is a researcher elsewhere, the administrator belongs nowhere.
 */
export async function makeWorld(db: Database) {
	const slug = `access-${randomUUID().slice(0, 8)}`;
	const here = await addWerkplaats(db, { name: 'Here', slug });
	const elsewhere = await addWerkplaats(db, { name: 'Elsewhere' });
	const people: Record<Exclude<Who, 'nobody'>, string> = {
		outsider: await joined('researcher', elsewhere),
		guest: await joined('guest', elsewhere),
		member: await joined('researcher', here),
		coordinator: await joined('coordinator', here),
		administrator: await addPerson(db, { name: 'Administrator', administrator: true }),
		visitor: await addPerson(db, { name: 'Visitor', email: null, passwordHash: null })
	};
	const lesson = await heldWorkshop();

	/** A session for each request: some of them end it. */
	async function cookie(who: Who): Promise<string | undefined> {
		if (who === 'nobody') return undefined;
		const { value } = await startSession(db, people[who], new Date());
		return `${SESSION_COOKIE(false)}=${value}`;
	}

	async function heldWorkshop() {
		const owner = await addPerson(db, { name: 'Owner' });
		const of = { werkplaatsId: here, createdBy: owner, kind: 'assignment' } as const;
		const { id } = await addDocument(db, { ...of, title: `Assignment ${TOKEN}` });
		const given = { documentId: id, openedBy: owner, title: TOKEN };
		const workshop = await addWorkshop(db, given, people.visitor);
		return {
			held: id,
			workshop,
			participant: people.visitor,
			...(await addClass(db, given, people.member)),
			classMember: people.member
		};
	}

	async function joined(as: 'researcher' | 'guest' | 'coordinator', werkplaatsId: string) {
		const personId = await addPerson(db, { name: `A ${as}` });
		const until = as === 'guest' ? new Date(Date.now() + 86_400_000) : null;
		await addMembership(db, { personId, werkplaatsId, function: as, until });
		return personId;
	}

	/** A study, and all that hangs on it. */
	async function study({ inBin = false } = {}): Promise<Subject> {
		const owner = await addPerson(db, { name: 'Owner' });
		const { id } = await addDocument(db, {
			werkplaatsId: here,
			createdBy: owner,
			title: `Study ${TOKEN}`,
			deletedAt: inBin ? new Date() : null
		});
		const part = await addPart(db, { documentId: id });
		await saySecret(part);
		const kept = await db.transaction((tx) => keepVersion(tx, part, { reason: 'paused' }));
		const grant = randomUUID();
		const given = { documentId: id, grantedBy: owner } as const;
		await addGrant(db, { ...given, personId: owner, level: 'owner' });
		await addGrant(db, { ...given, personId: people.guest, level: 'comment' });
		const email = `${randomUUID()}@wisselwerking.example`;
		const person = await addPerson(db, { name: 'Colleague', email });
		await addGrant(db, { ...given, id: grant, personId: person, level: 'view' });
		const membership = await addMembership(db, {
			...{ personId: person, werkplaatsId: here, function: 'teacher' }
		});
		const invitation = await addInvitation(db, {
			...{ werkplaatsId: here, function: 'citizen', invitedBy: people.coordinator }
		});
		const networkInvitation = await addInvitation(db, {
			...{ werkplaatsId: null, function: 'national', invitedBy: people.administrator }
		});
		const reset = await addPasswordReset(db, person);
		const unsubscribe = randomUUID();
		await db.insert(mailPreference).values({ personId: person, unsubscribe });
		const cycle = await addCycle(db, id);
		const source = await addSource(db, { documentId: id, addedBy: owner, text: TOKEN });
		const template = await addTemplate(db, { werkplaatsId: here, createdBy: owner, name: TOKEN });
		const around = { cycle, source, template };
		const theme = await addTheme(db);
		const organisation = await addOrganisation(db);
		const spare = await addWerkplaats(db);
		const place = { werkplaats: here, slug, membership, invitation };
		const network = { networkInvitation, theme, organisation, spare };
		const agenda = await related(id, owner);
		const said = { documentId: id, partId: part, startedBy: owner, passage: SAID.passage };
		const talk = await addThread(db, said, TOKEN);
		const own = { document: id, part, kept, grant, person, email, reset, unsubscribe, ...talk };
		const voices = await tell(owner, person);
		const quoted = {
			documentId: id,
			partId: voices.situation,
			linkedBy: owner,
			passage: SAID.passage
		};
		const evidence = await addEvidence(db, quoted);
		const copies = await copied(owner, agenda.shared);
		const assignment = await toDo(owner);
		// Given to a class, in which the member takes part.
		const toClass = { documentId: assignment, openedBy: owner, member: people.member };
		const handedIn = await addHandedIn(db, toClass, TOKEN);
		// The guest was asked, and nobody else.
		const asks = { documentId: id, partId: part, madeBy: owner, asked: people.guest };
		const asked = await addReviews(db, asks, TOKEN);
		const hung = {
			...around,
			...agenda,
			...voices,
			...copies,
			...handedIn,
			...lesson,
			...asked,
			assignment
		};
		return { evidence, ...own, ...place, ...network, ...hung };
	}

	/** An assignment, with the secret in all that it has. */
	async function toDo(createdBy: string) {
		const of = { werkplaatsId: here, createdBy, title: `Assignment ${TOKEN}` };
		const { id, part, guide } = await addAssignment(db, of, TOKEN);
		for (const text of [part, guide]) await saySecret(text);
		await addGrant(db, {
			documentId: id,
			grantedBy: createdBy,
			personId: createdBy,
			level: 'owner'
		});
		return id;
	}

	/** The secret as the text of a part. */
	async function saySecret(part: string): Promise<void> {
		await db.transaction((tx) => insertSnapshot(tx, part, SAID.state));
		await refreshText({ db }, part);
	}

	/** A case in whose voices nobody wrote yet. */
	async function tell(createdBy: string, holder: string) {
		const of = { werkplaatsId: here, createdBy, kind: 'case', title: `Case ${TOKEN}` } as const;
		const { id, part: situation } = await addDocument(db, of);
		await saySecret(situation);
		const given = { documentId: id, grantedBy: createdBy } as const;
		await addGrant(db, { ...given, personId: createdBy, level: 'owner' });
		await addGrant(db, { ...given, personId: people.guest, level: 'comment' });
		const voice = await addVoicePart(db, id, 'citizen');
		await addGrant(db, { ...given, partId: voice, personId: holder, level: 'edit' });
		const emptyVoice = await addVoicePart(db, id, 'relative');
		const moment = await addMoment(db, id, `Moment ${TOKEN}`);
		return { case: id, situation, voice, emptyVoice, moment };
	}

	/** A study that the outsider may view, with evidence from a case in which `secret` is everything that is said. */
	async function hiddenEvidence(secret: string, text: ReturnType<typeof saidText>) {
		const owner = await addPerson(db, { name: 'Owner' });
		const of = { werkplaatsId: here, createdBy: owner } as const;
		const { id: document } = await addDocument(db, { ...of, title: 'A study to read along with' });
		const given = { documentId: document, grantedBy: owner, level: 'view' } as const;
		await addGrant(db, { ...given, personId: people.outsider });
		const told = { ...of, kind: 'case', title: `Case ${secret}` } as const;
		const { id: hidden, part } = await addDocument(db, told);
		await db.transaction((tx) => insertSnapshot(tx, part, text.state));
		await refreshText({ db }, part);
		const quoted = { documentId: document, partId: part, linkedBy: owner, shows: secret };
		const evidence = await addEvidence(db, { ...quoted, passage: text.passage });
		return { document, evidence, hidden };
	}

	/** A version of a case that was destroyed, and a variant of another document. */
	async function copied(createdBy: string, originId: string) {
		const of = { werkplaatsId: here, createdBy } as const;
		const made = await addVersion(db, { ...of, title: `Version ${TOKEN}` });
		const variant = await addVariant(db, { ...of, title: `Variant ${TOKEN}` }, originId);
		for (const documentId of [made.version, variant]) {
			const given = { documentId, grantedBy: createdBy } as const;
			await addGrant(db, { ...given, personId: createdBy, level: 'owner' });
			await addGrant(db, { ...given, personId: people.guest, level: 'comment' });
		}
		return { ...made, variant };
	}

	/** What hangs on the agenda of the werkplaats, and together with the study. */
	async function related(study: string, createdBy: string) {
		const asked = { werkplaatsId: here, createdBy, kind: 'question' } as const;
		const question = await addQuestion(db, { ...asked, title: `Question ${TOKEN}` });
		const other = { werkplaatsId: here, createdBy, title: `Shared ${TOKEN}` };
		const shared = (await addDocument(db, other)).id;
		const given = { documentId: shared, grantedBy: createdBy, level: 'view' } as const;
		await addGrant(db, { ...given, personId: people.guest });
		const relation = await addRelation(db, { fromId: study, toId: shared, relatedBy: createdBy });
		const madeBy = people.coordinator;
		const agendaLink = await addAgendaLink(db, { werkplaatsId: here, madeBy });
		return { question, shared, relation, agendaLink };
	}

	return { cookie, study, hiddenEvidence };
}

/** Ids of the right form that name nothing. */
export function nothing(): Subject {
	return {
		document: randomUUID(),
		part: randomUUID(),
		kept: randomUUID(),
		grant: randomUUID(),
		werkplaats: randomUUID(),
		slug: `nowhere-${randomUUID().slice(0, 8)}`,
		membership: randomUUID(),
		person: randomUUID(),
		email: `${randomUUID()}@wisselwerking.example`,
		invitation: `${randomUUID()}.${randomUUID()}`,
		networkInvitation: `${randomUUID()}.${randomUUID()}`,
		reset: `${randomUUID()}.${randomUUID()}`,
		unsubscribe: randomUUID(),
		theme: randomUUID(),
		organisation: randomUUID(),
		...{ thread: randomUUID(), comment: randomUUID() },
		cycle: randomUUID(),
		source: randomUUID(),
		template: randomUUID(),
		situation: randomUUID(),
		evidence: randomUUID(),
		spare: randomUUID(),
		question: randomUUID(),
		shared: randomUUID(),
		relation: randomUUID(),
		case: randomUUID(),
		voice: randomUUID(),
		emptyVoice: randomUUID(),
		moment: randomUUID(),
		version: randomUUID(),
		versionVoice: randomUUID(),
		variant: randomUUID(),
		assignment: randomUUID(),
		...{ run: randomUUID(), group: randomUUID() },
		...{ submission: randomUUID(), review: randomUUID() },
		...{ round: randomUUID(), mirror: randomUUID(), policy: randomUUID() },
		...{ friends: randomUUID(), remark: randomUUID(), request: randomUUID() },
		agendaLink: `${randomUUID()}.${randomUUID()}`,
		workshop: randomUUID(),
		held: randomUUID(),
		participant: randomUUID(),
		class: randomUUID(),
		classMember: randomUUID(),
		classGroup: randomUUID(),
		classSubmission: randomUUID()
	};
}
