import fc from 'fast-check';
import * as Y from 'yjs';
import { plainText } from '#domain/content/text.ts';
import { contentUpdate } from '#domain/content/yjs.ts';
import type { Hunk } from '#domain/content/suggestions/hunks.ts';
import { anyBase, EDIT_KINDS, Letters, withLetters, type Edit } from '#tests/domain/edits.ts';
import { noThreads, placedByOffsets, Threads, type ThreadTally } from '#tests/anchors/threads.ts';
import { openChance, type Chance } from '#tests/live/chance.ts';
import { Desk, type Decision, type Sabotage } from './desk.ts';
import {
	faultsOfDecision,
	faultsOfLetters,
	faultsOfParts,
	isSame,
	isUnsure,
	type Known
} from './judge.ts';
import { counts, Editor, Suggester } from './people.ts';

export type Round = {
	seed: number;
	steps: number;
	editors?: number;
	suggesters?: number;
	/** Blocks are moved too. */
	moves?: boolean;
	sabotage?: Sabotage | undefined;
};

export type Played = {
	edits: number;
	suggestions: number;
	pushes: number;
	accepted: number;
	rejected: number;
	refused: number;
	/** Whether Yjs itself doubled words of the text. */
	restless: boolean;
	/** The letters of what is suggested in the end, and of how many of them nobody can tell which are which. */
	letters: number;
	unsure: number;
	/** How the threads beside the text fared, each time that it changed. */
	threads: ThreadTally;
	faults: string[];
};

/** So many letters a round can take before they are no letters any more. */
const EDITS_IN_ONE_GO = 2;

const STEPS = 160;

/** With words in it: else nobody finds a place to begin. */
const anyText = anyBase.filter((content) => plainText(content).length >= 30);

/** The round of a seed: of three one with many people, of four one in which blocks are moved, half with one who edits. */
export function roundOf(seed: number, sabotage?: Sabotage): Round {
	const people = seed % 3 === 0 ? { editors: 3, suggesters: 3 } : { editors: 1 + (seed % 2) };
	return { seed, steps: STEPS, moves: seed % 4 === 0, ...people, sabotage };
}

/**
 * People who write in a text and people who suggest in it, at once: each sees what others did late, requests are lost on
 * their way or on their way back, and decisions are made on what somebody saw a while ago.
 */
export function playRound(round: Round): Played {
	return new Play(round).play();
}

