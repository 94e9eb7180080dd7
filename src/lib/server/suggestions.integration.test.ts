import { afterAll, beforeEach, expect, test } from 'vitest';
import { paragraphs, openSuggesting, type Suggesting } from '#tests/integration/suggesting.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { LAYER_MAX } from '#domain/suggestions.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { LIMITS } from './limits.ts';
import { decideSuggestions } from './suggestion-decisions.ts';
import { listSuggestions, openMine } from './suggestions.ts';
import { sweep } from './sweep.ts';

const house = await openTestHouse();
const { context, sql } = house;
afterAll(() => house.close());

const CHANGED = new Conflict('suggestion_changed');
let at: Suggesting;
beforeEach(async () => {
	house.rings.length = 0;
	at = await openSuggesting(house, ['Wij belden aan.', 'Niemand deed open.', 'Wij gingen weg.']);
});

test('a suggestion is seen by who may comment, and is nowhere in the text', async () => {
	const bytes = await at.bytes();
	await at.suggest(at.suggester, [
		'Wij belden samen aan.',
		'Niemand deed open.',
		'Wij gingen weg.'
	]);
	expect(await at.bytes()).toEqual(bytes);
	expect(await at.text()).toBe('Wij belden aan.\nNiemand deed open.\nWij gingen weg.');
	for (const actor of [at.commenter, at.suggester, at.editor]) {
		const { layers } = await listSuggestions(context, actor, at.part);
		expect(layers).toMatchObject([
			{
				person: { id: at.suggester.id, isSelf: actor.id === at.suggester.id },
				may: { decide: actor.id === at.editor.id, withdraw: actor.id === at.suggester.id },
				runs: [
					{
						...{ from: 0, to: 1 },
						before: paragraphs(['Wij belden aan.']).content,
						blocks: paragraphs(['Wij belden samen aan.']).content
					}
				]
			}
		]);
	}
	expect(house.rings).toContainEqual({ kind: 'review', part: at.part });
	expect(house.rings).not.toContainEqual({ kind: 'updates', part: at.part });
});

test('who reads only sees none, who comments only makes none, and who suggests only decides on none', async () => {
	await at.suggest(at.suggester, ['Wij belden.']);
	const wish = { verdict: 'accepted' } as const;
	for (const [actor, refusal] of [
		[at.reader, NotAllowed],
		[at.outsider, NotFound]
	] as const) {
		await expect(listSuggestions(context, actor, at.part)).rejects.toBeInstanceOf(refusal);
		await expect(openMine(context, actor, at.part)).rejects.toBeInstanceOf(refusal);
		await expect(at.push(actor, 1)).rejects.toBeInstanceOf(refusal);
		await expect(decideSuggestions(context, actor, at.part, wish)).rejects.toBeInstanceOf(refusal);
	}
	await expect(openMine(context, at.commenter, at.part)).rejects.toBeInstanceOf(NotAllowed);
	await expect(at.push(at.commenter, 1)).rejects.toBeInstanceOf(NotAllowed);
	for (const actor of [at.commenter, at.suggester]) {
		for (const verdict of ['accepted', 'rejected'] as const) {
			await expect(decideSuggestions(context, actor, at.part, { verdict })).rejects.toBeInstanceOf(
				NotAllowed
			);
		}
	}
	expect(await at.text()).toContain('Niemand deed open.');
});

test('a push on anything but what is there is refused, and nothing is changed by it', async () => {
	const { version } = await openMine(context, at.suggester, at.part);
	const second = (await at.push(at.suggester, version)).version;
	expect(second).toBe(version + 1);
	await expect(at.push(at.suggester, version)).rejects.toEqual(CHANGED);
	// The text changed: what is counted in it is something else.
	await at.write(['Eerst dit.', 'Wij belden aan.', 'Niemand deed open.', 'Wij gingen weg.']);
	await expect(at.push(at.suggester, second)).rejects.toEqual(CHANGED);
	const mine = await openMine(context, at.suggester, at.part);
	expect(mine.version).toBeGreaterThan(second);
	expect(mine.suggested.content).toHaveLength(5);
});

test('also where nothing is suggested yet, or not any more', async () => {
	const { version } = await openMine(context, at.suggester, at.part);
	await at.write(['Eerst dit.', 'Wij belden aan.', 'Niemand deed open.', 'Wij gingen weg.']);
	await expect(at.push(at.suggester, version)).rejects.toEqual(CHANGED);
	await sql`delete from suggestion_layer where part_id = ${at.part}`;
	house.pass(60_000);
	await expect(at.push(at.suggester, version)).rejects.toEqual(CHANGED);
	const again = await openMine(context, at.suggester, at.part);
	expect(again.version).toBeGreaterThan(version);
});

test('who lost the answer to a push sees whether it arrived', async () => {
	const { version } = await openMine(context, at.suggester, at.part);
	const push = crypto.randomUUID();
	await at.push(at.suggester, version, { push });
	expect((await openMine(context, at.suggester, at.part)).pushes).toEqual([push]);
});

