import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { KeptLetter, Letter, Mail } from '#server/mail.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/** By SMTP when there is a server; else, or when it refuses, a file for the administrator. */
export function openMail(settings: Settings, log: Log): Mail & { close(): void } {
	const drawer = openDrawer(join(settings.dataDir, 'mail'));
	if (!settings.smtpUrl) return { ...drawer, close: () => {} };
	const transport = createTransport(settings.smtpUrl, { from: senderOf(settings) });
	return {
		...drawer,
		delivers: true,
		async send(letter) {
			const { to, subject, text, html, headers } = letter;
			try {
				await transport.sendMail({ to, subject, text, html, headers });
				return { delivered: true };
			} catch (error) {
				if (letter.unkept) {
					log.warn({ code: codeOf(error) }, 'the mail server refused a letter');
					return { delivered: false };
				}
				// What a person did stays done when the mail server is out of order.
				log.warn({ code: codeOf(error) }, 'the mail server refused a letter; it is kept as a file');
				return drawer.send(letter);
			}
		},
		close: () => transport.close()
	};
}

/** Keeps each letter as a file of its own that only this user reads: it holds links that let people in. */
export function openDrawer(folder: string): Mail {
	return {
		delivers: false,
		async send(letter) {
			if (letter.unkept) return { delivered: false };
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const moment = new Date().toISOString().replaceAll(':', '-');
			const file = join(folder, `${moment}-${randomBytes(3).toString('hex')}.txt`);
			await writeFile(file, asText(letter), { mode: 0o600, flag: 'wx' });
			return { delivered: false };
		},
		async kept() {
			const files = (await filesIn(folder)).sort().reverse();
			return Promise.all(files.map((file) => read(folder, file)));
		},
		async discard(id) {
			// Only what lies there has a name that may be used in a path.
			if (!(await filesIn(folder)).includes(id)) return false;
			await rm(join(folder, id), { force: true });
			return true;
		},
		async expire(now) {
			const letters = await Promise.all((await filesIn(folder)).map((file) => read(folder, file)));
			const ended = letters.filter(({ until }) => until && until <= now);
			for (const { id } of ended) await rm(join(folder, id), { force: true });
			return ended.length;
		}
	};
}

async function filesIn(folder: string): Promise<string[]> {
	const files = await readdir(folder).catch(() => []);
	return files.filter((file) => file.endsWith('.txt'));
}

/** The name of the file begins with the moment; its lines before the first empty one are the envelope. */
async function read(folder: string, id: string): Promise<KeptLetter> {
	const lines = (await readFile(join(folder, id), 'utf8')).split('\n');
	const envelope = lines.slice(0, lines.indexOf(''));
	const written = (name: string) =>
		envelope.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
	const until = written('Until');
	const moment = /^(.+T)(\d\d)-(\d\d)-(\d\d\.\d+Z)/.exec(id);
	const at = moment ? new Date(`${moment[1]}${moment.slice(2).join(':')}`) : new Date(0);
	return {
		id,
		at,
		to: written('To') ?? '',
		subject: written('Subject') ?? '',
		...(until && { until: new Date(until) }),
		text: lines
			.slice(envelope.length + 1)
			.join('\n')
			.trimEnd()
	};
}

function asText({ to, subject, text, until }: Letter): string {
	const line = (value: string) => value.replaceAll(/\s+/g, ' ');
	const ends = until ? `Until: ${until.toISOString()}\n` : '';
	return `To: ${line(to)}\nSubject: ${line(subject)}\n${ends}\n${text}\n`;
}

function senderOf({ smtpUrl, publicUrl }: Settings): string {
	const named = smtpUrl && new URL(smtpUrl).searchParams.get('from');
	return named || `Wisselwerking <no-reply@${new URL(publicUrl).hostname}>`;
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}
