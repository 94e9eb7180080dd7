import { randomUUID } from 'node:crypto';
import { and, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { accessPolicy, grant } from '#db/schema/access.ts';
import { document, documentTheme, part } from '#db/schema/documents.ts';
import { theme, werkplaats } from '#db/schema/network.ts';
import { person } from '#db/schema/people.ts';
import { run, runGroup, runMember, runText } from '#db/schema/runs.ts';
import { NO_DESIGN } from '#domain/assignments.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import type { Actor, DocumentFacts, Principal } from '#domain/facts.ts';
import { FUNCTIONS, type WerkplaatsFunction } from '#domain/functions.ts';
import { KINDS } from '#domain/kinds.ts';
import { LEVELS } from '#domain/levels.ts';
import { can } from '#domain/policy.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { STATES } from '#domain/states.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { findDocumentFacts } from './facts.ts';
import { visibleTo } from './visible.ts';

// The policy and the SQL for lists say the same: random people and documents, written to PostgreSQL.

const house = await openTestHouse();
afterAll(() => house.close());

const WERKPLAATSEN = 3;
const THEMES = 3;
const ACTORS = 6;
const DOCUMENTS = 10;

const place = fc.nat(WERKPLAATSEN - 1);
const level = fc.constantFrom(...LEVELS);
const as = fc.constantFrom(...FUNCTIONS);

/** Everything by number, so that a failing world is small to read; ids are given when it is written. */
const aGrant = fc.record({
	principal: fc.oneof(
		fc.record({ person: fc.nat(ACTORS - 1) }),
		fc.record({ werkplaats: place, function: fc.option(as) })
	),
	level,
	onPart: fc.boolean(),
	expired: fc.boolean()
});
const aDocument = fc.record({
	werkplaats: place,
	kind: fc.constantFrom(...KINDS),
	state: fc.constantFrom(...STATES),
	sensitivity: fc.constantFrom(...SENSITIVITIES),
	deleted: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 9),
	themes: fc.uniqueArray(fc.nat(THEMES - 1), { maxLength: 2 }),
	grants: fc.array(aGrant, { maxLength: 2 }),
	/** Of an assignment that is given to people: who is in its group. */
	group: fc.uniqueArray(fc.nat(ACTORS - 1), { maxLength: 3 })
});
const aPolicy = fc.record({
	werkplaats: place,
	theme: fc.option(fc.nat(THEMES - 1)),
	function: as,
	kind: fc.constantFrom(...KINDS),
	level
});
const aMembership = fc.record({ function: as, werkplaats: place });
const aWorld = fc.record({
	actors: fc.array(fc.array(aMembership, { maxLength: 3 }), { minLength: 1, maxLength: ACTORS }),
	documents: fc.array(aDocument, { minLength: 1, maxLength: DOCUMENTS }),
	policies: fc.uniqueArray(aPolicy, {
		maxLength: 8,
		selector: (p) => [p.werkplaats, p.theme, p.function, p.kind].join()
	})
});
type World = typeof aWorld extends fc.Arbitrary<infer T> ? T : never;
type WrittenWorld = { actors: Actor[]; documents: DocumentFacts[] };

const now = new Date();
const later = new Date(now.getTime() + 60_000);
const earlier = new Date(now.getTime() - 60_000);

