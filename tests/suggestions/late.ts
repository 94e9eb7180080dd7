import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import * as Y from 'yjs';
import { LateEdits } from '#domain/content/merge/late.ts';
import { wordsIn } from '#domain/content/merge/place.ts';
import { docOf } from '#domain/content/merge/read.ts';
import { plainText } from '#domain/content/text.ts';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import {
	anyBase,
	edited,
	EDIT_KINDS,
	Letters,
	withLetters,
	type Edit
} from '#tests/domain/edits.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Desk } from './desk.ts';
import { isSame } from './judge.ts';
import { counts, Editor, lettersIn, Suggester } from './people.ts';

/** To do it wrong: nobody looks. */
export const LATE_SABOTAGES = ['unwatched'] as const;
export type LateSabotage = (typeof LATE_SABOTAGES)[number];

export type LateRound = {
	seed: number;
	sabotage?: LateSabotage | undefined;
};

export type LatePlayed = {
	edits: number;
	/** How often the server wrote over what people had before them, and how often something had to be put back. */
	written: number;
	rescued: number;
	/** Edits of which it was not known where they belong; the server keeps a version then. */
	kept: number;
	/** Whether an editor made or took nodes, be it to tidy up what Yjs made of the text: then words of others go with them. */
	restless: boolean;
	lost: string[];
	doubled: string[];
	/** Deleted by an editor, and there again. */
	back: string[];
	diverged: boolean;
};

const WORDS: Edit['kind'][] = ['type', 'type', 'remove'];
const EDITORS = 3;
const TIMES = 3;

const anyText = anyBase.filter((content) => plainText(content).length >= 30);

/** The server writes suggestions and older texts over what people are typing in, again before they have seen the last. */
export function playLate(round: LateRound): LatePlayed {
	return new LatePlay(round).play();
}

/** Whether letters are missing or twice, where that can only be the server's doing. */
export function isWrong({ restless, lost, doubled, diverged }: LatePlayed): boolean {
	return diverged || (!restless && lost.length + doubled.length > 0);
}

type Watch = { late: LateEdits; known: Set<Logged> };
type Logged = { bytes: Uint8Array };

class LatePlay {
	readonly #round: LateRound;
	readonly #chance: Chance;
	readonly #letters = new Letters();
	readonly #start: Uint8Array;
	readonly #desk: Desk;
	readonly #editors: Editor[];
	readonly #suggesters: Suggester[];
	/** As it is stored: what came in as it came, for what is in no place any more has gone from what Yjs makes of it. */
	readonly #log: Logged[] = [];
	#said: Uint8Array[] = [];
	readonly #watches: Watch[] = [];
	/** Every letter that was ever meant to stand in the text, and those that somebody or the server took away. */
	readonly #meant: Set<string>;
	readonly #deleted = new Set<string>();
	readonly #written = new Set<string>();
	/** Those that came with an edit of which the server kept a version. */
	readonly #kept = new Set<string>();
	readonly #played = { edits: 0, written: 0, rescued: 0, kept: 0, restless: false };

