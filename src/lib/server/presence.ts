/** Somebody who has a part open, as other people may see them. */
export type Present = { person: string; name: string; writing: boolean };

/** Who has which part open now. The live door writes it; pages read it for documents they may show. */
export interface Presence {
	set(part: string, people: Present[]): void;
	in(part: string): Present[];
	close(): void;
}

export function openLocalPresence(): Presence {
	const rooms = new Map<string, Present[]>();
	return {
		set(part, people) {
			if (people.length === 0) rooms.delete(part);
			else rooms.set(part, people);
		},
		in: (part) => rooms.get(part) ?? [],
		close() {}
	};
}
