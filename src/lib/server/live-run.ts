import { NotFound } from '#domain/errors.ts';
import { isAbout, type Ring } from './bus.ts';
import type { Context } from './context.ts';
import { actorOf, type Asker } from './credentials.ts';
import { enterRun, type EnteredRun } from './run-change.ts';
import { runNews } from './run-news.ts';

/** What a page of a run learns while it is open: that it should ask again, never what there is. */
export type RunTold = 'changed' | 'texts';

type Watcher = Pick<Asker, 'actor' | 'sessionId' | 'tokenId'>;

/** A whole hall asks again when it hears something: not all in the same moment, and not for every single thing. */
const PACE = {
	lead: { withinMs: 0, apartMs: 1_000 },
	take_part: { withinMs: 400, apartMs: 2_000 }
} as const;

export type Watching = {
	/** Until when they heard what happened, when they come back. */
	heardUntil: number | null;
	tell: (what: RunTold) => void;
	/** They can't hear more now: they come back and it is decided anew. */
	end: () => void;
};

/** Tells who leads a run, or takes part in it, that it changed, and who leads it that a group wrote. */
export async function watchRun(
	context: Context,
	asker: Watcher,
	runId: string,
	{ heardUntil, tell, end }: Watching
): Promise<() => void> {
	const { actor: person, sessionId, tokenId } = asker;
	const news = runNews(context);
	let place: EnteredRun | undefined;
	let isUndecided = false;
	let timer: NodeJS.Timeout | undefined;
	let toldAt = -Infinity;
	const untold = new Set<RunTold>();
	const missed: Ring[] = [];
	const hear = (ring: Ring) => {
		if (!place) missed.push(ring);
		else pass(ring, place);
	};
	const pass = (ring: Ring, { document, leads }: EnteredRun) => {
		if (ring.kind === 'access') {
			const isTheirs = { person: person.id, documents: [], sessionId, tokenId };
			if (isAbout(ring, isTheirs)) end();
			else if (ring.documents?.includes(document.id)) isUndecided = true;
		}
		if (ring.kind === 'run' && ring.run === runId && (leads || !ring.leads)) soon('changed');
		if (ring.kind === 'work' && ring.document === document.id && leads) soon('texts');
	};
	const soon = (what: RunTold) => {
		untold.add(what);
		const { withinMs, apartMs } = PACE[place?.leads ? 'lead' : 'take_part'];
		const rest = toldAt + apartMs - performance.now();
		timer ??= setTimeout(() => void flush(), Math.max(rest, Math.random() * withinMs));
	};
	const flush = async () => {
		timer = undefined;
		toldAt = performance.now();
		try {
			if (isUndecided) await decide();
			for (const what of untold) tell(what);
			untold.clear();
		} catch {
			// Gone for them, or not to be found out: they hear that when they come back.
			end();
		}
	};
	const decide = async () => {
		isUndecided = false;
		// Read anew: what they were a moment ago may be no more.
		const actor = await actorOf(context, person, context.now());
		const now = await enterRun(context, actor, runId);
		if (place && now.leads !== place.leads) throw new NotFound();
		place = now;
	};
	// Before it is decided: what changes meanwhile would be heard by nobody.
	const unheard = context.bus.listen(hear);
	const stop = () => {
		unheard();
		clearTimeout(timer);
	};
	try {
		await decide();
	} catch (error) {
		stop();
		throw error;
	}
	if (heardUntil !== null && news.changedSince(runId, heardUntil)) soon('changed');
	if (heardUntil !== null && place?.leads) soon('texts');
	for (const ring of missed.splice(0)) hear(ring);
	return stop;
}
