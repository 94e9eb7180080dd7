import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { readDocument } from '#domain/content/merge/read.ts';
import { writeDocument } from '#domain/content/merge/write.ts';
import { contentSchema } from '#domain/content/schema.ts';
import type { Content } from '#domain/content/schema.ts';
import { decided } from '#domain/content/suggestions/decided.ts';
import { hunksOf, type Hunk } from '#domain/content/suggestions/hunks.ts';
import { pushed } from '#domain/content/suggestions/pushed.ts';
import type { Opened, Push } from '#domain/content/suggestions/pushing.ts';
import { rebased, textChange } from '#domain/content/suggestions/rebased.ts';
import { runsOf, withRuns } from '#domain/content/suggestions/runs.ts';
import type { SuggestedRun, Verdict } from '#domain/suggestions.ts';
import { crossed } from './crossed.ts';

/**
 * Ways to do it wrong, each of which must be caught: merging from an older text, taking the number of a suggestion for its
 * name, not looking at the version of a push, leaving an accepted layer on the text from before, and placing a thread by
 * counting characters.
 */
export const SABOTAGES = ['stale', 'index', 'blind', 'unmoved', 'offsets'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

export type Layer = { version: number; runs: SuggestedRun[]; pushes: string[] };
export type Decision = { verdict: Verdict; person: number; keys?: string[]; indexes?: number[] };
export type Outcome = { hunks: Hunk[]; base: Node; suggested: Node; client: number | null };

/** Ids of Yjs of what was accepted are above those of people. */
const ACCEPTED = 1_000;

/** What the server does with a text and what people suggest in it, without its database: on the same rules. */
export class Desk {
	readonly doc = new Y.Doc();
	readonly layers = new Map<number, Layer>();
	/** Letters of which nobody can tell which are which: they changed places, here or in a suggestion, or Yjs doubled them. */
	readonly unsure = new Set<string>();
	readonly #tell: (update: Uint8Array) => void;
	readonly #sabotage: Sabotage | undefined;
	#accepted = 0;
	#content: Content;
	#before: Content;

	constructor(start: Uint8Array, tell: (update: Uint8Array) => void, sabotage?: Sabotage) {
		Y.applyUpdate(this.doc, start, 'log');
		this.#tell = tell;
		this.#sabotage = sabotage;
		this.#content = readDocument(this.doc).toJSON();
		this.#before = this.#content;
		// What the document itself does when something is applied is told too.
		this.doc.on('update', (update: Uint8Array) => this.#tell(update));
	}

	/** The text as it was read out last. */
	get base(): Node {
		return contentSchema.nodeFromJSON(this.#content);
	}

	receive(update: Uint8Array): void {
		Y.applyUpdate(this.doc, update, 'log');
	}

	/** Reads the text out anew; what people suggest goes along. */
	readOut(isDone: (person: number) => boolean = () => false): void {
		const after: Content = readDocument(this.doc).toJSON();
		const from = this.#sabotage === 'stale' ? this.#before : this.#content;
		const change = textChange(this.#content, after);
		if (!change) return;
		const meant = textChange(from, after) ?? change;
		for (const [person, layer] of this.layers) {
			layer.version += 1;
			if (!isDone(person)) layer.runs = this.#along(meant, layer);
		}
		this.#before = this.#content;
		this.#content = after;
		this.#noteCrossed(contentSchema.nodeFromJSON(this.#before), this.base);
		for (const person of this.layers.keys())
			if (!isDone(person)) this.#noteCrossed(this.base, this.suggestedBy(person));
	}

	#noteCrossed(one: Node, other: Node): void {
		for (const letter of crossed(one, other)) this.unsure.add(letter);
	}

	#along(change: NonNullable<ReturnType<typeof textChange>>, layer: Layer): SuggestedRun[] {
		return layer.runs.length > 0 ? rebased(change, layer.runs).runs : [];
	}

	suggestedBy(person: number): Node {
		return withRuns(this.base, this.layers.get(person)?.runs ?? []);
	}

	open(person: number): Opened {
		this.readOut();
		const layer = this.layers.get(person) ?? { version: 1, runs: [], pushes: [] };
		this.layers.set(person, layer);
		const pushes = [...layer.pushes];
		return { version: layer.version, base: this.base, suggested: this.suggestedBy(person), pushes };
	}

	/** The version that a push makes, or null when it is refused. */
	push(person: number, { push, version, from, to, blocks }: Push): number | null {
		this.readOut();
		const layer = this.layers.get(person);
		if (!layer) return null;
		if (layer.version !== version && this.#sabotage !== 'blind') return null;
		const runs = pushed(this.#content, layer.runs, { from, to, blocks });
		if (!runs) return null;
		const before = this.suggestedBy(person);
		layer.runs = runs;
		this.#noteCrossed(before, this.suggestedBy(person));
		this.#noteCrossed(this.base, this.suggestedBy(person));
		layer.pushes.push(push);
		return (layer.version += 1);
	}

	hunksOf(person: number): Hunk[] {
		return hunksOf(this.base, this.suggestedBy(person));
	}

	/** What was decided on, or null when it is refused. */
	decide({ verdict, person, keys, indexes }: Decision): Outcome | null {
		this.readOut();
		const layer = this.layers.get(person);
		if (!layer) return null;
		const [base, suggested] = [this.base, this.suggestedBy(person)];
		const all = hunksOf(base, suggested);
		const byIndex = this.#sabotage === 'index' && indexes;
		const hunks = byIndex
			? all.filter((_, nth) => indexes.includes(nth))
			: all.filter(({ key }) => !keys || keys.includes(key));
		if (!byIndex && keys && hunks.length < keys.length) return null;
		if (hunks.length === 0) return null;
		const chosen = new Set(hunks.map(({ key }) => key));
		const outcome = { hunks, base, suggested, client: null };
		if (verdict !== 'accepted') {
			const left = decided(base, suggested, ({ key }) => !chosen.has(key));
			layer.runs = runsOf(base, left);
			layer.version += 1;
			return outcome;
		}
		const wanted = decided(base, suggested, ({ key }) => chosen.has(key));
		const client = this.write(wanted);
		this.readOut((one) => one === person);
		if (this.#sabotage !== 'unmoved') layer.runs = runsOf(this.base, suggested);
		layer.version += 1;
		return { ...outcome, client };
	}

	/** Makes the text read so, in one edit under an id of its own; answers that. */
	write(wanted: Node): number {
		const scratch = new Y.Doc();
		// Not by chance: the same seed gives the same round.
		scratch.clientID = ACCEPTED + (this.#accepted += 1);
		Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.doc));
		const said: Uint8Array[] = [];
		scratch.on('update', (update: Uint8Array) => said.push(update));
		writeDocument(scratch, wanted, null);
		const client = scratch.clientID;
		scratch.destroy();
		this.receive(Y.mergeUpdates(said));
		return client;
	}
}
