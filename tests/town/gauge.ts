import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { z } from 'zod';
import { serve } from '#tests/bench/errands.ts';
import { Room } from '#ws/room.ts';

/** Milliseconds since the last time that somebody asked. */
const Strain = z.object({
	/** Of processor, all threads. */
	cpuMs: z.number(),
	/** Share of the time that the loop was busy, from 0 to 1. */
	busy: z.number(),
	/** Of processor, in the one frame that took most: from when a room gets it until it is in the queue, or refused. */
	longestFrameMs: z.number(),
	/** Of processor of the main thread, in the one turn of the loop that took most; many frames come in one. */
	longestTurnMs: z.number(),
	/** By the clock: on a busy machine this is also waiting for a processor. */
	longestDelayMs: z.number(),
	frames: z.number(),
	/** What went wrong, and how often. */
	reports: z.record(z.string(), z.number())
});
export type Strain = z.infer<typeof Strain>;

/** Bytes after a collection: of JavaScript and its buffers in the main thread, and of the whole process. */
const Memory = z.object({ held: z.number(), resident: z.number() });
export type Memory = z.infer<typeof Memory>;

export const GAUGE = {
	strain: { given: z.undefined(), got: Strain },
	memory: { given: z.undefined(), got: Memory },
	/** Without a collection: cheap, for who asks many times a second. */
	glance: { given: z.undefined(), got: Memory },
	/** How many sockets are open. */
	sockets: { given: z.undefined(), got: z.number() }
};

const TURN_MS = 5;

export const Ready = z.object({ port: z.number() });

/** Tells where it listens, and answers how it is. */
export function openGauge(
	port: number,
	reports: Map<string, number>,
	countSockets: () => Promise<number>
): void {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const frames = watchFrames();
	const turns = watchTurns();
	let [cpu, loop] = [process.cpuUsage(), performance.eventLoopUtilization()];
	serve(GAUGE, {
		strain: () => {
			const { user, system } = process.cpuUsage(cpu);
			const { utilization } = performance.eventLoopUtilization(loop);
			const strain = {
				cpuMs: (user + system) / 1000,
				busy: utilization,
				longestFrameMs: frames.longestMs,
				longestTurnMs: turns.longestMs,
				longestDelayMs: delay.max / 1e6,
				frames: frames.count,
				reports: Object.fromEntries(reports)
			};
			[cpu, loop] = [process.cpuUsage(), performance.eventLoopUtilization()];
			Object.assign(frames, { longestMs: 0, count: 0 });
			turns.longestMs = 0;
			delay.reset();
			reports.clear();
			return strain;
		},
		memory: () => {
			if (!globalThis.gc) throw new Error('needs --expose-gc');
			// What the first one finalizes, the second one frees.
			globalThis.gc();
			globalThis.gc();
			return look();
		},
		glance: look,
		sockets: () => countSockets()
	});
	process.send?.({ port });
}

function look(): Memory {
	const { heapUsed, external, rss } = process.memoryUsage();
	// `external` counts array buffers too.
	return { held: heapUsed + external, resident: rss };
}

function threadMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** Counts what each frame costs, around the method that every frame passes. */
function watchFrames(): { longestMs: number; count: number } {
	const seen = { longestMs: 0, count: 0 };

	const { receive } = Room.prototype;
	Room.prototype.receive = function (connection, frame) {
		const before = threadMs();
		receive.call(this, connection, frame);
		seen.longestMs = Math.max(seen.longestMs, threadMs() - before);
		seen.count++;
	};
	return seen;
}

/** A turn of the loop is at most what passes between two timers: those that are due run in every turn. */
function watchTurns(): { longestMs: number } {
	const seen = { longestMs: 0 };
	let before = threadMs();
	setInterval(() => {
		const now = threadMs();
		seen.longestMs = Math.max(seen.longestMs, now - before);
		before = now;
	}, TURN_MS).unref();
	return seen;
}
