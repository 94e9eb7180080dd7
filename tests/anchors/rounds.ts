import * as Y from 'yjs';
import { anchorOf, type Anchor } from '#domain/anchors/anchor.ts';
import { resolve } from '#domain/anchors/resolve.ts';
import { TextIndex } from '#domain/anchors/text-index.ts';
import { identifiedText } from '#domain/content/identified-text.ts';
import type { Content } from '#domain/content/schema.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import { Letters } from '#tests/domain/edits.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Author } from './author.ts';
import { faultOf } from './judge.ts';
import { noThreads, Threads, type Placing, type ThreadTally } from './threads.ts';

/** A passage that somebody linked, and from which characters it was. */
export type Link = { anchor: Anchor; from: number; to: number };
export type Standing = ReturnType<typeof resolve>;
/** A way to say where a link is in a text now: ours, or one that a test must find out. */
export type Finder = (text: TextIndex, link: Link, doc: Y.Doc) => Standing;

const OURS: Finder = (text, { anchor }) => resolve(text, anchor);

export type Tally = {
	steps: number;
	resolved: Record<Standing['is'], number>;
	/** Links that were lost and came back. */
	back: number;
	threads: ThreadTally;
	/** What was wrong, with the seed of the round and the step in it. */
	faults: string[];
};

const PEOPLE = 3;
/** Of one round. */
export const STEPS = 100;
const LINKS = 8;

/**
 * Three people with editors do whatever they like with a text, each in the dark for a while about what others
 * do, and after each step every link is looked for in the text of who did it and in that of the server.
 */
export function playRounds(
	{ steps, seed, words = 'apart' }: { steps: number; seed: number; words?: Words },
	find: Finder = OURS,
	place?: Placing
): Tally {
	const tally: Tally = {
		steps: 0,
		resolved: { same: 0, moved: 0, changed: 0, lost: 0 },
		back: 0,
		threads: noThreads(),
		faults: []
	};
	for (let round = 0; tally.steps < steps; round += 1) {
		new Round(seed + round, words, find, tally, place).play(Math.min(STEPS, steps - tally.steps));
	}
	return tally;
}

/** Every letter the only one of its kind, so that its fate is known; or the words of people, who say things twice. */
export type Words = 'apart' | 'dutch';

const DUTCH = [
	'de',
	'wijk',
	'ik',
	'was',
	'niet',
	'alleen',
	'thuis',
	'bang',
	'en',
	'zij',
	'kwam',
	'langs'
];

class Round {
	readonly #chance: Chance;
	readonly #letters = new Letters();
	readonly #people: Author[];
	readonly #server = new Y.Doc();
	readonly #waiting: Uint8Array[][] = Array.from({ length: PEOPLE }, () => []);
	readonly #links: Link[] = [];
	readonly #lost = new Set<Link>();
	readonly #name: number;
	readonly #words: Words;
	readonly #find: Finder;
	readonly #tally: Tally;
	readonly #threads: Threads;

