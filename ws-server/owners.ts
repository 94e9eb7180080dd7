import { BadFrame } from './protocol.ts';
import type { StructShape } from './shape.ts';

type Text = {
	/** The first clock of this client that is not in the text yet. */
	clockOf(client: number): number;
	/** Who is present under this client id, and perhaps has not written yet. */
	presentAs(client: number): string | undefined;
};

/**
 * Whose each client id in one text is: a client numbers its edits, so an edit in somebody else's name
 * makes their next one, with the same number, vanish without a trace.
 */
export class Owners {
	readonly #owners: Map<number, string>;
	readonly #text: Text;

	constructor(owners: Map<number, string>, text: Text) {
		this.#owners = owners;
		this.#text = text;
	}

	/** The client ids that become this person's with these structs; throws `BadFrame` when one can't. */
	claim(person: string, structs: readonly StructShape[]): number[] {
		const claimed = this.#claim(person, structs);
		if (!claimed) throw new BadFrame('an edit under the client id of somebody else', 'identity');
		return [...claimed];
	}

	mayClaim(person: string, structs: readonly StructShape[]): boolean {
		return this.#claim(person, structs) !== null;
	}

	/** What is stored: who was bound to one here and not there yet stays so. */
	learn(owners: ReadonlyMap<number, string>): void {
		for (const [client, person] of owners) this.#owners.set(client, person);
	}

	bind(person: string, clients: readonly number[]): void {
		for (const client of clients) this.#owners.set(client, person);
	}

	/** Null when one of them is of somebody else. */
	#claim(person: string, structs: readonly StructShape[]): Set<number> | null {
		const claimed = new Set<number>();
		for (const { client, to } of structs) {
			// What is in the text already says nothing new.
			if (claimed.has(client) || to <= this.#text.clockOf(client)) continue;
			const owner = this.#owners.get(client);
			if (owner === person) continue;
			if (owner !== undefined || !this.#isFree(client, person)) return null;
			claimed.add(client);
		}
		return claimed;
	}

	// What is in the text and nobody's was written by the server.
	#isFree(client: number, person: string): boolean {
		if (this.#text.clockOf(client) > 0) return false;
		const present = this.#text.presentAs(client);
		return present === undefined || present === person;
	}
}