/** Writes the world to the database, and says what the policy should know of it. */
async function write(world: World): Promise<WrittenWorld> {
	const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
	const [places, themes, people] = [ids(WERKPLAATSEN), ids(THEMES), ids(ACTORS)];
	const nth = (list: string[], index: number) => list[index]!;
	const documents = world.documents.map((given) => ({
		...given,
		id: randomUUID(),
		part: randomUUID()
	}));
	const author = nth(people, 0);

	const principalOf = ({
		principal: p
	}: World['documents'][number]['grants'][number]): Principal =>
		'person' in p
			? { type: 'person', person: nth(people, p.person) }
			: { type: 'werkplaats', werkplaats: nth(places, p.werkplaats), function: p.function };

	const grantRows = documents.flatMap((doc) =>
		distinct(doc.grants).map((g) => {
			const p = principalOf(g);
			return {
				documentId: doc.id,
				partId: g.onPart ? doc.part : null,
				personId: p.type === 'person' ? p.person : null,
				werkplaatsId: p.type === 'werkplaats' ? p.werkplaats : null,
				function: p.type === 'werkplaats' ? p.function : null,
				level: g.level,
				expiresAt: g.expired ? earlier : later,
				grantedBy: author
			};
		})
	);
	const { db } = house;
	await db.insert(werkplaats).values(places.map((id) => ({ id, slug: id, name: id })));
	await db.insert(theme).values(themes.map((id) => ({ id, slug: id, nameNl: id, nameEn: id })));
	await db
		.insert(person)
		.values(people.map((id) => ({ id, name: id, email: id, passwordHash: 'none' })));
	await db.insert(document).values(
		documents.map((doc) => ({
			id: doc.id,
			werkplaatsId: nth(places, doc.werkplaats),
			kind: doc.kind,
			title: 'A title',
			state: doc.state,
			sensitivity: doc.sensitivity,
			createdBy: author,
			deletedAt: doc.deleted ? now : null
		}))
	);
	await db.insert(part).values(documents.map((doc) => ({ id: doc.part, documentId: doc.id })));
	for (const doc of documents.filter(({ kind }) => kind === 'assignment')) {
		const group = doc.group.map((member) => nth(people, member));
		await giveOut(doc.id, author, group);
	}
	const labels = documents.flatMap((doc) =>
		doc.themes.map((t) => ({ documentId: doc.id, themeId: nth(themes, t) }))
	);
	if (labels.length > 0) await db.insert(documentTheme).values(labels);
	if (grantRows.length > 0) await db.insert(grant).values(grantRows);
	const policies = world.policies.map((p) => ({
		werkplaatsId: nth(places, p.werkplaats),
		themeId: p.theme === null ? null : nth(themes, p.theme),
		function: p.function,
		kind: p.kind,
		level: p.level
	}));
	if (policies.length > 0) await db.insert(accessPolicy).values(policies);

	return {
		actors: world.actors.map((memberships, index) => ({
			id: nth(people, index),
			name: `Person ${index}`,
			administrator: false,
			memberships: memberships.map((m) => ({
				function: m.function,
				werkplaats: m.function === 'national' ? null : nth(places, m.werkplaats),
				organisation: null
			}))
		})),
		documents: documents.map((doc) => {
			const current = distinct(doc.grants).filter((g) => !g.expired);
			const asGrant = (g: (typeof current)[number]) => ({
				principal: principalOf(g),
				level: g.level
			});
			return {
				id: doc.id,
				werkplaats: nth(places, doc.werkplaats),
				kind: doc.kind,
				themes: doc.themes.map((t) => nth(themes, t)),
				state: doc.state,
				sensitivity: doc.sensitivity,
				blind: false,
				version: null,
				deleted: doc.deleted,
				grants: current.filter((g) => !g.onPart).map(asGrant),
				partGrants: current.filter((g) => g.onPart).map(asGrant),
				policies: policies
					.filter((p) => p.werkplaatsId === nth(places, doc.werkplaats) && p.kind === doc.kind)
					.map((p) => ({ theme: p.themeId, function: p.function, level: p.level }))
			};
		})
	};
}

/** Gives the assignment to a group, who write for it; it has a sheet for who guides it too. Neither shows it to anybody. */
async function giveOut(documentId: string, openedBy: string, group: string[]): Promise<void> {
	const { db } = house;
	const [runId, groupId, partId] = [randomUUID(), randomUUID(), randomUUID()];
	await db.insert(part).values([
		{ documentId, kind: 'guide', position: 1 },
		{ id: partId, documentId, kind: 'work', position: 2 }
	]);
	const given = {
		task: EMPTY_CONTENT,
		design: NO_DESIGN,
		formation: 'by_hand',
		groupSize: 3
	} as const;
	await db.insert(run).values({
		...given,
		id: runId,
		documentId,
		kind: 'class',
		title: 'A title',
		openedBy,
		openedAt: now
	});
	await db.insert(runGroup).values({ id: groupId, runId, position: 0, name: 'A group' });
	await db.insert(runText).values({ partId, groupId, step: 0 });
	if (group.length === 0) return;
	await db
		.insert(runMember)
		.values(group.map((personId) => ({ runId, personId, groupId, joinedAt: now })));
}

