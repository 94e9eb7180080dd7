import { ENTRIES, type Call, type Entry } from '../access/entries.ts';
import { GUARDS, WHO, type Verdict, type Who } from '../access/guards.ts';
import { makeWorld, nothing, TOKEN, type Subject, type World } from '../access/world.ts';
import { expect, test } from './people.ts';

// Every entry point of the built product, tried by every kind of person.

let world: World;
test.beforeAll(async ({ house }) => {
	world = await makeWorld(house.connection.db);
});

type Answer = { status: number; location: string; body: string };

async function ask(address: string, who: Who, call: Call): Promise<Answer> {
	const headers: Record<string, string> = { origin: address, 'accept-language': 'nl' };
	const cookie = world.cookies[who];
	if (cookie) headers.cookie = cookie;
	headers.accept = call.path.startsWith('/api/') ? 'application/json' : 'text/html';
	let body: BodyInit | undefined;
	if (call.json !== undefined) {
		headers['content-type'] = 'application/json';
		body = JSON.stringify(call.json);
	} else if (call.form) body = new URLSearchParams(call.form);
	const method = call.method ?? (call.form ? 'POST' : 'GET');
	const response = await fetch(address + call.path, { method, headers, body, redirect: 'manual' });
	const text = call.stream && response.ok ? await head(response) : await response.text();
	return { status: response.status, location: response.headers.get('location') ?? '', body: text };
}

async function head(response: Response): Promise<string> {
	const reader = response.body!.getReader();
	const { value } = await reader.read();
	await reader.cancel();
	return new TextDecoder().decode(value);
}

function verdict({ status, location, body }: Answer): Verdict | string {
	if (status === 401 || location.startsWith('/login')) return 'sign in';
	if (status === 403) return 'no';
	if (status === 404) return 'not there';
	return status < 400 ? 'yes' : `${status} ${body.slice(0, 300)}`;
}

/** Without what differs between any two answers of the same kind. */
function faceless({ body }: Answer, subject: Subject): string {
	const ids = Object.values(subject).reduce((text, id) => text.replaceAll(id, '<id>'), body);
	return ids.replaceAll(/nonce-?="?[\w+/=-]+"?/g, '');
}

for (const [name, entry] of Object.entries<Entry>(ENTRIES)) {
	test.describe(name, () => {
		for (const who of WHO) {
			const wanted = GUARDS[entry.guard][who];
			test(`${who}: ${wanted}`, async ({ house: { address } }) => {
				const subject = await world.study({ inBin: entry.inBin ?? false });
				const answer = await ask(address, who, entry.call(subject));
				expect(verdict(answer)).toBe(wanted);
				if (wanted === 'yes') return;
				expect(answer.body).not.toContain(TOKEN);
				if (wanted !== 'not there') return;
				const none = nothing();
				const missing = await ask(address, who, entry.call(none));
				expect(missing.status).toBe(answer.status);
				expect(faceless(missing, none)).toBe(faceless(answer, subject));
			});
		}

		test('what does not exist is not there, for those who may', async ({ house: { address } }) => {
			const subject = nothing();
			if (JSON.stringify(entry.call(subject)) === JSON.stringify(entry.call(nothing()))) return;
			for (const who of WHO) {
				if (GUARDS[entry.guard][who] !== 'yes') continue;
				const answer = await ask(address, who, entry.call(subject));
				expect(answer.status, who).toBeGreaterThanOrEqual(entry.call(subject).stream ? 200 : 400);
				expect(answer.status, who).toBeLessThan(500);
			}
		});
	});
}
