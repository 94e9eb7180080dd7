import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log.ts';
import { openMail } from './mail-post.ts';
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
