import fc from 'fast-check';
import * as Y from 'yjs';
import { openChance } from '#tests/live/chance.ts';
import { ElementIndex } from '#ws/element-index.ts';
import { BadFrame } from '#ws/protocol.ts';
import type { Shape } from '#ws/shape.ts';
import { readUpdate } from '#ws/validation/read-update.ts';
import { FRAME_RULES, type Rules } from '#ws/validation/rules.ts';
import { anyFrame, type Known, type Sketch } from './grammar.ts';
import { honestUpdates, type Honest } from './honest.ts';
import { PARTED, wrongReading, wrongText } from './judge.ts';
import { mutate } from './mutate.ts';

export type SiegeOptions = {
	frames: number;
	seed: number;
	/** What the reader asks; all of it unless a test leaves something out. */
	rules?: Rules;
	/** Whether it is asked where everything stands; a test leaves it out. */
	asksPlaces?: boolean;
	/** Whether the first thing that goes wrong is enough. */
	endsAtFault?: boolean;
	/** Hears after each frame how many there were, and what went wrong with it for the first time. */
	tell?: (frames: number, fault?: string) => void;
};

export type Siege = {
	frames: number;
	accepted: number;
	/** What goes wrong with accepted frames, and how often. */
	faults: Map<string, number>;
	/** Accepted frames that make another text of who loads it than of who was there: only a whole document can tell. */
	parted: number;
	refused: Map<string, number>;
	/** The longest that one frame took to read. */
	slowestMs: number;
};

/** Texts to attack, with an honest edit of each: as many as fit in memory. */
const TARGETS = 300;
/** By grammar come so many from one drawing. */
const SKETCHES = 500;

/** Frames that somebody could send, half of them honest ones that were changed, half by grammar. */
export function besiege(options: SiegeOptions): Siege {
	const { frames, seed, rules = FRAME_RULES, asksPlaces = true, endsAtFault, tell } = options;
	const siege = openSiege();
	const chance = openChance(seed);
	const targets = aims(seed);
	let sketches: Sketch[] = [];
	for (let nth = 0; nth < frames; nth++) {
		const target = chance.of(targets);
		if (sketches.length === 0) sketches = draw(seed + nth);
		const frame =
			nth % 2 === 0
				? mutate(target.update, chance.of(targets).update, chance)
				: sketches.pop()!(target.known);
		const before = siege.faults.size;
		attack(siege, target, frame, rules, asksPlaces);
		if (endsAtFault && siege.faults.size > 0) break;
		tell?.(nth + 1, [...siege.faults.keys()][before]);
	}
	return siege;
}

function openSiege(): Siege {
	const [faults, refused] = [new Map<string, number>(), new Map<string, number>()];
	return { frames: 0, accepted: 0, faults, parted: 0, refused, slowestMs: 0 };
}

function draw(seed: number): Sketch[] {
	return fc.sample(anyFrame, { numRuns: SKETCHES, seed });
}

type Target = { before: Uint8Array; shape: Shape; update: Uint8Array; known: Known };

function aims(seed: number): Target[] {
	const targets: Target[] = [];
	for (const honest of honestUpdates(seed, 12)) {
		if (targets.push(aim(honest)) === TARGETS) break;
	}
	return targets;
}

function aim({ before, update }: Honest): Target {
	const state = before();
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	const known = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
	return { before: state, shape: readUpdate(state, FRAME_RULES), update, known };
}

function attack(
	siege: Siege,
	target: Target,
	frame: Uint8Array,
	rules: Rules,
	asksPlaces: boolean
): void {
	siege.frames++;
	const began = performance.now();
	const shape = accepted(siege, () => readUpdate(frame, rules));
	siege.slowestMs = Math.max(siege.slowestMs, performance.now() - began);
	if (!shape) return;
	const misread = wrongReading(frame, shape);
	if (misread) return count(siege.faults, misread);
	if (asksPlaces) {
		const index = new ElementIndex();
		index.load(target.shape);
		if (!accepted(siege, () => (index.take(shape), true))) return;
	}
	siege.accepted++;
	const fault = wrongText(target.before, frame);
	if (fault === PARTED) siege.parted++;
	else if (fault) count(siege.faults, fault);
}

function accepted<T>(siege: Siege, work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		if (error instanceof BadFrame) count(siege.refused, error.reason);
		else count(siege.faults, 'something else than BadFrame');
		return null;
	}
}

function count(counts: Map<string, number>, what: string): void {
	counts.set(what, (counts.get(what) ?? 0) + 1);
}

export type Welcome = { updates: number; refused: Map<string, number>; brokenUndos: number };

/** Edits of our own editor, every one of which must come in. */
export function welcome(updates: number, seed: number, tell?: (updates: number) => void): Welcome {
	const refused = new Map<string, number>();
	let index = new ElementIndex();
	let session = -1;
	let read = 0;
	let brokenUndos = 0;
	for (const honest of honestUpdates(seed, 200)) {
		if (honest.session !== session) index = new ElementIndex();
		session = honest.session;
		try {
			const shape = readUpdate(honest.update, FRAME_RULES);
			if (honest.isNext) index.take(shape);
		} catch (error) {
			count(
				refused,
				error instanceof BadFrame ? `${error.reason}: ${error.message}` : String(error)
			);
		}
		if (honest.brokeUndo) brokenUndos++;
		read++;
		tell?.(read);
		if (read >= updates) break;
	}
	return { updates, refused, brokenUndos };
}
