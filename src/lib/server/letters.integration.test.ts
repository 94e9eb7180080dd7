import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { notification } from '#db/schema/told.ts';
import type { Actor } from '#domain/facts.ts';
import type { MailRhythm } from '#domain/told.ts';
import { openLog } from '#start/log.ts';
import { openMail } from '#start/mail-post.ts';
import { readSettings } from '#start/settings.ts';
import { addDocument, addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { say } from '#tests/integration/said.ts';
import { openMailSink, type MailSink } from '#tests/mail/sink.ts';
import type { Context } from './context.ts';
import { markRead } from './inbox.ts';
import { sendLetters } from './letters.ts';
import { openMailPreference, readUnsubscribe, setRhythm, stopMail } from './mail-preferences.ts';
import { tellAll } from './telling.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of a sentence that only stands in what is protected. */
const SECRET = 'Zwanenzang';

let house: TestHouse;
let sink: MailSink;
let dataDir: string;
/** Two nodes: each with connections of its own, on the one database. */
let nodes: [Context, Context];
const closing: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
	house = await openTestHouse();
	sink = await openMailSink();
	dataDir = await mkdtemp(join(tmpdir(), 'wisselwerking-letters-'));
	const open = (): Context => {
		const settings = readSettings({ DATA_DIR: dataDir, SMTP_URL: sink.url }, 'use');
		const mail = openMail(settings, openLog('silent'));
		const { db, close } = openDatabase(house.url);
		closing.push(close, () => mail.close());
		return { ...house.context, db, mail };
	};
	nodes = [open(), open()];
});
afterAll(async () => {
	for (const close of closing) await close();
	await Promise.all([sink.close(), house.close()]);
	await rm(dataDir, { recursive: true, force: true });
});

let people: Record<'owner' | 'anna' | 'bram', Actor>;
let here: string;

beforeEach(async () => {
	here = await addWerkplaats(house.db);
	const member = (name: string) => addMember(house.db, here, 'researcher', { name });
	people = {
		owner: await addMember(house.db, here, 'coordinator', { name: 'Olga <b>Owner</b>' }),
		anna: await member('Anna'),
		bram: await member('Bram')
	};
	await setRhythm(house.context, people.owner, 'never');
});
afterEach(async () => {
	sink.letters.length = 0;
	sink.refuse(false);
	await house.db.delete(notification);
});

const both = async (work: (node: Context) => Promise<number>) => {
	const counts = await Promise.all(nodes.map(work));
	return counts.reduce((sum, count) => sum + count, 0);
};
/** Now by the clock of the house: the moment of an event is the database's own. */
async function tellThem(): Promise<void> {
	await both(tellAll);
	await house.sql`update notification set at = ${house.context.now()} where mailed_at is null and read_at is null`;
}
const addressOf = async ({ id }: Actor) =>
	(await house.sql<{ email: string }[]>`select email from person where id = ${id}`)[0]?.email;

async function aStudy(title: string, given: Partial<Parameters<typeof addDocument>[1]> = {}) {
	const { owner, anna, bram } = people;
	const made = { werkplaatsId: here, createdBy: owner.id, title, ...given };
	const { id: document, part } = await addDocument(house.db, made);
	for (const { id: personId } of [anna, bram]) {
		const terms = { documentId: document, level: 'comment', grantedBy: owner.id } as const;
		await addGrant(house.db, { ...terms, personId });
	}
	return { document, part };
}

const mornings = (count: number) => house.pass(count * DAY_MS);

