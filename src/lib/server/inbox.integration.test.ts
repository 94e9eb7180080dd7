import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/facts.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import {
	addDocument,
	addGrant,
	addMember,
	addTheme,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { say } from '#tests/integration/said.ts';
import { countUnread, markRead, openInbox, readByVisit } from './inbox.ts';
import { watchInbox } from './live-inbox.ts';
import { sweep } from './sweep.ts';
import { tellAll } from './telling.ts';
import { listMyActions } from './waiting.ts';
import { setWatch, watchOf } from './watches.ts';

let house: TestHouse;
let here: string;
let owner: Actor;
let reader: Actor;
let outsider: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	here = await addWerkplaats(house.db);
	owner = await addMember(house.db, here, 'coordinator', { name: 'Olga' });
	outsider = await addMember(house.db, await addWerkplaats(house.db), 'researcher');
});
afterAll(() => house.close());

/** A study with a new reader who follows it, a thread in which they are called, and two others. */
async function told() {
	reader = await addMember(house.db, here, 'researcher', { name: 'Rik' });
	const { id: document, part } = await addDocument(house.db, {
		...{ werkplaatsId: here, createdBy: owner.id, title: 'Buurthuis' }
	});
	const given = { documentId: document, grantedBy: owner.id, level: 'comment' } as const;
	await addGrant(house.db, { ...given, personId: reader.id });
	const place = { document, part };
	const called = await say(house, owner, [{ person: reader.id }, { text: ', klopt dit?' }], place);
	const first = await say(house, owner, 'Eerste', place);
	await say(house, owner, 'Tweede', place);
	await tellAll(house.context);
	return { document, part, called, first };
}

const shown = async () => {
	const { groups, unread } = await openInbox(house.context, reader, 'nl');
	return { unread, items: groups.flatMap(({ talks }) => talks.flatMap(({ items }) => items)) };
};

test('an inbox is grouped by where it happened, with the words of now', async () => {
	const { document, part, called } = await told();
	const { groups, unread, next } = await openInbox(house.context, reader, 'nl', { box: 'mine' });
	expect(unread).toEqual({ mine: 1, updates: 2 });
	expect(next).toBeNull();
	expect(groups).toMatchObject([{ title: 'Buurthuis', href: `/document/${document}`, unread: 1 }]);
	expect(groups[0]?.talks[0]?.items).toMatchObject([
		{
			words: 'Olga noemde je',
			quote: '@Rik, klopt dit?',
			href: `/document/${document}?part=${part}&thread=${called}`
		}
	]);
	await house.sql`update document set title = 'Wijkcentrum' where id = ${document}`;
	const english = await openInbox(house.context, reader, 'en', { box: 'mine' });
	expect(english.groups).toMatchObject([{ title: 'Wijkcentrum' }]);
	expect(english.groups[0]?.talks[0]?.items[0]?.words).toBe('Olga mentioned you');
});

test('what one may not read any more is not there and not counted, and is there again with the right', async () => {
	const { document } = await told();
	await house.sql`delete from "grant" where document_id = ${document}`;
	await house.sql`update document set sensitivity = 'vault' where id = ${document}`;
	expect(await shown()).toEqual({ unread: { mine: 0, updates: 0 }, items: [] });
	await house.sql`update document set sensitivity = 'werkplaats', deleted_at = now() where id = ${document}`;
	expect((await shown()).items).toEqual([]);
	await house.sql`update document set deleted_at = null where id = ${document}`;
	expect((await shown()).items).toHaveLength(3);
});

test('one, a document or all are marked as read, of nobody else, and open pages hear it', async () => {
	const { document } = await told();
	const { items } = await shown();
	await markRead(house.context, outsider, { ids: items.map(({ id }) => id) });
	expect((await shown()).unread).toEqual({ mine: 1, updates: 2 });
	house.rings.length = 0;
	await markRead(house.context, reader, { ids: [items[0]!.id] });
	expect((await shown()).unread).toEqual({ mine: 1, updates: 1 });
	expect(house.rings).toEqual([{ kind: 'told', people: [reader.id] }]);
	await markRead(house.context, reader, { document });
	expect(await countUnread(house.context, reader)).toEqual({ mine: 0, updates: 0 });
	house.rings.length = 0;
	await markRead(house.context, reader, 'all');
	expect(house.rings).toEqual([]);
});

