import type { Context } from '#server/context.ts';
import { whoAskEach, type Asker, type Credentials } from '#server/credentials.ts';
import type { PartFacts } from '#domain/facts.ts';
import { organisationNames, partsToAdmit } from '#server/parts.ts';
import { admit, type Entry, type Verdict } from './admission.ts';
import { Gathering } from './gathering.ts';
import { Recent } from './recent.ts';

/** A decision rests on facts of no longer ago; when access changes they are forgotten at once. */
const FACTS_FOR_MS = 1_000;

/**
 * Decides who may be inside. When many come back at once, or everybody's lease ends, each person and each
 * part is looked up once, and all of them together: a thousand take a few dozen queries.
 */
export class Doorkeeper {
	readonly #askers = new Recent<Asker | null>(FACTS_FOR_MS);
	readonly #parts = new Recent<PartFacts | undefined>(FACTS_FOR_MS);
	readonly #organisations = new Recent<string | undefined>(FACTS_FOR_MS);
	readonly #whoAsks: Gathering<Credentials, Asker | null>;
	readonly #part: Gathering<string, PartFacts | undefined>;
	readonly #organisation: Gathering<string, string | undefined>;

	constructor(context: Context) {
		this.#whoAsks = new Gathering((all) => whoAskEach(context, all));
		this.#part = byId((ids) => partsToAdmit(context, ids));
		this.#organisation = byId((ids) => organisationNames(context, ids));
	}

	decide(entry: Entry): Promise<Verdict> {
		return admit(entry, {
			whoAsks: (credentials) =>
				this.#askers.get(JSON.stringify(credentials), () => this.#whoAsks.ask(credentials)),
			part: (id) => this.#parts.get(id, () => this.#part.ask(id)),
			organisationName: (id) => this.#organisations.get(id, () => this.#organisation.ask(id))
		});
	}

	/** What was looked up before may not hold any more. */
	accessChanged(): void {
		this.#askers.forget();
		this.#parts.forget();
	}
}

function byId<A>(find: (ids: readonly string[]) => Promise<ReadonlyMap<string, A>>) {
	return new Gathering<string, A | undefined>(async (ids) => {
		const found = await find(ids);
		return ids.map((id) => found.get(id));
	});
}
