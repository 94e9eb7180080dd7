import { Allowance } from './allowance.ts';
import type { Accept } from './compact-log.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import { Bundle } from './bundle.ts';
import { Compaction } from './compaction.ts';
import type { Edit, Extent } from './edit.ts';
import { ElementIndex } from './element-index.ts';
import { Frontier, reaches } from './frontier.ts';
import { LIMITS } from './limits.ts';
import type { LiveText } from './live-text.ts';
import type { SoundText } from './load-text.ts';
import { BadFrame } from './protocol.ts';
import { readStoredShape, type Range, type Shape } from './shape.ts';
import { within } from './within.ts';

/** So long it may take to read what is stored: people wait for it. */
export const READ_WITHIN_MS = 10_000;

/** The state vector of who has nothing. */
const NOTHING = Uint8Array.of(0);

export type RoomTextOptions = {
	/** Makes one snapshot of all that is stored; null when that is one already. See `compactLog`. */
	compact(accept: Accept): Promise<LiveText | null>;
	load(): Promise<SoundText>;
	/** Whose the client ids are that came with what was stored elsewhere. */
	learned(owners: ReadonlyMap<number, string>): void;
	/** There is something new for everybody but `except`; `before` is the state vector that it was made on. */
	tell(update: Uint8Array, before: () => Uint8Array, except: unknown): void;
	/** Something that is not in this room changed the text. */
	changedElsewhere(): void;
	report(what: string, error: unknown): void;
	/** What is here can't be gone on with. */
	broken(code: CloseCode): void;
};

/** The text of a room, and how it stays the same as what is stored. */
export class RoomText implements Extent {
	readonly #options: RoomTextOptions;
	readonly frontier: Frontier;
	#text: LiveText;
	/** Made when somebody writes for the first time: many only read. */
	#index: ElementIndex | null = null;
	/** What was left out of it when it was opened. */
	readonly #unsound: ReadonlySet<bigint>;
	readonly #compaction: Compaction;
	/** What became durable while somebody reads the log: it may not be in what they read. */
	readonly #readings = new Set<Edit[]>();
	/** Milliseconds that may be spent on what somebody lacks. */
	readonly #cutting = new Allowance(LIMITS.differencesOfPart);
	#catchingUp: Promise<void> | null = null;
	#isBehind = false;
	#isClosed = false;

