import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A letter as it came over the wire, taken apart. */
export type Received = {
	to: string[];
	headers: Record<string, string>;
	text: string;
	html: string;
	/** All of it, as it came. */
	raw: string;
};

export type MailSink = {
	/** For `SMTP_URL`. */
	url: string;
	letters: Received[];
	/** Refuses letters from now on, or takes them again. */
	refuse(refuses: boolean): void;
	close(): Promise<void>;
};

/** A mail server on this machine alone that keeps what it is given. */
export async function openMailSink(): Promise<MailSink> {
	const letters: Received[] = [];
	const sockets = new Set<Socket>();
	let refuses = false;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => {});
		converse(
			socket,
			() => refuses,
			(letter) => letters.push(letter)
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		letters,
		refuse: (now) => void (refuses = now),
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		}
	};
}

function converse(socket: Socket, refuses: () => boolean, keep: (letter: Received) => void): void {
	let heard = '';
	let to: string[] = [];
	let isData = false;
	const say = (line: string) => socket.write(`${line}\r\n`);
	say('220 sink');
	socket.setEncoding('utf8');
	socket.on('data', (chunk: string) => {
		heard += chunk;
		for (;;) {
			const end = heard.indexOf(isData ? '\r\n.\r\n' : '\r\n');
			if (end < 0) return;
			const said = heard.slice(0, end);
			heard = heard.slice(end + (isData ? 5 : 2));
			if (isData) {
				isData = false;
				keep(taken(said.replaceAll('\r\n..', '\r\n.'), to));
				say('250 kept');
			} else answer(said);
		}
	});
	const answer = (line: string) => {
		if (/^RCPT TO:/i.test(line) && refuses()) return say('451 not now');
		if (/^MAIL FROM:/i.test(line)) to = [];
		const [, recipient] = /^RCPT TO:<(.+)>/i.exec(line) ?? [];
		if (recipient) to.push(recipient);
		isData = /^DATA/i.test(line);
		if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n');
		say(isData ? '354 go on' : '250 ok');
	};
}

function taken(raw: string, to: string[]): Received {
	const { headers, body } = split(raw);
	const parts = partsOf(headers, body);
	const of = (type: string) => parts.find((part) => part.type.startsWith(type))?.words ?? '';
	return { to, headers, text: of('text/plain'), html: of('text/html'), raw };
}

function partsOf(headers: Record<string, string>, body: string): { type: string; words: string }[] {
	const type = headers['content-type'] ?? 'text/plain';
	const [, boundary] = /boundary="([^"]+)"/.exec(type) ?? [];
	if (!boundary) return [{ type, words: decoded(headers['content-transfer-encoding'], body) }];
	return body
		.split(`--${boundary}`)
		.slice(1, -1)
		.flatMap((piece) => {
			const inner = split(piece.replace(/^\r\n/, ''));
			return partsOf(inner.headers, inner.body);
		});
}

function split(raw: string): { headers: Record<string, string>; body: string } {
	const end = raw.indexOf('\r\n\r\n');
	const lines = raw
		.slice(0, end)
		.replaceAll(/\r\n[ \t]+/g, ' ')
		.split('\r\n');
	const headers = lines.map((line): [string, string] => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
	});
	return { headers: Object.fromEntries(headers), body: raw.slice(end + 4) };
}

function decoded(encoding: string | undefined, body: string): string {
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	if (encoding !== 'quoted-printable') return body;
	const bytes = body
		.replaceAll(/=\r\n/g, '')
		.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
