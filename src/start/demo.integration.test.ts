import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPersonByEmail } from '#db/queries/people.ts';
import { listRunsOf } from '#db/queries/runs.ts';
import { event } from '#db/schema/around.ts';
import { submission } from '#db/schema/submissions.ts';
import { document, part, partText, partUpdate, visit } from '#db/schema/documents.ts';
import { membership, person } from '#db/schema/people.ts';
import { DEMO_CLASSES } from '#db/seeds/demo/classes.ts';
import { DEMO_VARIANTS, DEMO_VERSIONS } from '#db/seeds/demo/copies.ts';
import type { DemoCase, DemoDocument } from '#db/seeds/demo/document.ts';
import { DEMO_DOCUMENTS } from '#db/seeds/demo/documents.ts';
import { DEMO_EVIDENCE } from '#db/seeds/demo/evidence.ts';
import {
	demoAddress,
	DEMO_PASSWORD,
	DEMO_PEOPLE,
	EVERYBODY,
	type DemoName
} from '#db/seeds/demo/people.ts';
import { DEMO_THREADS } from '#db/seeds/demo/threads.ts';
import { AANBELLEN, TWEE_KOPJES } from '#db/seeds/demo/twente/names.ts';
import { meelezen } from '#db/seeds/demo/twente/meelezen.ts';
import { DEMO_CODE, DEMO_WORKSHOPS } from '#db/seeds/demo/workshop.ts';
import { loadNetwork } from '#db/seeds/network.ts';
import { validContent } from '#domain/content/known.ts';
import { plainText, wordCount } from '#domain/content/text.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { PROGRESS } from '#domain/hand-in.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { PERSPECTIVES, type PartKind, type Perspective } from '#domain/kinds.ts';
import { byMoment } from '#domain/moments.ts';
import { FIRST_PARTS } from '#domain/templates/templates.ts';
import { listBin } from '#server/bin.ts';
import { openedCase } from '#server/cases.ts';
import { actorOf } from '#server/credentials.ts';
import { findDocuments, findVisited, openDocument } from '#server/documents.ts';
import { EXPORT_FORMATS, exportDocument } from '#server/export.ts';
import { openWork, overviewOf } from '#server/class-work.ts';
import { openThreads } from '#server/opened-threads.ts';
import { listRuns } from '#server/runs.ts';
import { openRound } from '#server/opened-round.ts';
import { openVersion } from '#server/opened-version.ts';
import { readTexts } from '#server/parts.ts';
import { isPassword } from '#server/password.ts';
import { openBoard } from '#server/workshop-board.ts';
import { openHarvest } from '#server/workshop-harvest.ts';
import { beginRound } from '#server/workshop-rounds.ts';
import { findByCode, joinAsVisitor } from '#server/workshops.ts';
import { openEvidence } from '#server/study-evidence.ts';
import { openVariant } from '#server/variants.ts';
import { openReviewing } from '#server/review-beside.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { plantDemo } from './demo.ts';

const COPIES = [...DEMO_VARIANTS, ...DEMO_VERSIONS];
const HELD = DEMO_WORKSHOPS.filter(({ ended }) => ended);
const VISITORS = DEMO_WORKSHOPS.flatMap(({ groups }) =>
	groups.flatMap(({ people }) => people.filter((of) => 'visitor' in of))
);
const { length: EVERYONE } = Object.keys(EVERYBODY);

let house: TestHouse;
let took: NodeJS.CpuUsage;

beforeAll(async () => {
	house = await openTestHouse();
	await loadNetwork(house.db);
	const start = process.cpuUsage();
	await plantDemo(house.context);
	took = process.cpuUsage(start);
	// As long as it takes beside other tests; what it may take of the processor is a test of its own.
}, 120_000);
afterAll(() => house.close());

async function actor(name: string): Promise<Actor> {
	const row = await findPersonByEmail(house.db, demoAddress(name));
	if (!row) throw new Error(`nobody is called ${name}`);
	return actorOf(house.context, row, house.context.now());
}