class Play {
	readonly #round: Round;
	readonly #chance: Chance;
	readonly #letters = new Letters();
	readonly #editors: Editor[];
	readonly #suggesters: Suggester[];
	readonly #desk: Desk;
	readonly #threads: Threads;
	readonly #seen = new Map<number, Hunk[]>();
	readonly #known: Known = {
		rejected: new Map(),
		everInBase: new Set()
	};
	readonly #played: Played = {
		...{ edits: 0, suggestions: 0, pushes: 0 },
		...{ accepted: 0, rejected: 0, refused: 0, restless: false, faults: [] },
		...{ letters: 0, unsure: 0 },
		threads: noThreads()
	};

	constructor(round: Round) {
		this.#round = round;
		this.#chance = openChance(round.seed);
		const [content = {}] = fc.sample(anyText, { numRuns: 1, seed: round.seed });
		const base = withLetters(content, this.#letters);
		const start = contentUpdate(base.toJSON());
		const { editors = 2, suggesters = 2, sabotage } = round;
		this.#editors = Array.from({ length: editors }, (_, nth) => new Editor(start, 100 + nth));
		this.#desk = new Desk(start, (update) => this.#tell(update), sabotage);
		const place = sabotage === 'offsets' ? placedByOffsets : undefined;
		this.#threads = new Threads(this.#played.threads, place);
		let pushes = 0;
		const newId = () => `push ${(pushes += 1)}`;
		this.#suggesters = Array.from(
			{ length: suggesters },
			(_, nth) => new Suggester(nth, this.#desk, newId)
		);
		this.#noteBase();
	}

	play(): Played {
		for (let step = 0; step < this.#round.steps; step += 1) this.#step();
		this.#settle();
		this.#judge();
		this.#end();
		return this.#played;
	}

	#tell(update: Uint8Array): void {
		for (const { waiting } of this.#editors) waiting.push(update);
	}

	#fault(...faults: string[]): void {
		this.#played.faults.push(...faults);
	}

	#step(): void {
		const dice = this.#chance.below(100);
		const editor = this.#chance.of(this.#editors);
		const suggester = this.#chance.of(this.#suggesters);
		if (this.#chance.below(20) === 0) this.#talk(editor);
		if (dice < 18) {
			this.#played.edits += 1;
			this.#write(editor);
		} else if (dice < 30) this.#arrive(editor);
		else if (dice < 38) editor.hear(1 + this.#chance.below(4));
		else if (dice < 58) this.#suggest(suggester);
		else if (dice < 68) this.#send(suggester);
		else if (dice < 78) this.#deliver(suggester);
		else if (dice < 80) this.#alone(() => suggester.arriveLate(this.#desk));
		else if (dice < 83) this.#ask(suggester);
		else if (dice < 90 || this.#seen.size === 0) this.#look();
		else this.#decide(suggester.person);
	}

	#write(editor: Editor): void {
		const dice = this.#chance.below(10);
		if (dice === 0) editor.undo();
		else if (dice === 1 && this.#round.moves)
			editor.move(this.#chance.below(20), this.#chance.below(20));
		else editor.write(this.#someEdits(), this.#letters);
	}

	/** Somebody begins a thread about words that they see, as they see them. */
	#talk({ writer }: Editor): void {
		const fault = this.#threads.begin(this.#chance, writer.doc, this.#desk.doc);
		if (fault) this.#fault(`thread: ${fault}`);
	}

	#someEdits(): Edit[] {
		return Array.from({ length: 1 + this.#chance.below(EDITS_IN_ONE_GO) }, () => this.#anEdit());
	}

	#anEdit(): Edit {
		return {
			kind: this.#chance.of(EDIT_KINDS),
			at: this.#chance.below(10_000) / 10_000,
			size: 1 + this.#chance.below(12)
		};
	}

	#arrive(editor: Editor): void {
		for (const update of editor.send()) this.#desk.receive(update);
		// Once per tick, not per edit.
		if (this.#chance.below(2) === 0) this.#desk.readOut();
		this.#noteBase();
	}

	#suggest(suggester: Suggester): void {
		this.#played.suggestions += 1;
		const dice = this.#chance.below(10);
		if (dice === 0) suggester.undo();
		else if (dice > 6) suggester.typeOn(this.#letters);
		else if (dice === 1 && this.#round.moves)
			suggester.move(this.#chance.below(20), this.#chance.below(20));
		else suggester.edit(this.#anEdit(), this.#letters);
	}

	/** Who does not know what became of what they sent asks first. */
	#send(suggester: Suggester): void {
		if (suggester.pushing.isStale) this.#ask(suggester);
		suggester.send();
	}

	#deliver(suggester: Suggester): void {
		// Mostly what is sent arrives at once.
		if (this.#chance.below(4) > 0) this.#send(suggester);
		this.#played.pushes += 1;
		const luck = this.#chance.of([
			'both',
			'both',
			'both',
			'both',
			'both',
			'arrives',
			'late',
			'lost'
		] as const);
		this.#alone(() => suggester.deliver(this.#desk, luck));
		// Who waits for an answer goes on typing.
		if (luck !== 'both') suggester.typeOn(this.#letters);
	}

	#ask(suggester: Suggester): void {
		this.#alone(() => suggester.ask(this.#desk));
	}

	/** Whatever somebody does who only suggests, the text stays what it is, to the byte. */
	#alone(act: () => void): void {
		const before = Y.encodeStateAsUpdate(this.#desk.doc);
		act();
		const after = Y.encodeStateAsUpdate(this.#desk.doc);
		if (Buffer.compare(before, after) !== 0) this.#fault('who suggests changed the text');
	}

	/** Who decides sees what there is now; it is a while before they do. */
	#look(): void {
		this.#desk.readOut();
		for (const { person } of this.#suggesters) this.#seen.set(person, this.#desk.hunksOf(person));
	}

	#decide(person: number): void {
		// Half of them have just looked.
		if (this.#chance.below(2) === 0) this.#look();
		const seen = this.#seen.get(person) ?? [];
		const verdict = this.#chance.of(['accepted', 'rejected'] as const);
		const at = this.#chance.below(Math.max(1, seen.length));
		const one = seen[at];
		const all = this.#chance.below(8) === 0;
		if (!all && !one) return;
		const keys = all || !one ? undefined : [one.key];
		this.#desk.readOut();
		this.#noteBase();
		const decision: Decision = { verdict, person, ...(keys && { keys, indexes: [at] }) };
		const outcome = this.#desk.decide(decision);
		if (!outcome) return void (this.#played.refused += 1);
		this.#played[verdict] += 1;
		const meant = new Map(seen.map((hunk) => [hunk.key, hunk]));
		this.#fault(...faultsOfDecision(this.#desk, decision, outcome, meant));
		if (verdict === 'rejected') {
			const rejected = this.#known.rejected.get(person) ?? new Set();
			this.#known.rejected.set(person, rejected);
			for (const { after } of outcome.hunks) for (const letter of after) rejected.add(letter);
		}
		this.#noteBase();
	}

	#noteBase(): void {
		this.#fault(...this.#threads.read(this.#desk.doc).map((fault) => `thread: ${fault}`));
		for (const [letter, count] of counts(this.#desk.base)) {
			this.#known.everInBase.add(letter);
			if (count === 1) continue;
			this.#played.restless = true;
			this.#desk.unsure.add(letter);
		}
	}

	/** Everybody is there again, and all arrives. */
	#settle(): void {
		// Twice: what Yjs tidies up in the text of one editor is told to the others.
		for (const editor of [...this.#editors, ...this.#editors]) {
			this.#arrive(editor);
			for (const each of this.#editors) each.hear();
		}
		this.#desk.readOut();
		this.#noteBase();
		for (const suggester of this.#suggesters) suggester.settle(this.#desk);
	}

	#judge(): void {
		const state = Y.encodeStateVector(this.#desk.doc);
		for (const { writer } of this.#editors) {
			const same = Buffer.compare(Y.encodeStateVector(writer.doc), state) === 0;
			if (!same || !isSame(writer.text, this.#desk.base)) this.#fault('an editor has another text');
		}
		for (const suggester of this.#suggesters) {
			const { pushing, person } = suggester;
			const suggested = this.#desk.suggestedBy(person);
			if (!pushing.isSaved) this.#fault(`${person} does not get it saved`);
			if (!isSame(pushing.mine, suggested)) this.#fault(`${person} sees something else`);
			if (!isSame(pushing.base, this.#desk.base)) this.#fault(`${person} sees another text`);
			try {
				suggested.check();
			} catch (error) {
				this.#fault(`what ${person} suggests is not valid: ${String(error)}`);
			}
			this.#fault(...faultsOfParts(this.#desk.base, suggested, this.#chance.below(100)));
			for (const letter of counts(suggested).keys()) {
				this.#played.letters += 1;
				if (isUnsure(this.#desk, suggester, letter)) this.#played.unsure += 1;
			}
			const faults = faultsOfLetters(this.#desk, suggester, this.#known, this.#played.restless);
			this.#fault(...faults.map((fault) => `${person}: ${fault}`));
		}
	}

	/** All is rejected or accepted, person by person. */
	#end(): void {
		for (const { person } of this.#suggesters) {
			const [base, suggested] = [this.#desk.base, this.#desk.suggestedBy(person)];
			const verdict = this.#chance.of(['accepted', 'rejected'] as const);
			this.#desk.decide({ verdict, person });
			const wanted = verdict === 'accepted' ? suggested : base;
			if (!isSame(this.#desk.base, wanted)) this.#fault(`all ${verdict} gives another text`);
			if (this.#desk.hunksOf(person).length > 0) this.#fault(`all ${verdict} leaves something`);
		}
	}
}
