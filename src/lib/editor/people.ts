import { FUNCTIONS, type WerkplaatsFunction } from '#domain/functions.ts';
import { HUES, personHue, type Hue } from '#domain/hue.ts';

/** Somebody as the server tells of them. */
type User = {
	id: string;
	name: string;
	/** In which they are told apart from the others here. */
	hue: Hue;
	function: WerkplaatsFunction | null;
	organisation: string | null;
};

/** Somebody who has the text open, with all the pages in which they have it. */
export type PersonHere = User & {
	clients: number[];
	/** Has a caret in the text. */
	inText: boolean;
	self: boolean;
};

/** Who is here by what the server says of them: others first, oneself last. Entries without a name are no people. */
export function peopleHere(
	states: ReadonlyMap<number, Record<string, unknown>>,
	selfId: string
): PersonHere[] {
	const people = new Map<string, PersonHere>();
	for (const [client, state] of states) {
		const user = readUser(state['user']);
		if (!user) continue;
		const known = people.get(user.id) ?? {
			...user,
			clients: [],
			inText: false,
			self: user.id === selfId
		};
		known.clients.push(client);
		known.inText ||= state['cursor'] !== null && state['cursor'] !== undefined;
		people.set(user.id, known);
	}
	return [...people.values()].sort(
		(one, other) =>
			Number(one.self) - Number(other.self) || one.name.localeCompare(other.name, 'nl')
	);
}

/** The person in an awareness state, or null. */
export function readUser(user: unknown): User | null {
	if (typeof user !== 'object' || user === null) return null;
	const { id, name, hue, function: holder, organisation } = user as Record<string, unknown>;
	if (typeof id !== 'string' || typeof name !== 'string' || !name) return null;
	return {
		id,
		name,
		hue: HUES.find((known) => known === hue) ?? personHue(id),
		function: FUNCTIONS.find((known) => known === holder) ?? null,
		organisation: typeof organisation === 'string' ? organisation : null
	};
}