const titles = async (name: string, werkplaats?: string) => {
	const found = await findDocuments(house.context, await actor(name), { werkplaats, limit: 100 });
	return found.map(({ title }) => title);
};

async function counts() {
	const tables = [person, membership, document, part, partText, visit, event] as const;
	return Promise.all(
		tables.map(async (table) => (await house.db.select({ rows: count() }).from(table))[0]?.rows)
	);
}

test('planting is quick enough to wait for', () => {
	// Of the processor, not of the clock: other tests run at the same time. Two thirds of it goes to the
	// cases: each word of theirs is put there by who may, step by step, and each step looks up anew who that
	// is. On two cores that is six seconds, once, and on busy ones more: evidence, copies, cycles and closings came
	// to the cases.
	expect((took.user + took.system) / 1000).toBeLessThan(12_000);
});

test('everybody and everything is there', async () => {
	const [people, , documents, parts, texts] = await counts();
	expect(people).toBe(EVERYONE + VISITORS.length);
	expect(documents).toBe(DEMO_DOCUMENTS.length + COPIES.length + HELD.length);
	expect(texts).toBe(parts);
	const ofKinds = await house.db
		.select({ kind: part.kind, rows: count() })
		.from(part)
		.groupBy(part.kind);
	expect(Object.fromEntries(ofKinds.map(({ kind, rows }) => [kind, rows]))).toEqual(partsGiven());
});

/** What the templates give, in cases a voice for each that is told beside the first of its party, and cycles. */
function partsGiven(): Record<string, number> {
	// Each copy is one text, and so is what came out of a workshop.
	const written = HELD.flatMap(({ groups }) => groups.flatMap(({ wrote }) => Object.keys(wrote)));
	const given: Record<PartKind, number> = {
		...{ text: COPIES.length + HELD.length, cycle: 0, voice: 0, lessons: 0 },
		// The sheet of who guides does not come along with a copy, but there is one.
		guide: DEMO_VARIANTS.filter(({ of }) => kindOf(of) === 'assignment').length,
		policy: meelezen.policies.length,
		work: written.length
	};
	for (const { groups } of DEMO_CLASSES) given.work += groups.length;
	for (const { kind, case: told, study } of DEMO_DOCUMENTS) {
		for (const first of FIRST_PARTS[kind]) given[first.kind] += 1;
		const parties = new Set(told?.voices.map(({ perspective }) => perspective));
		given.voice += (told?.voices.length ?? 0) - parties.size;
		given.cycle += study?.cycles.length ?? 0;
	}
	return Object.fromEntries(Object.entries(given).filter(([, rows]) => rows > 0));
}

const kindOf = (of: string) => DEMO_DOCUMENTS.find(({ title }) => title === of)?.kind;

test('planting a second time changes nothing', async () => {
	const before = await counts();
	await plantDemo(house.context);
	expect(await counts()).toEqual(before);
});

test('a demo that fails halfway leaves nothing behind', async () => {
	const empty = await openTestHouse();
	try {
		// Without the network there are no werkplaatsen to plant in.
		await expect(plantDemo(empty.context)).rejects.toThrow('does not exist');
		expect(await empty.db.select().from(person)).toHaveLength(0);
		await loadNetwork(empty.db);
		await plantDemo(empty.context);
		expect(await empty.db.select().from(person)).toHaveLength(EVERYONE + VISITORS.length);
	} finally {
		await empty.close();
	}
});

test('whoever is told of the demo can sign in with its password', async () => {
	expect(DEMO_PEOPLE).toHaveLength(11);
	for (const { email } of DEMO_PEOPLE) {
		const row = await findPersonByEmail(house.db, email);
		expect(await isPassword(row?.passwordHash, DEMO_PASSWORD)).toBe(true);
	}
});

