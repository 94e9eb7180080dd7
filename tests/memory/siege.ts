import { openChance } from '#tests/live/chance.ts';
import type { Strain } from '#tests/town/gauge.ts';
import type { Town } from '#tests/town/town.ts';
import { openBesieger, type Farewells } from './besieger.ts';
import { seat } from './honest-people.ts';

const ROOMS = 2;
const HONEST_PER_ROOM = 3;
const BESIEGERS_PER_ROOM = 12;

export type Siege = {
	frames: number;
	farewells: Farewells;
	/** Edits of the honest people in the same rooms, and what went wrong for them. */
	edits: number;
	wrongs: string[];
	strain: Strain;
};

/** Besieges rooms with so many frames over many connections, while others type there. */
export async function besiege(town: Town, frames: number, seed: number): Promise<Siege> {
	const rooms = await town.addRooms(ROOMS);
	const farewells: Farewells = new Map();
	const { address, port } = town;
	await town.strain();
	let left = frames;
	const sieges = rooms.map(async (part, nth) => {
		const people = await seat(address, part, await town.addWriters(HONEST_PER_ROOM));
		const cookies = await town.addWriters(BESIEGERS_PER_ROOM);
		const { state } = people;
		await Promise.all(
			cookies.map(async (cookie, index) => {
				const chance = openChance(seed + 100 * nth + index);
				const besieger = openBesieger({ port, part, cookie, state }, chance, farewells);
				while (left > 0) {
					const sent = await besieger.attack();
					left -= sent;
				}
			})
		);
		return people.finish(() => town.read(part));
	});
	const ends = await Promise.all(sieges);
	return {
		frames: frames - left,
		farewells,
		edits: ends.reduce((sum, { edits }) => sum + edits, 0),
		wrongs: ends.flatMap(({ wrongs }) => wrongs),
		strain: await town.strain()
	};
}
