import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from '#server/sweep.ts';
import { listUndelivered } from '#server/undelivered.ts';
import { addMember } from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openLog } from './log.ts';
import { openDrawer, openMail } from './mail-post.ts';
import { readSettings } from './settings.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'wisselwerking-mail-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const letter = {
	to: 'inwoner@wisselwerking.example',
	subject: 'Kom je\r\nBcc: other@wisselwerking.example',
	text: 'https://wisselwerking.example/uitnodiging/abc'
};

test.each([
	['without a mail server', {}],
	// Port 9 of this machine: nobody answers there.
	['when the mail server does not answer', { SMTP_URL: 'smtp://127.0.0.1:9' }]
])('%s a letter becomes a file that only its owner reads', async (_, environment) => {
	const settings = readSettings({ DATA_DIR: dataDir, ...environment }, 'use');
	const mail = openMail(settings, openLog('silent'));
	expect(await mail.send(letter)).toEqual({ delivered: false });
	mail.close();
	const [name] = readdirSync(join(dataDir, 'mail'));
	const file = join(dataDir, 'mail', name ?? '');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const [to, subject, empty, text] = readFileSync(file, 'utf8').split('\n');
	expect([to, empty, text]).toEqual([`To: ${letter.to}`, '', letter.text]);
	expect(subject).toMatch(/^Subject: Kom je Bcc:/);
});

test('a kept letter goes when its link ends, and who read it is written down', async () => {
	const house = await openTestHouse();
	const mail = openDrawer(join(dataDir, 'mail'));
	const context = { ...house.context, mail };
	const administrator = await addMember(house.db, null, 'national', { administrator: true });
	const until = new Date(context.now().getTime() + 60_000);
	await mail.send({ ...letter, until });
	await mail.send(letter);

	const opened = await listUndelivered(context, administrator);
	expect(opened.map((one) => one.text)).toEqual([letter.text, letter.text]);
	expect(
		await house.sql`select actor_id, details from event where name = 'letters.opened'`
	).toEqual([
		{ actor_id: administrator.id, details: { letters: opened.map(({ id }) => id).join(' ') } }
	]);

	expect(await sweep(context)).toMatchObject({ letters: 0 });
	house.pass(60_000);
	expect(await sweep(context)).toMatchObject({ letters: 1 });
	expect(await mail.kept()).toMatchObject([{ to: letter.to, text: letter.text }]);
	await house.close();
});