/** A principal holds one grant on a document, and one on each of its parts. */
function distinct<T extends { principal: object; onPart: boolean }>(grants: T[]): T[] {
	const key = (g: T) => JSON.stringify([g.principal, g.onPart]);
	return grants.filter((g, index) => grants.findIndex((other) => key(other) === key(g)) === index);
}

async function seen(actor: Actor, documents: DocumentFacts[], at = now): Promise<string[]> {
	const ids = documents.map(({ id }) => id);
	const rows = await house.db
		.select({ id: document.id })
		.from(document)
		.where(and(inArray(document.id, ids), visibleTo(actor, at)));
	return rows.map(({ id }) => id).sort();
}

/** In the bin a document is found by its own list only. */
function mayFind(actor: Actor, facts: DocumentFacts): boolean {
	return !facts.deleted && can(actor, 'view', { type: 'document', document: facts });
}

let pairs = 0;
let visible = 0;

test('a list shows exactly the documents that the policy lets somebody view', async () => {
	await fc.assert(
		fc.asyncProperty(aWorld, async (world) => {
			const { actors, documents } = await write(world);
			for (const actor of actors) {
				const wanted = documents.filter((facts) => mayFind(actor, facts)).map(({ id }) => id);
				expect(await seen(actor, documents)).toEqual(wanted.sort());
				pairs += documents.length;
				visible += wanted.length;
			}
		}),
		{ numRuns: 400 }
	);
	expect(pairs).toBeGreaterThan(2000);
	// Neither everything nor nothing, else the comparison would be empty.
	expect(visible / pairs).toBeGreaterThan(0.1);
	expect(visible / pairs).toBeLessThan(0.9);
}, 120_000);

test('the facts that are loaded lead to the same decisions as the facts that were written', async () => {
	await fc.assert(
		fc.asyncProperty(aWorld, async (world) => {
			const { actors, documents } = await write(world);
			const ids = documents.map(({ id }) => id);
			const loaded = await findDocumentFacts(house.db, ids, now);
			for (const actor of actors) {
				for (const facts of documents) {
					const found = { type: 'document', document: loaded.get(facts.id)! } as const;
					for (const action of ['view', 'comment', 'rename', 'share'] as const) {
						const written = can(actor, action, { type: 'document', document: facts });
						expect(can(actor, action, found)).toBe(written);
					}
				}
			}
		}),
		{ numRuns: 40 }
	);
}, 120_000);

test.each<[string, (actor: Actor) => Actor, Date]>([
	['forgets who somebody is', (actor) => ({ ...actor, id: randomUUID() }), now],
	['forgets their functions', (actor) => ({ ...actor, memberships: [] }), now],
	['lets grants live on', (actor) => actor, new Date(earlier.getTime() - 1)],
	['lets a guest be a student', (actor) => withFunction(actor, 'guest', 'student'), now]
])(
	'a list that %s is caught',
	async (_, sabotage, at) => {
		const agrees = fc.check(
			fc.asyncProperty(aWorld, async (world) => {
				const { actors, documents } = await write(world);
				for (const actor of actors) {
					const wanted = documents.filter((facts) => mayFind(actor, facts)).map(({ id }) => id);
					if ((await seen(sabotage(actor), documents, at)).join() !== wanted.sort().join())
						return false;
				}
				return true;
			}),
			{ numRuns: 100, endOnFailure: true }
		);
		expect((await agrees).failed).toBe(true);
	},
	60_000
);

function withFunction(actor: Actor, from: WerkplaatsFunction, to: WerkplaatsFunction): Actor {
	const memberships = actor.memberships.map((m) =>
		m.function === from ? { ...m, function: to } : m
	);
	return { ...actor, memberships };
}
