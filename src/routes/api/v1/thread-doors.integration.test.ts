import type { RequestEvent } from '@sveltejs/kit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/facts.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import { REACTIONS } from '#domain/threads.ts';
import { setContext } from '#server/context.ts';
import { writeAs } from '#server/writing.ts';
import { openTalk, talkAbout, threadsOfPart, type Talk } from '#tests/integration/study-talk.ts';
import { contentOf, meantIn } from '#tests/integration/passages.ts';
import { textBytes } from '#tests/live/text-bytes.ts';
import * as comments from './comments/[id]/+server.ts';
import * as reactions from './comments/[id]/reactions/[sign]/+server.ts';
import * as people from './parts/[part]/people/+server.ts';
import * as threads from './parts/[part]/threads/+server.ts';
import * as replies from './threads/[id]/comments/+server.ts';
import * as thread from './threads/[id]/+server.ts';

// Few, to be quick; ONLOOKER_REQUESTS=20000 asks as often as one wants.
const REQUESTS = Number(process.env.ONLOOKER_REQUESTS ?? 300);
const PATIENCE_MS = 60_000 + REQUESTS * 100;

let talk: Talk;
beforeAll(async () => {
	talk = await openTalk();
	setContext(talk.house.context);
});
afterAll(async () => {
	setContext(undefined);
	await talk.house.close();
});

type Door = (event: RequestEvent) => Response | Promise<Response>;

/** Every way in to what is said beside a text. */
const DOORS = Object.entries({
	'GET threads': threads.GET,
	'POST threads': threads.POST,
	'GET people': people.GET,
	'PATCH thread': thread.PATCH,
	'POST comments': replies.POST,
	'PATCH comment': comments.PATCH,
	'DELETE comment': comments.DELETE,
	'PUT reaction': reactions.PUT,
	'DELETE reaction': reactions.DELETE
}) as unknown as [string, Door][];

/** What there is to name: ids of everything around the text. */
async function known(actor: Actor) {
	const { house, text, study, werkplaats, samira, noor } = talk;
	const made = await talkAbout(house, talk.karin, text);
	const own = await talkAbout(house, talk.samira, text);
	const told = await threadsOfPart(house, talk.samira, text);
	const said = [...told.values()].flatMap((each) => each.comments.map(({ id }) => id));
	const meant = await meantIn(house.db, text, 'Hij keek');
	return {
		said: [made, own, ...said],
		part: text,
		ids: [made, own, text, study, werkplaats, samira.id, noor.id, actor.id, ...said],
		meant
	};
}

type Asked = {
	door: [string, Door];
	params: Record<string, string>;
	search: string;
	body: unknown;
};

function anyAsked({
	ids,
	said,
	part,
	meant
}: Awaited<ReturnType<typeof known>>): fc.Arbitrary<Asked> {
	const id = fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...ids) },
		{ weight: 1, arbitrary: fc.oneof(fc.uuid(), fc.string()) }
	);
	const piece = fc.oneof(
		fc.record({ text: fc.string() }),
		fc.record({ person: id }),
		fc.record({ function: fc.constantFrom(...FUNCTIONS) })
	);
	const day = fc.constantFrom('2026-12-31', '0000-01-01', '9999-12-31', '', null);
	const whole = fc.record(
		{
			body: fc.array(piece, { maxLength: 4 }),
			quote: fc.constantFrom(meant.quote, 'Iets anders'),
			runs: fc.oneof(fc.constant(meant.runs), fc.array(fc.record({ at: fc.integer() }))),
			assignee: fc.oneof(id, fc.constant(null)),
			dueOn: day,
			resolved: fc.boolean(),
			suggestion: fc.record({ person: id, key: fc.string() })
		},
		{ requiredKeys: [] }
	);
	const plain = fc.constant({ ...meant, body: [{ text: 'Wat bedoel je?' }] });
	const body = fc.oneof(
		{ weight: 3, arbitrary: whole },
		{ weight: 2, arbitrary: plain },
		{ weight: 1, arbitrary: fc.jsonValue() }
	);
	const search = fc.oneof(
		fc.constantFrom('', '', '', '?q=a', `?version=${ids[0]}`, `?submission=${ids[0]}`),
		fc.string().map((words) => `?q=${encodeURIComponent(words.toWellFormed())}`)
	);
	const params = fc.record({
		id: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...said) }, { weight: 1, arbitrary: id }),
		part: fc.oneof({ weight: 3, arbitrary: fc.constant(part) }, { weight: 1, arbitrary: id }),
		sign: fc.constantFrom(...REACTIONS, 'love')
	});
	return fc.record({ door: fc.constantFrom(...DOORS), params, search, body });
}

/** Asks it as somebody, and answers the status; what no door translates is a fault. */
async function ask(actor: Actor, { door: [name, door], params, search, body }: Asked) {
	const url = new URL(`http://127.0.0.1/api/v1/${search}`);
	const method = name.split(' ')[0]!;
	const sends = method !== 'GET' && method !== 'DELETE';
	const request = new Request(url, {
		method,
		headers: { 'content-type': 'application/json' },
		...(sends && { body: JSON.stringify(body) })
	});
	const asker = {
		actor,
		language: 'nl',
		email: 'x@wisselwerking.example',
		sessionId: 's',
		tokenId: null
	};
	const event = { params, request, url, locals: { asker } };
	return (await door(event as unknown as RequestEvent)).status;
}

async function drive(actor: Actor, requests: number, doors: typeof DOORS = DOORS) {
	const { db } = talk.house;
	const statuses = new Map<string, number>();
	const before = await textBytes(db, talk.text);
	const arbitrary = anyAsked(await known(actor));
	for (const asked of fc.sample(arbitrary, { numRuns: requests, seed: 20261127 })) {
		const [name] = asked.door;
		const door: Asked['door'] = doors.find(([other]) => other === name) ?? asked.door;
		const status = await ask(actor, { ...asked, door });
		statuses.set(`${name} ${status}`, (statuses.get(`${name} ${status}`) ?? 0) + 1);
	}
	return { before, after: await textBytes(db, talk.text), statuses };
}

const succeeded = (statuses: Map<string, number>, method: string) =>
	[...statuses].some(([name]) => name.startsWith(method) && / 2\d\d$/.test(name));

test(
	'whatever who may only comment asks of what is said beside a text, no byte of it changes',
	async () => {
		const { before, after, statuses } = await drive(talk.karin, REQUESTS);
		expect(after).toEqual(before);
		expect([...statuses.keys()].filter((name) => / 5\d\d$/.test(name))).toEqual([]);
		// Each of these was done, and not only refused.
		for (const name of ['GET threads', 'POST threads', 'POST comments', 'PUT reaction']) {
			expect(succeeded(statuses, name), name).toBe(true);
		}
	},
	PATIENCE_MS
);

test(
	'whatever who may only read asks, no byte changes, and nothing is said',
	async () => {
		const { before, after, statuses } = await drive(talk.noor, REQUESTS);
		expect(after).toEqual(before);
		expect(succeeded(statuses, 'GET threads')).toBe(true);
		for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
			expect(succeeded(statuses, method), method).toBe(false);
		}
	},
	PATIENCE_MS
);

test('a door that writes in the text what it is sent is noticed', async () => {
	const writes: Door = async () => {
		await writeAs(talk.house.context, talk.samira, talk.text, contentOf(['Overschreven.']));
		return new Response(null, { status: 201 });
	};
	const doors = DOORS.map(([name, door]): [string, Door] => [
		name,
		name === 'POST comments' ? writes : door
	]);
	const { before, after } = await drive(talk.karin, 60, doors);
	expect(after).not.toEqual(before);
});
