import type { Context } from '#server/context.ts';
import { whoAsks, type Asker } from '#server/credentials.ts';
import { admissionFacts, type AdmissionFacts, type PartToAdmit } from '#server/parts.ts';
import { admit, type Entry, type Verdict } from './admission.ts';
import { Recent } from './recent.ts';
import { Turns } from './turns.ts';

/** A decision rests on facts of no longer ago; when access changes they are forgotten at once. */
const FACTS_FOR_MS = 1_000;
/** Each takes a connection to the database; rooms that open need some too. */
const MOST_LOOKUPS = 6;

/**
 * Decides who may be inside. When a whole room comes back at once, or everybody's lease ends, each person
 * and each part is looked up once, and no more of them at a time than the database has hands for.
 */
export class Doorkeeper {
	readonly #context: Context;
	readonly #facts: AdmissionFacts;
	readonly #askers = new Recent<Asker | null>(FACTS_FOR_MS);
	readonly #parts = new Recent<PartToAdmit | undefined>(FACTS_FOR_MS);
	readonly #organisations = new Recent<string | undefined>(FACTS_FOR_MS);
	readonly #lookups = new Turns(MOST_LOOKUPS);

	constructor(context: Context) {
		this.#context = context;
		this.#facts = admissionFacts(context);
	}

	decide(entry: Entry): Promise<Verdict> {
		return admit(entry, {
			whoAsks: (credentials) =>
				this.#askers.get(JSON.stringify(credentials), () =>
					this.#lookups.take(() => whoAsks(this.#context, credentials))
				),
			part: (id) => this.#parts.get(id, () => this.#lookups.take(() => this.#facts.part(id))),
			organisationName: (id) =>
				this.#organisations.get(id, () =>
					this.#lookups.take(() => this.#facts.organisationName(id))
				)
		});
	}

	/** What was looked up before may not hold any more. */
	accessChanged(): void {
		this.#askers.forget();
		this.#parts.forget();
	}
}