test('[show 5] each gets exactly one digest with what is theirs, whichever node does it', async () => {
	const { owner, anna, bram } = people;
	const open = await aStudy('Buurtzorg & nabijheid');
	const shut = await aStudy(`Dossier ${SECRET}`, { sensitivity: 'restricted' });
	const vault = await aStudy(`Kluis ${SECRET}`, { sensitivity: 'vault' });
	const thread = await say(house, anna, 'Klopt dit <i>wel</i>?', open);
	for (let nth = 1; nth <= 10; nth += 1)
		await say(house, owner, `Antwoord ${nth}`, { ...open, thread });
	await say(house, owner, [{ person: bram.id }, { text: ' wat vind jij?' }], open);
	await say(house, owner, [{ person: anna.id }, { text: ` ${SECRET}` }], shut);
	await say(house, owner, SECRET, vault);
	await tellThem();
	mornings(2);
	expect(await both(sendLetters)).toBe(2);
	expect(await both(sendLetters)).toBe(0);
	const received = Object.fromEntries(sink.letters.map((letter) => [letter.to.join(), letter]));
	expect(Object.keys(received).sort()).toEqual(
		[await addressOf(anna), await addressOf(bram)].sort()
	);
	const [toAnna, toBram] = [
		received[(await addressOf(anna))!]!,
		received[(await addressOf(bram))!]!
	];

	// Ten answers are one letter, and of one document no more than its first lines.
	expect(toAnna.text).toContain('Antwoord 1”');
	expect(toAnna.text).toContain('en nog 6 andere');
	expect(toAnna.text).toContain(`/document/${open.document}?part=${open.part}&thread=${thread}`);
	expect(toBram.text).toContain('noemde je: “@Bram wat vind jij?”');
	expect(toBram.text).not.toContain('Antwoord 5');
	// Escaped where a browser reads it, and as it is where nobody does.
	expect(toAnna.html).toContain('Buurtzorg &amp; nabijheid');
	expect(toAnna.html).not.toContain('<b>Owner');
	expect(toBram.html).toContain('Klopt dit &lt;i&gt;wel&lt;/i&gt;?');
	expect(toAnna.text).toContain('Olga <b>Owner</b> reageerde');
	// Of what is protected only that it is there, with the way to it.
	for (const { raw, text, html } of [toAnna, toBram]) {
		for (const form of [raw, text, html]) expect(form).not.toContain(SECRET);
	}
	expect(toAnna.text).toContain('Een afgeschermd document');
	expect(toAnna.text).toContain('Iemand noemde je');
	expect(toAnna.html).toContain(`/document/${shut.document}`);
	expect(toAnna.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
	expect(toAnna.headers['list-unsubscribe']).toMatch(
		/^<https:\/\/wisselwerking\.test\/unsubscribe\/[\w-]{32}>$/
	);
	expect(toAnna.html).toContain('prefers-color-scheme:dark');
});

test('nothing more comes after one click, for them alone, and the link says nothing of whose it is', async () => {
	const { anna, bram, owner } = people;
	const study = await aStudy('Nabijheid');
	await say(house, owner, 'Een', study);
	await tellThem();
	mornings(2);
	await both(sendLetters);
	const to = await addressOf(anna);
	const letter = sink.letters.find((one) => one.to.includes(to!));
	const [, link] = /unsubscribe\/([\w-]+)>/.exec(letter?.headers['list-unsubscribe'] ?? '') ?? [];
	expect(await readUnsubscribe(house.context, link!)).toEqual({ isStopped: false });
	await stopMail(house.context, link!);
	await stopMail(house.context, link!);
	expect(await readUnsubscribe(house.context, link!)).toEqual({ isStopped: true });
	expect(await openMailPreference(house.context, anna)).toMatchObject({ rhythm: 'never' });
	expect(await openMailPreference(house.context, bram)).toMatchObject({ rhythm: 'daily' });
	await say(house, owner, 'Twee', study);
	await tellThem();
	sink.letters.length = 0;
	mornings(2);
	await both(sendLetters);
	expect(sink.letters.map(({ to }) => to.join())).toEqual([await addressOf(bram)]);
	await expect(stopMail(house.context, 'nobody')).rejects.toThrow();
});

test('nothing is in it that was read, that one may not see any more, or that was taken back', async () => {
	const { anna, bram, owner } = people;
	const study = await aStudy('Gesprekken');
	const gone = await aStudy('Andermans', { sensitivity: 'werkplaats' });
	const thread = await say(house, owner, 'Gelezen', study);
	await say(house, owner, 'Ongezien', gone);
	await tellThem();
	await markRead(house.context, anna, { thread });
	await house.sql`update document set sensitivity = 'vault' where id = ${gone.document}`;
	await house.sql`delete from "grant" where document_id = ${gone.document}`;
	await house.sql`update comment set deleted_at = now(), body = '[]' where thread_id = ${thread}`;
	mornings(2);
	expect(await both(sendLetters)).toBe(1);
	const [letter] = sink.letters;
	expect(letter?.to).toEqual([await addressOf(bram)]);
	expect(letter?.text).not.toContain('Gelezen');
	expect(letter?.text).not.toContain('Andermans');
	expect(letter?.text).not.toContain(gone.document);
});

// Before time goes by a month: of what is that old nobody is told.
test('what the mail server refuses goes along with the next letter, and is kept for nobody', async () => {
	await say(house, people.owner, 'Later', await aStudy('Later'));
	await tellThem();
	mornings(2);
	sink.refuse(true);
	expect(await both(sendLetters)).toBe(0);
	expect(await nodes[0].mail.kept()).toEqual([]);
	sink.refuse(false);
	expect(await both(sendLetters)).toBe(2);
});

test.each<[MailRhythm, number, number]>([
	['at_once', 60_000, 0],
	['at_once', 3 * 60_000, 1],
	['never', 30 * DAY_MS, 0]
])('%s, %i ms later: %i letters', async (rhythm, later, count) => {
	const { anna, bram, owner } = people;
	for (const person of [anna, bram]) await setRhythm(house.context, person, 'never');
	await setRhythm(house.context, anna, rhythm);
	await say(house, owner, 'Nu', await aStudy('Nu'));
	await tellThem();
	house.pass(later);
	expect(await both(sendLetters)).toBe(count);
});

test('without a mail server no letter is made, and nothing is marked as mailed', async () => {
	await say(house, people.owner, 'Stil', await aStudy('Stil'));
	await tellThem();
	mornings(2);
	const mail = { ...house.context.mail, delivers: false };
	expect(await sendLetters({ ...house.context, mail })).toBe(0);
	expect(await house.sql`select 1 from notification where mailed_at is not null`).toEqual([]);
});
