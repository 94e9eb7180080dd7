import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadOwnedText } from '#db/queries/updates.ts';
import { contentSchema, type Content } from '#domain/content/schema.ts';
import { hunksOf } from '#domain/content/suggestions/hunks.ts';
import { Conflict, Invalid } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openSuggesting, paragraphs, type Suggesting } from '#tests/integration/suggesting.ts';
import { writtenText } from './authorship.ts';
import { openMine, listSuggestions } from './suggestions.ts';

const house = await openTestHouse();
const { context, db, sql } = house;
afterAll(() => house.close());

const TEXT = ['Wij belden aan.', 'Niemand deed open.', 'Wij gingen weg.'];
const CHANGED = new Conflict('suggestion_changed');
let at: Suggesting;
beforeEach(async () => {
	at = await openSuggesting(house, TEXT);
	house.rings.length = 0;
});

const node = (content: Content) => contentSchema.nodeFromJSON(content);

async function hunks(actor: Actor) {
	const { base, suggested } = await openMine(context, actor, at.part);
	return hunksOf(node(base), node(suggested));
}

async function decisions() {
	const rows = await sql`
		select suggested_by, decided_by, verdict, before, after, client_id from suggestion_decision
		where part_id = ${at.part} order by at, id`;
	return rows.map((row) => ({ ...row }));
}

test('what is accepted is text, written by who suggested it; who accepted it is kept', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	house.rings.length = 0;
	expect(await at.decide(at.editor, { verdict: 'accepted' })).toEqual({ decided: 1 });
	expect(await at.text()).toBe('Wij belden samen aan.\nNiemand deed open.\nWij gingen weg.');
	expect((await listSuggestions(context, at.editor, at.part)).layers).toEqual([]);
	const [kept] = await decisions();
	expect(kept).toMatchObject({
		...{ suggested_by: at.suggester.id, decided_by: at.editor.id },
		...{ verdict: 'accepted', before: '' }
	});
	const stored = await loadOwnedText(db, at.part);
	const { runs } = await writtenText(db, at.part);
	const theirs = runs.filter(({ person }) => person === at.suggester.id);
	expect(theirs.map(({ text }) => text.trim())).toEqual(['samen']);
	expect(stored.owners.get(Number((kept as { client_id: string }).client_id))).toBe(
		at.suggester.id
	);
	expect(house.rings).toContainEqual({ kind: 'updates', part: at.part });
	expect(house.rings).toContainEqual({ kind: 'review', part: at.part });
});

test('what is rejected is gone, and the text is what it was, to the byte', async () => {
	const bytes = await at.bytes();
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	expect(await at.decide(at.editor, { verdict: 'rejected' })).toEqual({ decided: 1 });
	expect(await at.bytes()).toEqual(bytes);
	expect(await at.suggested(at.suggester)).toBe(TEXT.join('\n'));
	expect(await decisions()).toMatchObject([{ verdict: 'rejected', client_id: null }]);
	expect(house.rings).not.toContainEqual({ kind: 'updates', part: at.part });
});

test('one of several by its key; the others stay, and what is suggested stays the same text', async () => {
	const wanted = ['Wij belden samen aan.', 'Niemand deed open.', 'Wij gingen naar huis.'];
	await at.suggest(at.suggester, wanted);
	const [, second] = await hunks(at.suggester);
	const of = { person: at.suggester.id, keys: [second!.key] };
	expect(await at.decide(at.editor, { verdict: 'accepted', ...of })).toEqual({ decided: 1 });
	expect(await at.text()).toBe('Wij belden aan.\nNiemand deed open.\nWij gingen naar huis.');
	expect(await at.suggested(at.suggester)).toBe(wanted.join('\n'));
	// It is not there any more, so it can't be meant.
	await expect(at.decide(at.editor, { verdict: 'accepted', ...of })).rejects.toEqual(CHANGED);
	const [first] = await hunks(at.suggester);
	const both = { person: at.suggester.id, keys: [first!.key, second!.key] };
	await expect(at.decide(at.editor, { verdict: 'rejected', ...both })).rejects.toEqual(CHANGED);
	expect(await at.suggested(at.suggester)).toBe(wanted.join('\n'));
});