	constructor(round: LateRound) {
		this.#round = round;
		this.#chance = openChance(round.seed);
		const [content = {}] = fc.sample(anyText, { numRuns: 1, seed: round.seed });
		const base = withLetters(content, this.#letters);
		this.#start = contentUpdate(base.toJSON());
		this.#desk = new Desk(this.#start, (update) => this.#tell(update));
		this.#meant = lettersIn(base);
		this.#editors = Array.from({ length: EDITORS }, (_, nth) => new Editor(this.#start, 100 + nth));
		let pushes = 0;
		this.#suggesters = [0, 1].map(
			(person) => new Suggester(person, this.#desk, () => `push ${(pushes += 1)}`)
		);
	}

	play(): LatePlayed {
		const first = this.#desk.base;
		for (let time = 0; time < TIMES; time += 1) {
			this.#suggest();
			this.#type();
			this.#arriveSome();
			this.#overwrite(time > 0 && this.#chance.below(4) === 0 ? first : null);
			this.#type();
			this.#arriveSome();
			if (this.#chance.below(2) === 0) this.#look();
		}
		this.#settle();
		return { ...this.#played, ...this.#judged() };
	}

	#tell(update: Uint8Array): void {
		this.#said.push(update);
		for (const { waiting } of this.#editors) waiting.push(update);
	}

	#suggest(): void {
		for (const suggester of this.#suggesters) {
			suggester.settle(this.#desk);
			for (let nth = 0; nth < 2; nth += 1) suggester.edit(this.#anEdit(EDIT_KINDS), this.#letters);
			suggester.settle(this.#desk);
		}
	}

	#type(): void {
		for (const editor of this.#editors) {
			const before = lettersIn(editor.writer.text);
			const edits = [this.#anEdit(WORDS), this.#anEdit(WORDS)];
			const [elements, texts] = nodesOf(editor.writer.doc);
			editor.write(
				edits.filter((edit) => this.#isFit(editor, edit)),
				this.#letters
			);
			const after = lettersIn(editor.writer.text);
			this.#played.edits += 2;
			const [elementsNow, textsNow] = nodesOf(editor.writer.doc);
			if (elementsNow !== elements || textsNow < texts) this.#played.restless = true;
			for (const letter of after) if (!before.has(letter)) this.#meant.add(letter);
			for (const letter of before) if (!after.has(letter)) this.#deleted.add(letter);
		}
	}

	/** Who takes away words in two blocks at once joins them, and to Yjs these are copies. */
	#isFit({ writer: { text } }: Editor, edit: Edit): boolean {
		if (edit.kind === 'type') return true;
		const [old, now] = [blocksIn(text), blocksIn(edited(text, edit, this.#letters))];
		return old.length === now.length && old.filter((words, nth) => words !== now[nth]).length <= 1;
	}

	/** Some send what they have, and hear some of what others did. */
	#arriveSome(): void {
		for (const editor of this.#editors) {
			if (this.#chance.below(2) === 0) this.#arrive(editor);
			if (this.#chance.below(3) === 0) editor.hear(1 + this.#chance.below(4));
		}
	}

	#arrive(editor: Editor): void {
		for (const update of editor.send()) {
			this.#log.push({ bytes: update });
			this.#desk.receive(update);
		}
	}

	/** Two people's suggestions in one request, or an older text. */
	#overwrite(older: Node | null): void {
		const people = older ? [null] : [0, 1];
		for (const person of people) {
			this.#desk.readOut();
			const before = lettersIn(this.#desk.base);
			const state = Y.encodeStateAsUpdate(this.#desk.doc);
			const edit = this.#write(() => {
				if (older) this.#desk.write(older);
				else this.#desk.decide({ verdict: 'accepted', person: person ?? 0 });
			});
			if (!edit) continue;
			this.#desk.readOut();
			this.#played.written += 1;
			const late = new LateEdits(state, edit.bytes);
			this.#watches.push({ late, known: new Set(this.#log) });
			const after = lettersIn(this.#desk.base);
			for (const letter of before) if (!after.has(letter)) this.#written.add(letter);
			for (const letter of after) if (!before.has(letter)) this.#meant.add(letter);
		}
	}

	/** What the server itself writes is in the log too. */
	#write(act: () => void): Logged | null {
		this.#said = [];
		act();
		if (this.#said.length === 0) return null;
		const written = { bytes: Y.mergeUpdates(this.#said) };
		this.#log.push(written);
		return written;
	}

	#look(): void {
		if (this.#round.sabotage === 'unwatched') return;
		for (const watch of this.#watches) this.#lookOf(watch);
	}

	/** As the server does, without its database. */
	#lookOf({ late, known }: Watch): void {
		const news = this.#log.filter((logged) => !known.has(logged));
		if (news.length === 0) return;
		const old = this.#log.filter((logged) => known.has(logged));
		const [arrived, live] = [old, this.#log].map((log) =>
			docOf(this.#start, ...log.map(({ bytes }) => bytes))
		);
		if (!arrived || !live) return;
		for (const { update, wanted } of late.among(news, { arrived, live })) {
			if (!wanted) {
				this.#played.kept += 1;
				for (const { content } of wordsIn(update.bytes))
					for (const letter of content.str) this.#kept.add(letter);
				continue;
			}
			this.#played.rescued += 1;
			const own = this.#write(() => void this.#desk.write(wanted));
			if (!own) continue;
			Y.applyUpdate(live, own.bytes);
			known.add(own);
		}
		for (const logged of news) known.add(logged);
		late.heard(news);
		for (const doc of [arrived, live]) doc.destroy();
	}

	/** All arrives, and is looked at, and heard by everybody. */
	#settle(): void {
		for (const editor of this.#editors) this.#arrive(editor);
		this.#look();
		for (let nth = 0; nth < 2; nth += 1) {
			for (const editor of this.#editors) {
				editor.hear();
				this.#arrive(editor);
			}
		}
		for (const editor of this.#editors) editor.hear();
		this.#look();
		for (const editor of this.#editors) editor.hear();
		this.#desk.readOut();
	}

	#judged(): Pick<LatePlayed, 'lost' | 'doubled' | 'back' | 'diverged'> {
		const { base } = this.#desk;
		const now = counts(base);
		const isGone = (letter: string) => this.#deleted.has(letter) || this.#written.has(letter);
		const isThere = (letter: string) => now.has(letter) || this.#kept.has(letter);
		return {
			lost: [...this.#meant].filter((letter) => !isThere(letter) && !isGone(letter)),
			doubled: [...now].flatMap(([letter, count]) => (count > 1 ? [letter] : [])),
			back: [...this.#deleted].filter((letter) => now.has(letter)),
			diverged: !this.#editors.every(({ writer }) => isSame(writer.text, base))
		};
	}

	#anEdit(kinds: readonly Edit['kind'][]): Edit {
		return {
			kind: this.#chance.of(kinds),
			at: this.#chance.below(10_000) / 10_000,
			size: 1 + this.#chance.below(12)
		};
	}
}

/** How many elements a text has, and how many runs of words in them. */
function nodesOf(doc: Y.Doc): readonly [number, number] {
	return [countOf(Y.XmlElement, doc), countOf(Y.XmlText, doc)];
}

function countOf(type: typeof Y.XmlElement | typeof Y.XmlText, doc: Y.Doc): number {
	const count = (parent: Y.XmlFragment): number =>
		parent.toArray().reduce((sum, child) => {
			const inside = child instanceof Y.XmlElement ? count(child) : 0;
			return sum + Number(child instanceof type) + inside;
		}, 0);
	return count(doc.getXmlFragment(TEXT_FRAGMENT));
}

/** The words of each block that has words. */
function blocksIn(doc: Node): string[] {
	const blocks: string[] = [];
	doc.descendants((node) => void (node.isTextblock && blocks.push(node.textContent)));
	return blocks;
}