	constructor({ text, unsound, logBytes }: SoundText, options: RoomTextOptions) {
		this.#options = options;
		this.#text = text;
		this.#unsound = new Set(unsound);
		// Not of the text itself: it is replaced now and then.
		this.frontier = new Frontier(this);
		this.#compaction = new Compaction(
			() => this.#compact(),
			(error) => options.report('a compaction failed', error)
		);
		this.#compaction.grew(logBytes);
		if (unsound.length > 0) void this.#compaction.run();
	}

	get vector(): Uint8Array {
		return this.#text.vector;
	}

	get logBytes(): number {
		return this.#compaction.logBytes;
	}

	clockOf(client: number): number {
		return this.#text.clockOf(client);
	}

	lacking(range: Range): Range[] {
		return this.#text.lacking(range);
	}

	/** See `LiveText.differenceSince`. When many ask for much, they get more than they lack. */
	differenceSince(vector: Uint8Array): readonly Uint8Array[] {
		const mayCut = this.#cutting.wait === 0;
		const began = performance.now();
		const updates = this.#text.differenceSince(vector, mayCut);
		this.#cutting.take(performance.now() - began);
		return updates;
	}

	/**
	 * Counts on an edit that waits for its commit from now on. Throws `BadFrame`, and nothing changed, when
	 * something in it would stand where no editor of ours puts it. `sent` is all of what it is a part of: what
	 * was cut out of that was read as what is stored, of which nobody asks which values it has. Gives how many
	 * steps it takes to find where it goes; more than `steps` are refused.
	 */
	expect(shape: Shape, sent: Shape, steps: number = LIMITS.effort.steps): number {
		if (shape.deletes.length > LIMITS.newDeletes) throw new BadFrame('too many deletes', 'budget');
		this.#index ??= indexOf(this.#text);
		const taken = this.#index.take(sent, shape.deletes, { ...LIMITS.effort, steps });
		this.frontier.advance(shape);
		return taken;
	}

	/** Takes in what was accepted here and is durable now, and tells what of it is new. */
	take(edits: readonly Edit[], except?: unknown): void {
		this.#tell(
			edits.flatMap((edit) => this.#text.take(edit) ?? []),
			except
		);
	}

	/** Takes in what was stored elsewhere, up to the first that does not follow what is here: then it is false. */
	takeOver(edits: readonly Edit[]): boolean {
		const added: Edit[] = [];
		const isWhole = edits.every((edit) => {
			if (!reaches(edit.shape, this.#text)) return false;
			const taken = this.#text.take(edit);
			if (taken) added.push(taken);
			if (taken) this.#index?.load(taken.shape);
			return true;
		});
		this.#tell(added);
		return isWhole;
	}

	/** Makes a snapshot of the log if that is due. */
	compactIfDue(): void {
		this.#compaction.runIfDue();
	}

	/** Makes a snapshot of the log, if there is one. */
	async compact(): Promise<void> {
		if (this.#compaction.hasLog) await this.#compaction.run();
	}

	/** Takes in what something else appended to the log. Asked while it does, it does so once more. */
	async catchUp(): Promise<void> {
		this.#isBehind = true;
		this.#catchingUp ??= this.#catchUp();
		await this.#catchingUp;
	}

	close(): void {
		this.#isClosed = true;
		this.#compaction.stop();
	}

	/** In one frame. */
	#tell(added: readonly Edit[], except?: unknown): void {
		const [first] = added;
		if (!first) return;
		this.#compaction.grew(sizeOf(added));
		for (const reading of this.#readings) reading.push(...added);
		const update = added.length === 1 ? first.update : bundled(added);
		this.#options.tell(update, () => this.#text.vectorBefore(added), except);
	}

	async #catchUp(): Promise<void> {
		try {
			while (this.#isBehind && !this.#isClosed) {
				this.#isBehind = false;
				await this.#reading(async (since) => {
					const loaded = await within(READ_WITHIN_MS, this.#options.load());
					const { text, owners, logBytes } = loaded;
					this.#options.learned(owners);
					this.#replace(including(text, since), logBytes + sizeOf(since));
				});
			}
		} catch (error) {
			this.#options.report('a room could not catch up', error);
			this.#options.broken(CLOSE.comeBack);
		} finally {
			// In the same turn as the last look: who asks after it must not wait for this one.
			this.#catchingUp = null;
		}
	}

	async #compact(): Promise<void> {
		let isRebuilt = false;
		const next = await this.#reading(async (since) => {
			const text = await this.#options.compact((next, unsound) => {
				if (this.#isClosed) throw new Error('the room is closed');
				// Left out of what everybody here has: they can't go on with what they have.
				isRebuilt = unsound.some((id) => !this.#unsound.has(id));
				if (!isRebuilt && !including(next, since).holds(this.#text)) {
					throw new Error('the stored text is not the live text');
				}
			});
			if (text && isRebuilt) this.#options.broken(CLOSE.rebuilt);
			else if (text) this.#replace(including(text, since), sizeOf(since));
			return text;
		});
		// Somebody else made the snapshot.
		if (!next) await this.catchUp();
	}

	/** Reads the log, and gives `read` what becomes durable meanwhile. */
	async #reading<T>(read: (since: readonly Edit[]) => Promise<T>): Promise<T> {
		const since: Edit[] = [];
		this.#readings.add(since);
		try {
			return await read(since);
		} finally {
			this.#readings.delete(since);
		}
	}

	/** Goes on with the text as it was read from the log, and tells what of it nobody here had. */
	#replace(next: LiveText, logBytes: number): void {
		if (this.#isClosed) return;
		const { vector } = this.#text;
		if (!next.holds(this.#text)) throw new Error('the stored text is not the live text');
		const isNew = !this.#text.holds(next);
		this.#text = next;
		this.#compaction.reset(logBytes);
		if (!isNew) return;
		for (const update of next.differenceSince(vector)) {
			this.#index?.load(readStoredShape(update));
			this.#options.tell(update, () => vector, undefined);
		}
		this.#options.changedElsewhere();
	}
}

function indexOf(text: LiveText): ElementIndex {
	const index = new ElementIndex();
	for (const update of text.differenceSince(NOTHING)) index.load(readStoredShape(update));
	return index;
}

function including(text: LiveText, edits: readonly Edit[]): LiveText {
	for (const edit of edits) text.take(edit);
	return text;
}

function bundled(edits: readonly Edit[]): Uint8Array {
	const bundle = new Bundle();
	for (const { update, shape } of edits) bundle.add(update, shape);
	return bundle.encode();
}

function sizeOf(edits: readonly Edit[]): number {
	return edits.reduce((size, { update }) => size + update.length, 0);
}