test('every text is valid, as it was written, and long enough to read', async () => {
	const rows = await house.db.select().from(partText);
	for (const { content } of rows) {
		// Nothing in it is unknown: what is, would be left out here.
		expect(validContent(content)).toMatchObject(content);
	}
	for (const of of DEMO_DOCUMENTS) {
		const texts = await house.db
			.select({ kind: part.kind, content: partText.content })
			.from(part)
			.innerJoin(partText, eq(partText.partId, part.id))
			.where(eq(part.documentId, await idOf(of)));
		const stored = (kind: PartKind) =>
			validContent(texts.find((text) => text.kind === kind)?.content);
		expect(stored('text'), of.title).toEqual(validContent(of.content));
		expect(wordCount(of.content ?? {}), of.title).toBeGreaterThan(50);
		const { lessons } = of.case ?? {};
		if (lessons) expect(stored('lessons'), of.title).toEqual(validContent(lessons));
	}
});

test('who is from elsewhere sees of Twente only what is open or published', async () => {
	const found = await findDocuments(house.context, await actor('buitenstaander'), {
		werkplaats: 'twente',
		limit: 100
	});
	expect(found.length).toBeGreaterThan(0);
	for (const { sensitivity, state } of found) {
		expect(sensitivity === 'open' || (sensitivity === 'werkplaats' && state === 'published')).toBe(
			true
		);
	}
});

test('the vault is for who owns it and who was let in by name', async () => {
	const vault = 'De achtste hulpverlener';
	expect(await titles('professional')).toContain(vault);
	expect(await titles('onderzoeker')).toContain(vault);
	for (const name of ['coordinator', 'lector', 'beleid', 'inwoner', 'student', 'landelijk']) {
		expect(await titles(name), name).not.toContain(vault);
	}
});

test('everybody who can sign in has something to continue with, from the past', async () => {
	const { context } = house;
	for (const { email } of DEMO_PEOPLE) {
		const name = email.split('@')[0] ?? '';
		const planned = DEMO_DOCUMENTS.filter((of) => of.visits?.some(({ by }) => by === name));
		// Nobody was where they may not be.
		const visited = await findVisited(context, await actor(name), 100);
		expect(visited.length, email).toBe(planned.length);
		expect(visited.length, email).toBeGreaterThan(1);
	}
	for (const { at } of await house.db.select().from(visit)) {
		expect(at.getTime()).toBeLessThan(context.now().getTime());
	}
	for (const { createdAt, changedAt } of await house.db.select().from(document)) {
		expect(createdAt.getTime()).toBeLessThan(changedAt.getTime());
		expect(changedAt.getTime()).toBeLessThan(context.now().getTime());
	}
});

test('in the bin lies something that can be put back', async () => {
	const [binned] = await listBin(house.context, await actor('onderzoeker'));
	expect(binned?.title).toBe('Vragenlijst eenzaamheid 65-plus (oude versie)');
	expect(binned?.goneOn.getTime()).toBeGreaterThan(house.context.now().getTime());
});

test('five werkplaatsen write about loneliness, each in their own way', async () => {
	const found = await findDocuments(house.context, await actor('landelijk'), {
		theme: 'eenzaamheid',
		limit: 100
	});
	const places = new Set(found.map(({ werkplaats }) => werkplaats.slug));
	expect([...places].sort()).toEqual(['friesland', 'rotterdam', 'twente', 'zuyd', 'zwolle']);
});

/** The cases of the demo, each with what was planted of it. */
const CASES = DEMO_DOCUMENTS.flatMap((of) => (of.case ? [{ ...of, case: of.case }] : []));
const LONELY = CASES.filter(({ themes }) => themes.includes('eenzaamheid'));
const EVERY_NAME = Object.keys(EVERYBODY) as DemoName[];

/** Whose voice somebody may write by what they are. Family, friends and neighbours are citizens. */
const FITS: Record<Perspective, WerkplaatsFunction> = {
	citizen: 'citizen',
	relative: 'citizen',
	professional: 'professional',
	municipality: 'policy_officer'
};

