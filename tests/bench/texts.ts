import { basename } from 'node:path';
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { findTrace } from '#tests/trace/trace.ts';
import { openTypist } from '#tests/trace/typist.ts';

/** A text as a server has it stored: the whole state of a document without what was deleted. */
export type Text = { name: string; state: Uint8Array };

const WORDS =
	'de het een wijk van samen met onderzoek bewoners praktijk leren die wat zij voor buurt '.split(
		' '
	);
const PARAGRAPHS_PER_PAGE = 8;
const RUNS_PER_PARAGRAPH = 10;

/** A recorded paper, every keystroke of it. */
export function makePaper(trace: string | undefined): Text {
	const { name, keystrokes } = findTrace(trace);
	const doc = new Y.Doc();
	const typist = openTypist(doc);
	for (const keystroke of keystrokes) typist.type(keystroke);
	return {
		name: `${keystrokes.length} keystrokes, ${basename(name)}`,
		state: Y.encodeStateAsUpdate(doc)
	};
}

/** Pages of eight paragraphs of 350 characters, by eight people who went back over what was there. */
export function makePages(pages: number, seed: number): Text {
	const chance = openChance(seed);
	const doc = new Y.Doc();
	const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
	const clients = Array.from({ length: 8 }, () => 1 + chance.below(0x7fff_ffff));
	for (let nth = 0; nth < pages * PARAGRAPHS_PER_PAGE; nth++) {
		const text = new Y.XmlText();
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [text]);
		doc.clientID = chance.of(clients);
		fragment.insert(fragment.length, [paragraph]);
		for (let run = 0; run < RUNS_PER_PARAGRAPH; run++) {
			doc.clientID = chance.of(clients);
			write(text, chance);
		}
	}
	return { name: `${pages} pages`, state: Y.encodeStateAsUpdate(doc) };
}

/** A text of so many bytes as stored, give or take a paragraph. */
export function makeText(bytes: number, seed: number): Text {
	let pages = 1;
	while (makePages(pages, seed).state.length < bytes) pages++;
	return { name: `${bytes} bytes`, state: makePages(pages, seed).state };
}

function write(text: Y.XmlText, chance: Chance): void {
	const words = Array.from({ length: 7 }, () => chance.of(WORDS));
	const at = chance.below(3) === 0 ? chance.below(text.length + 1) : text.length;
	const bold = chance.below(12) === 0 ? { bold: {} } : {};
	text.insert(at, `${words.join(' ')} `, bold);
	if (chance.below(5) === 0) text.delete(chance.below(text.length - 4), 4);
}
