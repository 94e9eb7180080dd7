import { z } from 'zod';
import { PeerName } from '../peer.ts';

export const Opening = z.object({
	peer: PeerName,
	port: z.number(),
	rooms: z.array(z.string()),
	guestsPerRoom: z.number(),
	/** One for each person; empty where nobody asks who comes in. */
	cookies: z.array(z.string()),
	wantsAcks: z.boolean().default(false),
	/** All in the same turn, not some at a time. */
	atOnce: z.boolean().default(false),
	/** Some of each room keep all updates, to see whether their texts are the same. */
	keeps: z.boolean().default(false),
	/** The text is there when so many bytes of it are. */
	awaitsBytes: z.number().default(0)
});
export type Opening = z.infer<typeof Opening>;

const Percentiles = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const nothing = { given: z.undefined(), got: z.void() };

/** What the processes do that make the load. */
export const LOAD = {
	open: { given: Opening, got: z.object({ allMs: z.number(), eachMs: z.array(z.number()) }) },
	found: { given: z.object({ typing: z.number(), updates: z.number() }), got: z.void() },
	type: { given: z.object({ perSecond: z.number() }), got: z.void() },
	present: { given: z.object({ perSecond: z.number() }), got: z.void() },
	watch: {
		given: z.object({ seconds: z.number() }),
		got: z.object({
			seconds: z.number(),
			/** Characters that were typed, and that came in with others. */
			sent: z.number(),
			delivered: z.number(),
			frames: z.number(),
			latency: Percentiles,
			acks: z.number(),
			ackLatency: Percentiles,
			presencesHeard: z.number(),
			presenceFrames: z.number(),
			presence: Percentiles,
			/** 1 is one whole processor, used by the load itself. */
			loadCpu: z.number()
		})
	},
	stop: {
		given: z.undefined(),
		got: z.object({
			missing: z.number(),
			tooMany: z.number(),
			differing: z.number(),
			drainMs: z.number()
		})
	},
	/** How many of those who came in are gone, and sync messages that were not acknowledged. */
	account: {
		given: z.undefined(),
		got: z.object({ people: z.number(), gone: z.number(), unacknowledged: z.number() })
	},
	seen: {
		given: z.undefined(),
		got: z.array(z.object({ client: z.number(), seen: z.number() }))
	},
	read: {
		given: z.undefined(),
		got: z.object({
			applyMs: z.number(),
			bytes: z.number(),
			clocks: z.array(z.tuple([z.number(), z.number()])),
			quietMs: z.number()
		})
	},
	leave: nothing
};
