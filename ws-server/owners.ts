import type { Extent } from './edit.ts';
import type { StructShape } from './shape.ts';
import type { Claim, Visitors } from './visitors.ts';

const NONE: readonly number[] = [];

/**
 * Whose each client id in one text is: a client numbers its edits, so an edit in somebody else's name
 * makes their next one, with the same number, vanish without a trace.
 */
export class Owners {
	readonly #owners: Map<number, string>;
	readonly #text: Pick<Extent, 'clockOf'>;
	readonly #visitors: Visitors;

	constructor(owners: Map<number, string>, text: Pick<Extent, 'clockOf'>, visitors: Visitors) {
		this.#owners = owners;
		this.#text = text;
		this.#visitors = visitors;
	}

	/**
	 * The client ids that become this person's with these structs, of which those of one client lie together;
	 * null when one of them is somebody else's.
	 */
	claim(person: string, structs: readonly StructShape[]): readonly number[] | null {
		let claimed: number[] | undefined;
		for (const { client, to } of structs) {
			// What is in the text already says nothing new.
			if (to <= this.#text.clockOf(client)) continue;
			const owner = this.#owners.get(client);
			if (owner === person || claimed?.at(-1) === client) continue;
			if (owner !== undefined || !this.#isFree(client, person)) return null;
			(claimed ??= []).push(client);
		}
		return claimed ?? NONE;
	}

	/** What is stored: who was bound to one here and not there yet stays so. */
	learn(owners: ReadonlyMap<number, string>): void {
		for (const [client, person] of owners) this.#owners.set(client, person);
	}

	/** They wrote under these. What they wrote may not get stored, and they send it again: it stays claimed. */
	bind(person: string, clients: readonly number[]): void {
		for (const client of clients) {
			this.#owners.set(client, person);
			this.#visitors.claim({ client, person, mayWrite: true });
		}
	}

	/** Whether this person can be present under this client id: nobody else is, was, or wrote under it. */
	mayBePresent({ client, person }: Claim): boolean {
		const owner = this.#owners.get(client) ?? this.#visitors.claimOf(client)?.person;
		return owner === undefined ? this.#text.clockOf(client) === 0 : owner === person;
	}

	/** Somebody is present under this client id, here or elsewhere: they may have words that are not sent yet. */
	present(claim: Claim): void {
		const before = this.#visitors.claimOf(claim.client);
		if (!this.mayBePresent(claim) || before?.mayWrite === true) return;
		if (before?.mayWrite !== claim.mayWrite) this.#visitors.claim(claim);
	}

	/** Whose edits may come that are not stored, under which client ids. */
	get expected(): Claim[] {
		return [...this.#visitors.claims].filter(({ client }) => !this.#owners.has(client));
	}

	// What is in the text and nobody's was written by the server. Who only reads keeps nobody from writing.
	#isFree(client: number, person: string): boolean {
		if (this.#text.clockOf(client) > 0) return false;
		const claim = this.#visitors.claimOf(client);
		return claim === undefined || claim.person === person || !claim.mayWrite;
	}
}