test('who opens a document has read its news, and what was said to them once they open the thread', async () => {
	const { document, called } = await told();
	await readByVisit(house.context, reader, document, null);
	expect((await shown()).unread).toEqual({ mine: 1, updates: 0 });
	await readByVisit(house.context, reader, document, called);
	expect((await shown()).unread).toEqual({ mine: 0, updates: 0 });
});

test('a page is told how much there is to read, at once and when that changes', async () => {
	const { document } = await told();
	const heard: unknown[] = [];
	const asker = { actor: reader, sessionId: 'session', tokenId: null };
	let ended = 0;
	const tell = (unread: unknown) => void heard.push(unread);
	const stop = await watchInbox(house.context, asker, { tell, end: () => void (ended += 1) });
	expect(heard).toEqual([{ mine: 1, updates: 2 }]);
	await markRead(house.context, reader, { document });
	await expect.poll(() => heard.at(-1)).toEqual({ mine: 0, updates: 0 });
	house.context.bus.ring({ kind: 'told', people: [owner.id] });
	house.context.bus.ring({ kind: 'access', people: [reader.id] });
	expect(ended).toBe(1);
	stop();
	expect(heard).toHaveLength(2);
});

test('one watches what one may see, and mutes documents alone', async () => {
	const { document } = await told();
	const { context } = house;
	expect(await watchOf(context, reader, { document })).toEqual({
		...{ said: 'unsaid', because: 'hand', follows: true }
	});
	await setWatch(context, reader, { document }, 'muted');
	expect(await watchOf(context, reader, { document })).toMatchObject({
		said: 'muted',
		follows: false
	});
	await setWatch(context, reader, { document }, 'unsaid');
	const other = await addMember(house.db, here, 'researcher');
	const theme = await addTheme(house.db);
	expect(await watchOf(context, other, { document })).toMatchObject({
		because: null,
		follows: false
	});
	await setWatch(context, other, { theme }, 'watching');
	await setWatch(context, other, { theme }, 'watching');
	expect(await watchOf(context, other, { theme })).toMatchObject({
		said: 'watching',
		follows: true
	});
	await setWatch(context, other, { werkplaats: here }, 'watching');
	expect(await watchOf(context, other, { document })).toMatchObject({
		because: 'werkplaats',
		follows: true
	});
	await expect(setWatch(context, other, { theme }, 'muted')).rejects.toThrow(Invalid);
	await expect(setWatch(context, outsider, { document }, 'watching')).rejects.toThrow(NotFound);
});

test('what somebody was asked to do waits until it is done, what is due first on top, of what they may read', async () => {
	const { document, part } = await told();
	const later = await say(house, owner, 'Bel de huisarts', { document, part, assignee: reader.id });
	const sooner = await say(house, owner, 'Bel de buurvrouw', {
		document,
		part,
		assignee: reader.id
	});
	await house.sql`update thread set due_on = '2027-01-01' where id = ${sooner}`;
	const actions = await listMyActions(house.context, reader, 'nl');
	const at = (thread: string) => `/document/${document}?part=${part}&thread=${thread}`;
	expect(actions.map(({ href, quote }) => [href, quote])).toEqual([
		[at(sooner), 'Bel de buurvrouw'],
		[at(later), 'Bel de huisarts']
	]);
	await house.sql`update thread set resolved_at = now(), resolved_by = ${owner.id} where id = ${later}`;
	expect(await listMyActions(house.context, reader, 'nl')).toHaveLength(1);
	await house.sql`delete from "grant" where document_id = ${document}`;
	await house.sql`update document set sensitivity = 'vault' where id = ${document}`;
	expect(await listMyActions(house.context, reader, 'nl')).toEqual([]);
});

test('what was told more than a year ago is thrown away', async () => {
	await told();
	expect(await sweep(house.context)).toMatchObject({ notifications: 0 });
	await house.sql`update notification set at = at - interval '366 days' where person_id = ${reader.id} and box = 'mine'`;
	expect(await sweep(house.context)).toMatchObject({ notifications: 1 });
	expect((await shown()).items).toHaveLength(2);
});
