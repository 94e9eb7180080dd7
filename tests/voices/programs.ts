import { listClosings } from '#db/queries/cases.ts';
import { listVoices } from '#db/queries/voices.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import { openChance } from '#tests/live/chance.ts';
import { storedText } from '#tests/live/door.ts';
import { ACTS, anew, REVEAL } from './acts.ts';
import { openVoiceWorld, type Hole, type VoiceWorld } from './world.ts';

export type Program = {
	blind: boolean;
	/** How many acts were tried, and how many of them were done. */
	tried: number;
	done: number;
	/** What went wrong with the voice, in the order in which it showed. */
	wrongs: string[];
};

/** Everybody but who holds a voice does anything, in a random order; the voice must stay as it is. */
export async function runProgram({
	seed,
	acts,
	blind,
	hole
}: {
	seed: number;
	acts: number;
	blind: boolean;
	hole?: Hole;
}): Promise<Program> {
	const chance = openChance(seed);
	const world = await openVoiceWorld({ blind, hole });
	const program: Program = { blind, tried: 0, done: 0, wrongs: [] };
	const all = Object.entries({ ...ACTS, ...(!blind && { 'reveals the voices': REVEAL }) });
	try {
		await settled(world);
		for (; program.tried < acts && program.wrongs.length === 0; program.tried++) {
			const [name, act] = chance.of(all);
			const actor = await anew(world, chance.of(world.others));
			try {
				const read = await act(world, actor, chance);
				if (blind && read) world.hear(Buffer.from(JSON.stringify(read)));
				program.done++;
			} catch (error) {
				if (!isExpected(error)) throw error;
			}
			const wrong = await wrongWith(world, blind);
			if (wrong) program.wrongs.push(`${actor.name} ${name}: ${wrong}`);
		}
	} finally {
		await world.close();
	}
	return program;
}

/** What is no longer as who holds the voice left it. */
async function wrongWith(world: VoiceWorld, blind: boolean): Promise<string | null> {
	const { context, id, voice, holder, words, change } = world;
	if ((await storedText(context, voice)) !== words) return 'its text is another';
	const row = (await listVoices(context.db, id, context.now())).find((one) => one.id === voice);
	if (row?.telling !== 'own') return 'it is in other words';
	if (row.holders.some((one) => one.id !== holder.id)) return 'somebody else holds it';
	if (row.holders.length === 0) return 'nobody holds it';
	const closings = await listClosings(context.db, id);
	const said = closings.find(({ perspective }) => perspective === 'citizen');
	if (said?.change !== change) return 'what changes is another';
	if (blind && world.leaks() > 0) return 'somebody heard it';
	return null;
}

/** The holder's words are stored. */
async function settled({ context, voice, words }: VoiceWorld): Promise<void> {
	const deadline = performance.now() + 30_000;
	while ((await storedText(context, voice)) !== words) {
		if (performance.now() > deadline) throw new Error('the words of the holder are not stored');
		await new Promise((next) => setTimeout(next, 10));
	}
}

function isExpected(error: unknown): boolean {
	return [NotAllowed, NotFound, Invalid, Conflict].some((expected) => error instanceof expected);
}
