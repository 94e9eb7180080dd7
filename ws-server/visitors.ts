import { Allowance } from './allowance.ts';
import { LIMITS } from './limits.ts';

/** A client id that somebody was present under, or sent an edit under. */
export type Claim = { client: number; person: string; mayWrite: boolean };

type Visitor = { clients: Set<number>; newClients: Allowance; looks: Allowance; steps: Allowance };

/**
 * What is remembered of everybody who came into one part, also when they have left and when its room is
 * closed: they may have words that are not sent yet, and coming in anew gives nobody a new allowance.
 */
export class Visitors {
	readonly #claims = new Map<number, Claim>();
	readonly #visitors = new Map<string, Visitor>();

	claimOf(client: number): Claim | undefined {
		return this.#claims.get(client);
	}

	get claims(): Iterable<Claim> {
		return this.#claims.values();
	}

	/** The id is this person's from now on, unless they come with many others; whoever had it has it no more. */
	claim(claim: Claim): void {
		const { client, person } = claim;
		const before = this.#claims.get(client);
		if (before) this.#visitors.get(before.person)?.clients.delete(client);
		this.#claims.set(client, claim);
		const { clients } = this.#of(person);
		clients.add(client);
		if (clients.size <= LIMITS.claimsOfPerson) return;
		const [oldest] = clients;
		clients.delete(oldest!);
		this.#claims.delete(oldest!);
	}

	/** Whether more client ids may become this person's for ever. */
	mayAdd(person: string): boolean {
		return this.#of(person).newClients.wait === 0;
	}

	/** Counts client ids that became this person's for ever. */
	added(person: string, count: number): void {
		if (count > 0) this.#of(person).newClients.take(count);
	}

	/** Counts that a log is read for this person; gives how many milliseconds that should wait. */
	looks(person: string): number {
		return this.#of(person).looks.take(1);
	}

	/** How many steps an edit of this person may take. */
	stepsOf(person: string): number {
		return this.#of(person).steps.wait > 0 ? 0 : LIMITS.effort.steps;
	}

	/** Counts the steps that an edit of this person took. */
	stepped(person: string, steps: number): void {
		if (steps > 0) this.#of(person).steps.take(steps);
	}

	#of(person: string): Visitor {
		let visitor = this.#visitors.get(person);
		if (!visitor) {
			visitor = {
				clients: new Set(),
				newClients: new Allowance(LIMITS.clientsOfPerson),
				looks: new Allowance(LIMITS.looksOfPerson),
				steps: new Allowance(LIMITS.stepsOfPerson)
			};
			this.#visitors.set(person, visitor);
		}
		return visitor;
	}
}
