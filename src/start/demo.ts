import type { Transaction } from '#db/connection.ts';
import { recordVisit } from '#db/queries/documents.ts';
import { insertMembership } from '#db/queries/memberships.ts';
import { listOrganisations } from '#db/queries/organisations.ts';
import { insertPerson } from '#db/queries/people.ts';
import { datePast, plantPartner, plantQuestion } from '#db/queries/planting.ts';
import { loadedVersion, lockVocabularies, markLoaded } from '#db/queries/vocabularies.ts';
import { listWerkplaatsen } from '#db/queries/werkplaatsen.ts';
import { momentOf, type DemoDocument, type DemoShare } from '#db/seeds/demo/document.ts';
import { DEMO_DOCUMENTS } from '#db/seeds/demo/documents.ts';
import { DEMO_HISTORY } from '#db/seeds/demo/history.ts';
import {
	demoAddress,
	DEMO_PASSWORD,
	EVERYBODY,
	type DemoName,
	type DemoPerson
} from '#db/seeds/demo/people.ts';
import { ORGANISATIONS, QUESTIONS } from '#db/seeds/demo/places.ts';
import type { Actor } from '#domain/facts.ts';
import type { State } from '#domain/states.ts';
import { binDocument } from '#server/bin.ts';
import { openLocalBus } from '#server/bus.ts';
import type { Context } from '#server/context.ts';
import { actorOf } from '#server/credentials.ts';
import { changeDocument } from '#server/document-changes.ts';
import { createDocument } from '#server/documents.ts';
import { shareDocument } from '#server/grants.ts';
import { hashPassword } from '#server/password.ts';
import { plantClasses } from './demo-assignments.ts';
import { plantCase } from './demo-case.ts';
import { askedThroughLink, plantAgenda } from './demo-agenda.ts';
import { plantCopies } from './demo-copies.ts';
import { plantEvidence } from './demo-evidence.ts';
import { plantHistory } from './demo-history.ts';
import { plantReviews } from './demo-reviews.ts';
import { plantStudy } from './demo-study.ts';
import { plantThreads } from './demo-threads.ts';
import { plantSuggestions } from './demo-suggestions.ts';
import { plantWorkshops } from './demo-workshop.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Under this name the database remembers that the demo was planted. */
const PLANTED = 'demo';

/** The steps from a draft to a state, as somebody would take them. */
const STEPS: Record<State, State[]> = {
	draft: [],
	in_review: ['in_review'],
	final: ['in_review', 'final'],
	published: ['in_review', 'final', 'published'],
	archived: ['archived']
};

/**
 * Fills the house with a fictional network, once: all of it or nothing. What is written is planted
 * through the use cases, so that it obeys the rules that everybody obeys.
 */
export async function plantDemo(context: Context): Promise<void> {
	if ((await loadedVersion(context.db, PLANTED)) > 0) return;
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	await context.db.transaction(async (tx) => {
		await lockVocabularies(tx);
		if ((await loadedVersion(tx, PLANTED)) > 0) return;
		const now = context.now();
		// A step that fails takes all of it along: none needs a way back of its own.
		const transaction = async <Made>(step: (tx: Transaction) => Promise<Made>) => step(tx);
		const db = Object.assign(tx, { $client: context.db.$client, transaction });
		// Nobody listens to the bus of a transaction: it would ring before the commit.
		const planting: Context = { ...context, db, bus: openLocalBus(), now: () => now };
		for (const row of ORGANISATIONS) await plantPartner(tx, row);
		for (const row of QUESTIONS) await plantQuestion(tx, row);
		const actors = await plantPeople(tx, planting, passwordHash);
		const planted = new Map<string, string>();
		for (const document of DEMO_DOCUMENTS) {
			planted.set(document.title, await plantDocument(planting, actors, document));
		}
		const actorOf = (name: DemoName) => known(actors, name);
		const idOf = (title: string) => known(planted, title);
		await plantAgenda(planting, actorOf, idOf);
		await plantEvidence(planting, actorOf, idOf, actors.values());
		await plantThreads(planting, actorOf, idOf);
		await plantSuggestions(planting, actorOf, idOf);
		await plantWorkshops(planting, { actorOf, idOf });
		// After the workshops: the assignment was worked out further since.
		await plantClasses(planting, actorOf, idOf);
		await plantCopies(planting, { actorOf, idOf, momentOf });
		await plantReviews(planting, actorOf, idOf);
		await markLoaded(tx, PLANTED, 1);
	});
}

type Actors = Map<DemoName, Actor>;

async function plantPeople(
	tx: Transaction,
	context: Context,
	passwordHash: string
): Promise<Actors> {
	const organisations = new Map((await listOrganisations(tx)).map(({ name, id }) => [name, id]));
	const places = new Map((await listWerkplaatsen(tx)).map(({ slug, id }) => [slug, id]));
	const now = context.now();
	const actors: Actors = new Map();
	for (const [name, person] of entriesOf(EVERYBODY)) {
		const row = await insertPerson(tx, {
			name: person.name,
			email: demoAddress(name),
			passwordHash,
			administrator: person.administrator ?? false
		});
		for (const { werkplaats, function: as, organisation, since, until } of person.memberships) {
			await insertMembership(tx, {
				personId: row.id,
				werkplaatsId: werkplaats && known(places, werkplaats),
				function: as,
				organisationId: known(organisations, organisation),
				from: new Date(now.getTime() - since * DAY_MS),
				until: until === undefined ? null : new Date(now.getTime() + until * DAY_MS)
			});
		}
		actors.set(name, await actorOf(context, row, now));
	}
	return actors;
}

async function plantDocument(
	context: Context,
	actors: Actors,
	planted: DemoDocument
): Promise<string> {
	const maker = known(actors, planted.by);
	const asked = planted.viaLink && (await askedThroughLink(context, maker, planted));
	const id = await createDocument(context, maker, {
		...{ ...planted, asked },
		blind: planted.case?.blind
	});
	for (const share of planted.shares ?? []) {
		await shareDocument(context, maker, id, withPerson(share, actors));
	}
	const stages = DEMO_HISTORY[planted.title];
	if (stages && planted.content) {
		const { content } = planted;
		await plantHistory(context, (name) => known(actors, name), id, { content, stages });
	}
	if (planted.case) await plantCase(context, actors, maker, id, planted.case);
	if (planted.study) {
		await plantStudy(context, (name) => known(actors, name), id, planted.study);
	}
	// A professional begins a case but does not manage a werkplaats: an owner may take every step.
	for (const state of STEPS[planted.state ?? 'draft']) {
		await changeDocument(context, maker, id, { state });
	}
	for (const { by, ...at } of planted.visits ?? []) {
		await recordVisit(context.db, known(actors, by).id, id, momentOf(at, context.now()));
	}
	if (planted.binned) await binDocument(context, maker, id);
	await datePast(context.db, id, {
		begun: momentOf(planted.begun, context.now()),
		changed: momentOf(planted.changed, context.now()),
		by: known(actors, planted.changed.by).id,
		binned: planted.binned ?? false
	});
	return id;
}

function withPerson(share: DemoShare, actors: Actors) {
	return 'person' in share ? { ...share, person: known(actors, share.person).id } : share;
}

function entriesOf(people: Record<DemoName, DemoPerson>) {
	return Object.entries(people) as [DemoName, DemoPerson][];
}

function known<Name, Value>(rows: Map<Name, Value>, name: Name): Value {
	const row = rows.get(name);
	if (row === undefined) throw new Error(`The demo names ${String(name)}, which does not exist.`);
	return row;
}
