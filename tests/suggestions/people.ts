import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { documentOf, mergeDocuments } from '#domain/content/merge/merge.ts';
import { Pushing, type Push } from '#domain/content/suggestions/pushing.ts';
import { contentSchema, TEXT_FRAGMENT } from '#domain/content/schema.ts';
import { edited, type Edit, type Letters } from '#tests/domain/edits.ts';
import { Writer } from '#tests/domain/writer.ts';
import { crossed } from './crossed.ts';
import type { Desk } from './desk.ts';

/** Somebody who writes in the text, with what did not reach them yet. */
export class Editor {
	readonly writer: Writer;
	readonly waiting: Uint8Array[] = [];
	readonly #undo: Y.UndoManager;
	#sent = 0;

	constructor(start: Uint8Array, client: number) {
		this.writer = new Writer(start);
		const { doc } = this.writer;
		doc.clientID = client;
		// Each edit can be taken back by itself: a round is over sooner than people pause.
		const trackedOrigins = new Set([ySyncPluginKey]);
		this.#undo = new Y.UndoManager(doc.getXmlFragment(TEXT_FRAGMENT), {
			trackedOrigins,
			captureTimeout: 0
		});
	}

	write(edits: readonly Edit[], letters: Letters): void {
		this.writer.write(edits, letters);
	}

	/** Takes their last edit back, whatever happened since. */
	undo(): void {
		this.#undo.undo();
	}

	/** Moves a block of the text to another place. */
	move(from: number, to: number): void {
		this.writer.become((text) => moved(text, from, to));
	}

	hear(most = Infinity): void {
		this.writer.receive(...this.waiting.splice(0, most));
	}

	/** What they wrote and did not send yet. */
	send(): Uint8Array[] {
		const unsent = this.writer.updates.slice(this.#sent);
		this.#sent = this.writer.updates.length;
		return unsent;
	}
}

/** What they sent, and whether it arrives, and whether the answer does. */
type OnTheWay = { push: Push; answer: number | null | 'lost' | 'waiting' };

/** Somebody who suggests, in the way of the screens: one push at a time, and asking when it is not known what became of it. */
export class Suggester {
	readonly person: number;
	readonly pushing: Pushing;
	readonly letters = {
		typed: new Set<string>(),
		deleted: new Set<string>(),
		back: new Set<string>(),
		/** What changed places in what they see. */
		unsure: new Set<string>()
	};
	#underWay: OnTheWay | null = null;
	/** Requests of which nobody waits for the answer any more, and that may still arrive. */
	readonly #late: OnTheWay[] = [];
	#undo: { before: Node; after: Node }[] = [];

	constructor(person: number, desk: Desk, newId: () => string) {
		this.person = person;
		this.pushing = new Pushing(desk.open(person), newId);
	}

	edit(edit: Edit, letters: Letters): void {
		this.#become(edited(this.pushing.mine, edit, letters));
	}

	/** Goes on in the middle of what they typed last. */
	typeOn(letters: Letters): void {
		const last = [...this.letters.typed].at(-1);
		const { mine } = this.pushing;
		let at: number | null = null;
		mine.descendants((node, position) => {
			const nth = last === undefined ? -1 : (node.text ?? '').indexOf(last);
			if (nth >= 0) at = position + nth;
		});
		if (at === null) return;
		this.#become(new Transform(mine).insert(at, contentSchema.text(letters.word(2))).doc);
	}

	/** Moves a block of the text to another place. */
	move(from: number, to: number): void {
		this.#become(moved(this.pushing.mine, from, to));
	}

	/**
	 * Takes their last edit back, whatever happened since. What others wrote where they deleted words may then stand on the
	 * other side of these; and words that came back meanwhile, since somebody rejected that they go, stand there twice.
	 */
	undo(): void {
		const last = this.#undo.pop();
		if (!last) return;
		const { mine } = this.pushing;
		this.#note(mine, mergeDocuments(last.after, last.before, mine), true);
	}

	#become(after: Node): void {
		const before = this.pushing.mine;
		if (after.eq(before)) return;
		this.#undo.push({ before, after });
		this.#note(before, after, false);
	}

	#note(before: Node, after: Node, isUndo: boolean): void {
		const [old, now] = [counts(before), counts(after)];
		for (const letter of old.keys()) if (!now.has(letter)) this.letters.deleted.add(letter);
		for (const [letter, count] of now) {
			if (count <= (old.get(letter) ?? 0)) continue;
			if (isUndo) this.letters.back.add(letter);
			else this.letters.typed.add(letter);
		}
		this.pushing.edited(after);
		this.#noteCrossed(before);
	}

	send(): void {
		const push = this.pushing.next();
		if (push) this.#underWay = { push, answer: 'waiting' };
	}

	/** What is on its way reaches the server, and its answer them; or one of these is lost. */
	deliver(desk: Desk, luck: 'both' | 'arrives' | 'late' | 'lost'): void {
		const sent = this.#underWay;
		if (!sent) return;
		this.#underWay = null;
		if (luck === 'late') this.#late.push(sent);
		const version =
			luck === 'both' || luck === 'arrives' ? desk.push(this.person, sent.push) : null;
		if (luck === 'both' && version !== null) this.pushing.taken(sent.push.push, version);
		else this.pushing.unknown(sent.push.push);
	}

	/** A request that was given up arrives after all. */
	arriveLate(desk: Desk): void {
		const sent = this.#late.shift();
		if (sent) desk.push(this.person, sent.push);
	}

	/** They hear that something changed, or come back. */
	ask(desk: Desk): void {
		const before = this.pushing.mine;
		this.pushing.opened(desk.open(this.person));
		this.#noteCrossed(before);
	}

	/** In what they see: since then, and as it stands beside the text. */
	#noteCrossed(before: Node): void {
		const { mine, base } = this.pushing;
		for (const letter of [...crossed(before, mine), ...crossed(base, mine)])
			this.letters.unsure.add(letter);
	}

	/** Until the server has all of it. */
	settle(desk: Desk): void {
		for (let tries = 0; tries < 5; tries += 1) {
			while (this.#late.length > 0) this.arriveLate(desk);
			if (this.#underWay) this.deliver(desk, 'both');
			this.ask(desk);
			if (this.pushing.isSaved) return;
			this.send();
		}
	}
}

function moved(doc: Node, from: number, to: number): Node {
	const blocks = [...doc.children];
	const [block] = blocks.splice(from % blocks.length, 1);
	if (block) blocks.splice(to % (blocks.length + 1), 0, block);
	return documentOf(blocks);
}

export function lettersIn(doc: Node): Set<string> {
	return new Set(doc.textContent.replace(/\s/g, ''));
}

/** How often each letter stands in a text. */
export function counts(doc: Node): Map<string, number> {
	const found = new Map<string, number>();
	for (const letter of doc.textContent.replace(/\s/g, ''))
		found.set(letter, (found.get(letter) ?? 0) + 1);
	return found;
}
