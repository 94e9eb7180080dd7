/** Somebody who has the text open, with all the pages in which they have it. */
export type PersonHere = {
	id: string;
	name: string;
	/** Function and organisation, when the server tells. */
	detail?: string;
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
export function readUser(user: unknown): { id: string; name: string; detail?: string } | null {
	if (typeof user !== 'object' || user === null) return null;
	const { id, name, detail } = user as Record<string, unknown>;
	if (typeof id !== 'string' || typeof name !== 'string' || !name) return null;
	return typeof detail === 'string' && detail ? { id, name, detail } : { id, name };
}