	constructor(seed: number, words: Words, find: Finder, tally: Tally, place?: Placing) {
		this.#name = seed;
		this.#chance = openChance(seed);
		this.#words = words;
		this.#find = find;
		this.#tally = tally;
		this.#threads = new Threads(tally.threads, place);
		const start = contentUpdate(this.#text());
		Y.applyUpdate(this.#server, start);
		this.#people = Array.from({ length: PEOPLE }, (_, nth) => new Author(1000 + nth, start));
	}

	play(steps: number): void {
		for (let step = 0; step < steps; step += 1) {
			if (step % 10 === 0) this.#link();
			const who = this.#chance.below(PEOPLE);
			const person = this.#people[who]!;
			this.#act(person);
			for (const update of person.take()) this.#send(who, update);
			// Nobody hears of everything at once.
			if (this.#chance.below(3) === 0) this.#hear(this.#chance.below(PEOPLE));
			this.#tally.steps += 1;
			this.#look(person.doc, `${step}, by person ${who}`);
			this.#look(this.#server, `${step}, at the server`);
			this.#talk(step);
		}
		this.#note(steps, this.#threads.freeze(this.#chance, this.#server));
		for (const person of this.#people) person.close();
		this.#server.destroy();
	}

	#send(who: number, update: Uint8Array): void {
		Y.applyUpdate(this.#server, update);
		for (const [other, waiting] of this.#waiting.entries()) if (other !== who) waiting.push(update);
	}

	#hear(who: number): void {
		for (const update of this.#waiting[who]!.splice(0)) this.#people[who]!.receive(update);
		for (const made of this.#people[who]!.take()) this.#send(who, made);
	}

	#look(doc: Y.Doc, when: string): void {
		const text = new TextIndex(identifiedText(doc));
		for (const link of this.#links) {
			const standing = this.#find(text, link, doc);
			this.#tally.resolved[standing.is] += 1;
			if (standing.is === 'lost') this.#lost.add(link);
			else if (this.#lost.delete(link)) this.#tally.back += 1;
			const fault = faultOf(doc, link, standing);
			if (fault) this.#tally.faults.push(`round ${this.#name}, step ${when}: ${fault}`);
		}
	}

	/** Somebody begins a thread now and then, and somebody reads them after each step. */
	#talk(step: number): void {
		if (step % 10 === 5) {
			const { doc } = this.#chance.of(this.#people);
			this.#note(step, this.#threads.begin(this.#chance, doc, this.#server));
		}
		for (const fault of this.#threads.read(this.#server)) this.#note(step, fault);
	}

	#note(step: number, fault: string | null): void {
		if (fault) this.#tally.faults.push(`round ${this.#name}, step ${step}, thread: ${fault}`);
	}

	#link(): void {
		const text = new TextIndex(identifiedText(this.#server));
		const from = this.#chance.below(text.characters.length + 1);
		const to = from + 3 + this.#chance.below(90);
		const anchor = anchorOf(text, { from, to });
		if (anchor) this.#links.push({ anchor, ...text.trimmed({ from, to }) });
		if (this.#links.length > LINKS) this.#links.shift();
	}

	#act(person: Author): void {
		const size = person.text.content.size;
		const at = this.#place(person, this.#chance.below(size + 1));
		const near = this.#place(person, Math.min(size, at + this.#chance.below(12)));
		const far = this.#place(person, Math.min(size, at + this.#chance.below(80)));
		const other = this.#place(person, this.#chance.below(size + 1));
		const ways = [
			() => person.type(at, this.#sentence(1 + this.#chance.below(3))),
			() => person.type(at, this.#sentence(1)),
			() => person.type(at, this.#sentence(1)),
			() => person.erase(at, near),
			() => person.erase(at, near),
			() => person.erase(at, far),
			() => person.split(at),
			() => person.split(at),
			() => person.join(at),
			() => person.join(at),
			() => person.move(at, 'up'),
			() => person.move(at, 'down'),
			() => person.drag(at, far, other),
			() => person.cut(at, far),
			() => person.paste(at),
			() => person.paste(at),
			() => person.shape(at, this.#chance.below(3)),
			() => person.undo(),
			() => person.undo(),
			() => person.redo()
		];
		this.#chance.of(ways)();
	}

	/** The nearest place at which a caret can stand. */
	#place({ text }: Author, at: number): number {
		const place = text.resolve(at);
		if (place.parent.isTextblock) return at;
		let nearest = 1;
		text.descendants((node, start) => {
			if (node.isTextblock && start < at) nearest = start + 1;
		});
		return nearest;
	}

	#sentence(length: number): string {
		const word = () =>
			this.#words === 'dutch'
				? this.#chance.of(DUTCH)
				: this.#letters.word(2 + this.#chance.below(4));
		return `${Array.from({ length }, word).join(' ')} `;
	}

	#text(): Content {
		const content = Array.from({ length: 9 }, (_, nth): Content => {
			const words = this.#sentence(3 + this.#chance.below(9)).trim();
			const text: Content[] = [{ type: 'text', text: words }];
			return nth % 4 === 0
				? { type: 'heading', attrs: { level: 1 }, content: text }
				: { type: 'paragraph', content: text };
		});
		return { type: 'doc', content };
	}
}