/** The parties of which somebody tells something. */
const heardIn = ({ voices }: DemoCase) =>
	PERSPECTIVES.filter((party) => voices.some((v) => v.perspective === party && v.told));

async function idOf({ title }: Pick<DemoDocument, 'title'>): Promise<string> {
	const [row] = await house.db.select().from(document).where(eq(document.title, title));
	if (!row) throw new Error(`${title} was not planted`);
	return row.id;
}

test('every case tells it in voices, and three of loneliness do in each of four werkplaatsen', () => {
	expect(CASES).toHaveLength(DEMO_DOCUMENTS.filter(({ kind }) => kind === 'case').length);
	for (const place of ['twente', 'friesland', 'rotterdam', 'zwolle']) {
		const here = LONELY.filter(({ werkplaats }) => werkplaats === place);
		expect(here.length, place).toBeGreaterThanOrEqual(3);
	}
	const parties = LONELY.map((of) => heardIn(of.case).length);
	expect(parties.filter((heard) => heard === PERSPECTIVES.length).length).toBeGreaterThanOrEqual(3);
	for (const { title, case: told } of CASES) {
		expect(told.voices.filter((v) => v.told).length, title).toBeGreaterThanOrEqual(2);
		expect(told.moments.length, title).toBeGreaterThanOrEqual(2);
	}
	// Of the daughter nothing is known yet, and it shows.
	const lacking = CASES.find(({ title }) => title.startsWith('Mevrouw D.'));
	expect(lacking?.case.voices.find((v) => v.perspective === 'relative')).toEqual({
		perspective: 'relative',
		label: 'Dochter'
	});
});

test('every voice is held by whom it fits, and written by who holds it, on the moments of the case', async () => {
	const { db, context } = house;
	for (const { case: told, ...of } of CASES) {
		const id = await idOf(of);
		const maker = await actor(of.by);
		const { voices, moments, head } = await openedCase(context, maker, id);
		expect(head).toEqual(told.head);
		for (const row of voices) {
			const { perspective, label } = row;
			const where = `${of.title}: ${perspective} ${label}`;
			const planted = told.voices.find(
				(voice) => voice.perspective === perspective && (voice.label ?? '') === label
			);
			const { holder, telling = 'own', teller = '' } = planted ?? {};
			expect(row, where).toMatchObject({ telling, teller });
			const names = holder ? [EVERYBODY[holder].name] : [];
			expect(
				row.holders.map(({ name }) => name),
				where
			).toEqual(names);
			const [text] = await db.select().from(partText).where(eq(partText.partId, row.id));
			const under = byMoment(text?.content ?? {}, moments);
			const titles = moments.flatMap(({ id, title }) => (under.has(id) ? [title] : []));
			expect(titles, where).toEqual((planted?.told ?? []).map((at) => at.under));
			for (const at of planted?.told ?? []) {
				const moment = moments.find(({ title }) => title === at.under);
				const words = plainText(under.get(moment?.id ?? '') ?? {});
				expect(words, where).toBe(plainText({ type: 'doc', content: at.words }));
			}
			expect(row.words > 0, where).toBe(planted?.told !== undefined);
			const written = await db.select().from(partUpdate).where(eq(partUpdate.partId, row.id));
			const authors = written.map(({ authorId }) => authorId);
			expect([...new Set(authors)], where).toEqual(
				planted?.told ? row.holders.map((one) => one.id) : []
			);
			if (!holder) continue;
			const { memberships } = EVERYBODY[holder];
			const here = memberships.filter(({ werkplaats }) => werkplaats === of.werkplaats);
			// What is raw is held, and noted down, by nobody but who owns it.
			const raw = of.sensitivity === 'vault' && holder === of.by;
			const fits = here.some((membership) => membership.function === FITS[perspective]);
			expect(fits || raw, where).toBe(true);
		}
	}
});