test('what no editor makes is refused: it could be accepted', async () => {
	const { version } = await openMine(context, at.suggester, at.part);
	const evil = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
	for (const block of [
		{ type: 'nonsense' },
		{ type: 'text', text: 'los' },
		{ type: 'paragraph', attrs: { style: 'red' }, content: [{ type: 'tableRow' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'hier', marks: [evil] }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'nul\0' }] },
		{ type: 'heading', attrs: { level: 99 } }
	]) {
		await expect(at.push(at.suggester, version, { blocks: [block] })).rejects.toBeInstanceOf(
			Invalid
		);
	}
	for (const place of [
		{ from: 2, to: 1 },
		{ from: 0, to: 9 }
	]) {
		await expect(at.push(at.suggester, version, place)).rejects.toBeInstanceOf(Invalid);
	}
	expect((await openMine(context, at.suggester, at.part)).version).toBe(version);
});

test('a layer is as large as a text, and no larger; and nobody sends without end', async () => {
	const { version } = await openMine(context, at.suggester, at.part);
	const block = paragraphs(['a'.repeat(LAYER_MAX)]).content;
	await expect(at.push(at.suggester, version, { blocks: block })).rejects.toEqual(
		new Conflict('suggestion_too_large')
	);
	await sql`update rate_limit set points = ${LIMITS['suggestion-push'].tries} where key like 'suggestion-push%'`;
	await expect(at.push(at.suggester, version)).rejects.toEqual(
		new Conflict('too_many_suggestions')
	);
	await at.suggest(at.other, ['Iemand anders kan verder.']);
});

test('a text that changes takes along what is suggested in it', async () => {
	await at.suggest(at.suggester, [
		'Wij belden samen aan.',
		'Niemand deed open.',
		'Wij gingen weg.'
	]);
	await at.suggest(at.other, ['Wij belden aan.', 'Niemand deed open.', 'Wij gingen naar huis.']);
	house.rings.length = 0;
	await at.write(['Op maandag.', 'Wij belden vaak aan.', 'Niemand deed open.', 'Wij gingen weg.']);
	expect(await at.suggested(at.suggester)).toBe(
		'Op maandag.\nWij belden vaak samen aan.\nNiemand deed open.\nWij gingen weg.'
	);
	expect(await at.suggested(at.other)).toBe(
		'Op maandag.\nWij belden vaak aan.\nNiemand deed open.\nWij gingen naar huis.'
	);
	expect(house.rings).toContainEqual({ kind: 'review', part: at.part });
});

test('who loses the right keeps the suggestion, and others still see it', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.']);
	await at.setLevel(at.suggester, 'comment');
	await expect(openMine(context, at.suggester, at.part)).rejects.toBeInstanceOf(NotAllowed);
	await expect(at.push(at.suggester, 1)).rejects.toBeInstanceOf(NotAllowed);
	expect((await listSuggestions(context, at.editor, at.part)).layers).toHaveLength(1);
	const { decided } = await decideSuggestions(context, at.editor, at.part, { verdict: 'accepted' });
	expect(decided).toBeGreaterThan(0);
	expect(await at.text()).toBe('Wij belden samen aan.');
});

test('in a text that stands still nothing is suggested and nothing decided', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.']);
	const { version } = await openMine(context, at.suggester, at.part);
	await sql`update document set state = 'final' where id = ${at.document}`;
	await expect(at.push(at.suggester, version)).rejects.toBeInstanceOf(NotAllowed);
	for (const actor of [at.editor, at.owner]) {
		for (const verdict of ['accepted', 'rejected'] as const) {
			await expect(decideSuggestions(context, actor, at.part, { verdict })).rejects.toBeInstanceOf(
				NotAllowed
			);
		}
	}
	expect((await listSuggestions(context, at.commenter, at.part)).layers).toHaveLength(1);
});

test('it is told that somebody suggests, once an hour at most, and never what', async () => {
	const later = (minutes: number) => {
		const then = new Date(context.now().getTime() + minutes * 60_000);
		return { ...context, now: () => then };
	};
	for (const minutes of [0, 1, 30, 80, 200]) {
		const { version } = await openMine(later(minutes), at.suggester, at.part);
		await at.push(at.suggester, version, {}, later(minutes));
	}
	const events = await sql`
		select actor_id, document_id, details from event where name = 'suggestion.made'
		and details->>'part' = ${at.part}`;
	expect(events).toHaveLength(2);
	expect(events[0]).toEqual({
		...{ actor_id: at.suggester.id, document_id: at.document },
		details: { part: at.part }
	});
});

test('what somebody suggests goes with them, and with the text', async () => {
	await at.suggest(at.outsider, ['Weg ermee.'], 'suggest');
	const kept = () => sql`select 1 from suggestion_layer where part_id = ${at.part}`;
	expect(await kept()).toHaveLength(1);
	await at.erase(at.outsider);
	expect(await kept()).toHaveLength(0);
});

test('who opens a text to suggest in, and does not, leaves nothing behind', async () => {
	await openMine(context, at.suggester, at.part);
	await at.suggest(at.other, ['Wij belden samen aan.']);
	const month = new Date(context.now().getTime() + 30 * 86_400_000);
	await sweep({ ...context, now: () => month });
	const left = await sql`select person_id from suggestion_layer where part_id = ${at.part}`;
	expect(left).toEqual([{ person_id: at.other.id }]);
});