test('who decides on what is otherwise by now is asked to look again, and nothing is done', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	const [seen] = await hunks(at.suggester);
	await at.suggest(at.suggester, ['Wij belden stiekem aan.', ...TEXT.slice(1)]);
	const wish = { verdict: 'accepted', person: at.suggester.id, keys: [seen!.key] } as const;
	await expect(at.decide(at.editor, wish)).rejects.toEqual(CHANGED);
	expect(await at.text()).toBe(TEXT.join('\n'));
	expect(await decisions()).toEqual([]);
	for (const unclear of [{ keys: [seen!.key] }, { keys: ['x'], person: undefined }]) {
		await expect(at.decide(at.editor, { verdict: 'accepted', ...unclear })).rejects.toEqual(
			new Invalid({ person: 'invalid' })
		);
	}
});

test('all of everybody: the same suggestion of two people becomes text once', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	await at.suggest(at.other, [
		'Wij belden samen aan.',
		'Niemand deed open.',
		'Wij gingen naar huis.'
	]);
	await at.decide(at.editor, { verdict: 'accepted' });
	expect(await at.text()).toBe('Wij belden samen aan.\nNiemand deed open.\nWij gingen naar huis.');
	expect((await listSuggestions(context, at.editor, at.part)).layers).toEqual([]);
	expect(await at.suggested(at.other)).toBe(await at.text());
});

test('what others suggest goes along with what is accepted', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	await at.suggest(at.other, ['Wij belden vaak aan.', ...TEXT.slice(1)]);
	await at.decide(at.editor, { verdict: 'accepted', person: at.suggester.id });
	const left = await at.suggested(at.other);
	for (const word of ['samen', 'vaak']) expect(left).toContain(word);
	await at.decide(at.editor, { verdict: 'rejected' });
	expect(await at.text()).toContain('Wij belden samen aan.');
	expect(await at.text()).not.toContain('vaak');
});

test('each takes back what is their own, and only that', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	await at.suggest(at.other, ['Wij belden vaak aan.', ...TEXT.slice(1)]);
	for (const actor of [at.editor, at.other]) {
		await expect(
			at.decide(actor, { verdict: 'withdrawn', person: at.suggester.id })
		).rejects.toBeInstanceOf(Invalid);
	}
	await at.setLevel(at.suggester, 'comment');
	expect(await at.decide(at.suggester, { verdict: 'withdrawn' })).toEqual({ decided: 1 });
	const { layers } = await listSuggestions(context, at.editor, at.part);
	expect(layers.map(({ person }) => person.id)).toEqual([at.other.id]);
	const events = await sql`
		select name from event where document_id = ${at.document} and name like 'suggestion.%'`;
	expect(events.map(({ name }) => name)).not.toContain('suggestion.withdrawn');
});

test('what was decided is told to who suggested it, without a word of it', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', 'Niemand deed open.', 'Klaar.']);
	await at.decide(at.editor, { verdict: 'accepted' });
	const [event] = await sql`
		select actor_id, person_id, details from event
		where document_id = ${at.document} and name = 'suggestion.accepted'`;
	expect(event).toMatchObject({ actor_id: at.editor.id, person_id: at.suggester.id });
	expect(event?.['details']).toEqual({ part: at.part, count: expect.any(Number) });
});

test('blocks of every kind are accepted as they were meant', async () => {
	const { version, suggested } = await openMine(context, at.suggester, at.part);
	const item = { type: 'listItem', content: paragraphs(['Een punt']).content ?? [] };
	const cell = {
		...{ type: 'tableCell', content: paragraphs(['In een tabel']).content },
		attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }
	};
	const blocks = [
		{
			type: 'heading',
			attrs: { level: 2, moment: null },
			content: [{ type: 'text', text: 'Wij' }]
		},
		{ type: 'bulletList', content: [item] },
		{ type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
		{
			type: 'blockquote',
			attrs: { source: null },
			content: paragraphs(['Niemand deed open.']).content
		},
		{ type: 'horizontalRule' }
	];
	await at.push(at.suggester, version, { from: 0, to: suggested.content!.length, blocks });
	const wanted = await openMine(context, at.suggester, at.part);
	await at.decide(at.editor, { verdict: 'accepted' });
	const after = await openMine(context, at.suggester, at.part);
	expect(node(after.base).eq(node(wanted.suggested))).toBe(true);
	expect(after.suggested).toEqual(after.base);
});

test('two who decide at once do not decide twice', async () => {
	await at.suggest(at.suggester, ['Wij belden samen aan.', ...TEXT.slice(1)]);
	const [seen] = await hunks(at.suggester);
	const wish = { verdict: 'accepted', person: at.suggester.id, keys: [seen!.key] } as const;
	const both = await Promise.allSettled([at.decide(at.editor, wish), at.decide(at.owner, wish)]);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(await at.text()).toBe('Wij belden samen aan.\nNiemand deed open.\nWij gingen weg.');
	expect(await decisions()).toHaveLength(1);
});