test('of each case that is finished every party says what changes for it, or somebody why not', async () => {
	const finished = CASES.filter(({ state }) => state === 'final' || state === 'published');
	expect(finished.length).toBeGreaterThan(3);
	for (const { case: told, ...of } of finished) {
		const { silent } = await openedCase(house.context, await actor(of.by), await idOf(of));
		expect(silent, of.title).toEqual([]);
		for (const { perspective, by, change, reason } of told.closings ?? []) {
			const own = told.voices.filter((voice) => voice.perspective === perspective);
			const holders = own.flatMap(({ holder }) => holder ?? []);
			expect([change, reason].filter(Boolean), of.title).toHaveLength(1);
			expect(reason ? [...holders, of.by] : holders, of.title).toContain(by);
		}
	}
});

test('a werkplaats does an assignment its own way, and says why', async () => {
	const { context } = house;
	for (const planted of DEMO_VARIANTS) {
		const id = await idOf(planted);
		const variant = await openVariant(context, await actor(planted.by), id);
		expect(variant).toMatchObject({
			why: planted.why,
			origin: { title: planted.of, changedSince: false }
		});
		const changed = variant?.origin?.differs.filter((line) => 'runs' in line) ?? [];
		expect(changed.length).toBeGreaterThan(4);
	}
});

test('a version of a case is told to students, checked by everybody whose words are in it', async () => {
	const { context } = house;
	for (const planted of DEMO_VERSIONS) {
		const found = await findDocuments(context, await actor('student'), {
			kind: 'case',
			limit: 100
		});
		const version = found.find((one) => one.version === planted.purpose);
		expect(version).toMatchObject({ state: 'final', title: `${planted.of} (onderwijsversie)` });
		const opened = await openVersion(context, await actor(planted.by), version?.id ?? '');
		expect(opened).toMatchObject({ isChecked: true, isReleased: true });
		expect(opened?.checks?.hints).toEqual([]);
		const holders = opened?.checks?.voices.flatMap((voice) => voice.holders) ?? [];
		expect(new Set(holders.map(({ name }) => name))).toEqual(
			new Set(planted.agreed.map((name) => EVERYBODY[name].name))
		);
	}
});

/** Everything that the product tells somebody of a document; nothing of what they may not have. */
async function heardBy(somebody: Actor, id: string): Promise<string> {
	const { context } = house;
	const told: unknown[] = [await findDocuments(context, somebody, { limit: 100 })];
	const ask = async (question: () => Promise<unknown>) => {
		try {
			told.push(await question());
		} catch (error) {
			if (!(error instanceof NotFound || error instanceof NotAllowed)) throw error;
		}
	};
	await ask(async () => {
		const opened = await openDocument(context, somebody, id);
		const texts = [...(await readTexts(context, opened.parts)).values()];
		return [opened, texts, texts.map(plainText)];
	});
	await ask(() => openedCase(context, somebody, id));
	for (const format of EXPORT_FORMATS) {
		await ask(() => exportDocument(context, somebody, id, format));
	}
	return JSON.stringify(told);
}

test('of a case that is blind nobody hears a word but their own', async () => {
	const [blind, ...others] = CASES.filter((of) => of.case.blind);
	if (!blind) throw new Error('no case of the demo is blind');
	expect(others).toEqual([]);
	expect(blind.werkplaats).toBe('twente');
	const told = blind.case.voices.filter((voice) => voice.told);
	expect(told.map(({ holder }) => holder).sort()).toEqual(['beleid', 'inwoner', 'professional']);
	const id = await idOf(blind);
	for (const name of EVERY_NAME) {
		const somebody = await actor(name);
		const heard = await heardBy(somebody, id);
		for (const { holder, told: at = [] } of told) {
			const lines = at.flatMap(({ words }) => words.map(plainText));
			for (const line of lines.flatMap((words) => words.split(/(?<=[.?!]) /))) {
				expect(heard.includes(line), `${name}: ${line}`).toBe(name === holder);
			}
			// Nor does a search tell that the words are there, not even to who wrote them.
			const found = await findDocuments(house.context, somebody, { q: lines[0], limit: 100 });
			expect(found.map(({ title }) => title)).not.toContain(blind.title);
		}
	}
	for (const name of ['inwoner', 'professional', 'beleid', 'coordinator', 'student']) {
		expect(await titles(name, 'twente'), name).toContain(blind.title);
	}
});

