import { randomUUID } from 'node:crypto';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { ENTRIES } from '../access/entries.ts';
import type { Call, Entry } from '../access/entry.ts';
import { verdictOf, WHO, type Verdict, type Who } from '../access/guards.ts';
import { saidText } from '../access/said-text.ts';
import { makeWorld, nothing, TOKEN, type Subject, type World } from '../access/world.ts';
import { startHouse } from '../start-house.ts';
import { expect, test as base, type WorkerFixtures } from './people.ts';

// Every entry point of the built product, tried by every kind of person. In a house of its own: the
// sweep leaves more themes and people behind than anybody has.
const test = base.extend<object, WorkerFixtures>({
	house: [
		async ({ browserName: _ }, use) => {
			const own = await startHouse();
			const { url } = await openEmbeddedPostgres({ dataDir: own.dataDir });
			const connection = openDatabase(url, { max: 2 });
			await use({ address: own.address, connection });
			await connection.close();
			await own.stop();
		},
		{ scope: 'worker', timeout: 60_000 }
	]
});
test.describe.configure({ mode: 'default' });

let world: World;
/** What nobody changes: who only reads, or is refused, asks about these. */
let still: { inBin: Subject; standing: Subject };
test.beforeAll(async ({ house }) => {
	world = await makeWorld(house.connection.db);
	still = { inBin: await world.study({ inBin: true }), standing: await world.study() };
});

/** A new one where the answer is to change it: a world of thousands makes every page long. */
async function subjectFor({ inBin, call }: Entry, wanted: Verdict): Promise<Subject> {
	const subject = inBin ? still.inBin : still.standing;
	const { method, form, json } = call(subject);
	const changes = Boolean(method ?? form ?? json);
	return changes && wanted === 'yes' ? world.study({ inBin: inBin ?? false }) : subject;
}

type Answer = { status: number; location: string; body: string };

async function ask(address: string, who: Who, call: Call): Promise<Answer> {
	const headers: Record<string, string> = { origin: address, 'accept-language': 'nl' };
	const cookie = await world.cookie(who);
	if (cookie) headers.cookie = cookie;
	headers.accept = call.path.startsWith('/api/') ? 'application/json' : 'text/html';
	let body: BodyInit | undefined;
	if (call.json !== undefined) {
		headers['content-type'] = 'application/json';
		body = JSON.stringify(call.json);
	} else if (call.form) body = new URLSearchParams(fieldsOf(call.form));
	const method = call.method ?? (call.form ? 'POST' : 'GET');
	const response = await fetch(address + call.path, { method, headers, body, redirect: 'manual' });
	const text = call.stream && response.ok ? await head(response) : await response.text();
	return { status: response.status, location: response.headers.get('location') ?? '', body: text };
}

/** A name with several values is there several times. */
function fieldsOf(form: NonNullable<Call['form']>): [string, string][] {
	return Object.entries(form).flatMap(([name, values]) =>
		[values].flat().map((value): [string, string] => [name, value])
	);
}

async function head(response: Response): Promise<string> {
	const reader = response.body!.getReader();
	const { value } = await reader.read();
	await reader.cancel();
	return new TextDecoder().decode(value);
}

function verdict({ status, location, body }: Answer, answers?: number): Verdict | string {
	if (status === answers) return 'yes';
	// To who is in no workshop its pages ask for a code.
	const isAsked = location.startsWith('/login?') || location === '/workshop';
	if (status === 401 || isAsked) return 'sign in';
	if (status === 403) return 'no';
	if (status === 404) return 'not there';
	// Named in a form: the field says that there is no such thing.
	if (status === 422 && /"unknown"|Dit kennen we niet/.test(body)) return 'not there';
	return status < 400 ? 'yes' : `${status} ${body.slice(0, 300)}`;
}

/** The subject as it would be if what the request is about did not exist. */
function without(subject: Subject, about?: readonly (keyof Subject)[]): Subject {
	const none = nothing();
	if (!about) return none;
	return { ...subject, ...Object.fromEntries(about.map((name) => [name, none[name]])) };
}

