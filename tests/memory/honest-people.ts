import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { until } from '#tests/bench/until.ts';
import { openClient, type Client } from '#tests/live/client.ts';

const TYPE_EVERY_MS = 60;
const WITHIN_MS = 30_000;

/** People who go on typing in a room, whatever others send there. */
export type HonestPeople = {
	/** The text that they see now. */
	state(): Uint8Array;
	/** Stops typing; gives what went wrong, in sentences, once all is said. */
	finish(stored: () => Promise<string>): Promise<{ edits: number; wrongs: string[] }>;
};

type Person = { client: Client; sent: number; acked: number; losses: number; edits: number };

export async function seat(
	address: string,
	part: string,
	cookies: readonly string[]
): Promise<HonestPeople> {
	const people = cookies.map((cookie) => open(address, part, cookie));
	await until(() => people.every(({ client }) => client.provider.synced), WITHIN_MS);
	for (const person of people) person.client.provider.on('connection-close', () => person.losses++);
	const timers = people.map((person, nth) =>
		setInterval(() => write(person, `${nth}.${person.edits} `), TYPE_EVERY_MS + nth)
	);
	return {
		state: () => Y.encodeStateAsUpdate(people[0]!.client.doc),
		async finish(stored) {
			for (const timer of timers) clearInterval(timer);
			const wrongs: string[] = [];
			const waitFor = async (what: string, isSo: () => boolean | Promise<boolean>) => {
				await until(isSo, WITHIN_MS).catch(() => wrongs.push(what));
			};
			await waitFor('not all that they wrote is acknowledged', () =>
				people.every(({ sent, acked }) => acked === sent)
			);
			const texts = () => people.map(({ client }) => client.text());
			await waitFor('they see different texts', () => new Set(texts()).size === 1);
			const isStored = async () => (await stored()) === texts()[0];
			await waitFor('another text is stored', isStored);
			const losses = people.reduce((sum, person) => sum + person.losses, 0);
			if (losses > 0) wrongs.push(`they lost their connection ${losses} times`);
			for (const { client } of people) client.close();
			return { edits: people.reduce((sum, person) => sum + person.edits, 0), wrongs };
		}
	};
}

function open(address: string, part: string, cookie: string): Person {
	const person = { sent: 0, acked: 0, losses: 0, edits: 0 };
	const client = openClient({
		...{ address, part, headers: { cookie }, params: { ack: '1' } },
		onSend: (frame) => {
			if (frame[0] === 0 && frame[1] !== 0) person.sent++;
		},
		onAck: (count) => void (person.acked = count)
	});
	return Object.assign(person, { client });
}

/** Types at the end of a line of the text, or in a new one: what is accepted of the others may take a line away. */
function write(person: Person, words: string): void {
	const { doc } = person.client;
	person.edits++;
	doc.transact(() => {
		const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
		const paragraph = fragment.length > 0 ? fragment.get(0) : undefined;
		const line = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : undefined;
		if (line instanceof Y.XmlText) return line.insert(line.length, words);
		const fresh = new Y.XmlElement('paragraph');
		fresh.insert(0, [new Y.XmlText(words)]);
		fragment.insert(0, [fresh]);
	});
}