test('two classes have groups that are as far as groups can be, one that was late, and feedback of both kinds', async () => {
	const { context, db } = house;
	const teacher = await actor('docent');
	for (const { of, title, groups, design } of DEMO_CLASSES) {
		const { runs } = await listRuns(context, teacher, await idOf({ title: of }));
		// Another was held as a workshop too.
		const [run, ...others] = runs.filter(({ kind }) => kind === 'class');
		expect([run?.title, ...others]).toEqual([title]);
		const { rows, counts } = await overviewOf(context, teacher, run?.id ?? '');
		for (const progress of PROGRESS) expect(counts[progress], progress).toBeGreaterThan(0);
		for (const [nth, { group, members, lastHandIn }] of rows.entries()) {
			const planted = groups[nth];
			expect(group.name).toBe(planted?.name);
			const names = planted?.members.map((name) => EVERYBODY[name].name) ?? [];
			expect(members.map(({ name }) => name).sort()).toEqual(names.sort());
			const work = await openWork(context, teacher, run?.id ?? '', group.id);
			const turns = planted?.turns.filter(({ handedIn }) => handedIn) ?? [];
			expect(work.submissions).toHaveLength(turns.length);
			const given = turns.flatMap(({ peers, teacher }) => [peers, teacher].filter(Boolean));
			expect(work.feedback).toHaveLength(given.length);
			for (const { marks } of work.feedback) expect(marks).toHaveLength(design.rubric.length);
			// Everybody wrote the words that are said to be theirs.
			const shares = work.contributions.filter(({ words }) => words > 0);
			expect(shares).toHaveLength(lastHandIn ? members.length : 0);
		}
	}
	const late = await db.select().from(submission).where(eq(submission.isLate, true));
	expect(late).toHaveLength(1);
});

test('two studies lean on what people say in cases: most of it stands, some changed, some is gone', async () => {
	const researcher = await actor('onderzoeker');
	for (const { study, evidence } of DEMO_EVIDENCE) {
		const found = await openEvidence(house.context, researcher, await idOf({ title: study }));
		const states = found?.evidence.map(({ opened }) => opened?.state);
		expect(states, study).toEqual(
			evidence.map(({ was, gone }) => (gone ? 'lost' : was ? 'changed' : 'stands'))
		);
		const findings = new Set(evidence.flatMap(({ finding }) => finding ?? []));
		expect(new Set(found?.findings.map(({ opened }) => opened?.quote)), study).toEqual(findings);
		expect(found?.findings.map(({ opened }) => opened?.state)).not.toContain('lost');
	}
});

test('people talk beside its texts: done or not, as an action, and about words that are gone', async () => {
	const citizen = await actor('inwoner');
	for (const title of new Set(DEMO_THREADS.map(({ document }) => document))) {
		const planted = DEMO_THREADS.filter(({ document }) => document === title);
		const { parts } = await openDocument(house.context, citizen, await idOf({ title }));
		const told = [];
		for (const { id } of parts) {
			const of = { part: id, version: null, submission: null };
			told.push(...(await openThreads(house.context, citizen, of)).threads);
		}
		const found = told.map(({ quote, standing, resolved, assignee, comments }) => ({
			...{ quote, standing, isResolved: resolved !== null },
			...{ assignee: assignee?.name, said: comments.length }
		}));
		const meant = planted.map(({ quote = null, gone, resolved, action, said }) => ({
			...{ quote, standing: gone ? 'detached' : quote ? 'same' : 'whole' },
			...{ isResolved: resolved !== undefined, said: said.length },
			assignee: action && EVERYBODY[action.for].name
		}));
		expect(new Set(found), title).toEqual(new Set(meant));
		expect(found, title).toHaveLength(meant.length);
		// Of the citizen there is always a word, and nobody says two things at once.
		expect(told.some(({ comments }) => comments.some(({ author }) => author.isSelf))).toBe(true);
		for (const { comments } of told) {
			const times = comments.map(({ createdAt }) => createdAt.getTime());
			expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
		}
	}
});