/** Without what differs between any two answers of the same kind. */
function faceless({ body }: Answer, ...subjects: Subject[]): string {
	const ids = subjects.flatMap((subject) => Object.values(subject));
	const nameless = ids.reduce((text, id) => text.replaceAll(id, '<id>'), body);
	return nameless.replaceAll(/nonce="[^"]*"/g, 'nonce');
}

// Before the sweep, in which the outsider accepts an invitation to the werkplaats.
test('of evidence that one may not read no word comes with the study, by any road', async ({
	house: { address }
}) => {
	const secret = `citaat-${randomUUID()}`;
	const { passage, state } = saidText(secret);
	const { document, evidence, hidden } = await world.hiddenEvidence(secret, { passage, state });
	const api = `/api/v1/documents/${document}`;
	const roads = [
		...[`/document/${document}`, `/document/${document}/__data.json`, '/', '/studies', '/cases'],
		...['', '/evidence', '/study', '/relations'].map((road) => api + road),
		...['md', 'html', 'json'].map((format) => `${api}/export/${format}`),
		`/api/v1/documents?q=${secret}`
	];
	for (const path of roads) {
		const { status, body } = await ask(address, 'outsider', { path });
		expect(status, path).toBe(200);
		for (const word of [secret, hidden]) expect(body, path).not.toContain(word);
	}
	// They know that it is there, and who may read it sees the words.
	const told = await ask(address, 'outsider', { path: `${api}/evidence` });
	expect(JSON.parse(told.body).evidence).toEqual([{ id: evidence, finding: null, opened: null }]);
	const open = await ask(address, 'member', { path: `/document/${document}` });
	expect(open.body).toContain(secret);
});

for (const [name, entry] of Object.entries<Entry>(ENTRIES)) {
	test(`${name} is for ${entry.guard}`, async ({ house: { address } }) => {
		for (const who of WHO) {
			const wanted = verdictOf(entry.guard, who);
			const subject = await subjectFor(entry, wanted);
			const answer = await ask(address, who, entry.call(subject));
			expect.soft(verdict(answer, entry.answers), who).toBe(wanted);
			if (wanted === 'yes') continue;
			expect.soft(answer.body, who).not.toContain(TOKEN);
			if (wanted !== 'not there') continue;
			const none = without(subject, entry.about);
			const missing = await ask(address, who, entry.call(none));
			expect.soft(missing.status, who).toBe(answer.status);
			const both = [subject, none];
			expect.soft(faceless(missing, ...both), who).toBe(faceless(answer, ...both));
		}
	});
}

test('what does not exist breaks nothing, for those who may', async ({ house: { address } }) => {
	for (const [name, entry] of Object.entries<Entry>(ENTRIES)) {
		const call = entry.call(nothing());
		for (const who of WHO) {
			if (verdictOf(entry.guard, who) !== 'yes') continue;
			const { status } = await ask(address, who, call);
			expect.soft(status, `${name}, ${who}`).toBeLessThan(500);
		}
	}
});

test('a grant is taken away only through the document that it is on', async ({ house }) => {
	const [one, other] = [await world.study(), await world.study()];
	const path = `/api/v1/documents/${one.document}/grants/${other.grant}`;
	const mixed = await ask(house.address, 'coordinator', { method: 'DELETE', path });
	expect(mixed.status).toBe(404);
});

test('the link of an agenda shows nothing that stands in the werkplaats', async ({ house }) => {
	const { agendaLink, document, question } = await world.study();
	for (const path of [`/agenda/${agendaLink}`, `/agenda/${agendaLink}/__data.json`]) {
		const { status, body } = await ask(house.address, 'nobody', { path });
		expect(status, path).toBe(200);
		for (const secret of [TOKEN, document, question]) expect(body, path).not.toContain(secret);
	}
});