test('one workshop was held, and its visitors are forgotten; another can be come into', async () => {
	const { context } = house;
	const [held] = HELD;
	const teacher = await actor('docent');
	const runs = await listRunsOf(house.db, await idOf({ title: held!.of }));
	const of = (title: string) => runs.find((run) => run.title === title)!.id;
	const { groups, rounds, harvestId } = await openHarvest(context, teacher, of(held!.title));
	expect(groups.map(({ name }) => name)).toEqual(['Groep 1', 'Groep 2']);
	expect(rounds.map(({ nth, texts }) => [nth, texts.filter(Boolean).length])).toEqual([
		[1, 2],
		[2, 2],
		[4, 2]
	]);
	expect(await openDocument(context, teacher, harvestId ?? '')).toMatchObject({
		...{ kind: 'case', sensitivity: 'restricted', title: held!.title }
	});
	const nameless = await house.db.select().from(person).where(eq(person.name, ''));
	expect(nameless).toHaveLength(VISITORS.length);
	const open = await findByCode(context, DEMO_CODE, '127.0.0.1');
	expect(open).toMatchObject({ isOpen: true });
	const { run } = await joinAsVisitor(context, {
		...{ code: DEMO_CODE, name: 'Tweede browser', consents: true },
		...{ language: 'nl', address: '127.0.0.1' }
	});
	await beginRound(context, teacher, run, 1);
	expect((await openBoard(context, teacher, run)).texts).toHaveLength(2);
});

test('people suggest in a study that others write: two wait, and one was decided on', async () => {
	const { sql } = house;
	const layers = await sql`
		select person.name, jsonb_array_length(runs) as runs from suggestion_layer
		join person on person.id = person_id where runs <> '[]'::jsonb order by person.name`;
	expect(layers.map((row) => ({ ...row }))).toEqual([
		{ name: 'Aziz Bouzid', runs: 2 },
		{ name: 'Gerda Nijhuis', runs: 1 }
	]);
	const [decided, ...others] = await sql`
		select verdict, after from suggestion_decision where verdict = 'rejected'`;
	expect(decided?.['verdict']).toBe('rejected');
	expect(others.every(({ verdict }) => verdict === 'rejected')).toBe(true);
});

test('a study is read along with: a round that is open, a mirror that is late, friends who signed', async () => {
	const { context } = house;
	const reader = await actor('beleid');
	const { rounds, policies, requests } = await openReviewing(
		context,
		reader,
		await idOf({ title: AANBELLEN })
	);
	const shown = rounds.map(({ kind, standing, progress }) => [kind, standing, progress.answered]);
	expect(shown.sort()).toEqual([
		['critical_friend', 'open', 1],
		['feedback', 'open', 1],
		['mirror', 'overdue', 0]
	]);
	expect(policies).toHaveLength(1);
	expect(requests?.map(({ answers }) => answers.length)).toEqual([1]);
	const friends = rounds.find(({ kind }) => kind === 'critical_friend');
	const { policy } = await openRound(context, reader, friends!.id);
	expect(policy?.reviews).toMatchObject([{ by: { name: 'Joost ten Velde' } }]);
	expect(policy?.remarks.filter(({ reply }) => reply)).toHaveLength(1);
	expect(policy?.reply?.by?.name).toBe('Hanneke Booij');
	const closed = await openReviewing(
		context,
		await actor('inwoner'),
		await idOf({ title: TWEE_KOPJES })
	);
	expect(closed.rounds.map(({ standing }) => standing)).toEqual(['closed']);
});
