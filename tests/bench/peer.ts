import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { dismiss, hire, kill } from './crew.ts';
import { ask } from './errands.ts';
import { cpuOfTree, waitOf } from './tree-cpu.ts';
import { GAUGE, Ready, type Setting } from './peers/gauge.ts';

export const PEERS = ['relay', 'y-websocket', 'hocuspocus', 'ours'] as const;
export const PeerName = z.enum(PEERS);
export type PeerName = z.infer<typeof PeerName>;

/** What the columns are called. */
export const TITLES: Record<PeerName, string> = {
	relay: 'relay',
	'y-websocket': '`@y/websocket-server`',
	hocuspocus: 'Hocuspocus + PostgreSQL',
	ours: 'here'
};

/** Milliseconds so far: of processor, and of waiting for one that somebody else had. */
export type Usage = { cpuMs: number; waitedMs: number };

/** A server in a process of its own. */
export type Peer = {
	name: PeerName;
	port: number;
	/** Milliseconds of processor so far, as it knows itself. */
	cpu(): Promise<number>;
	/** The same from outside, to a hundredth of a second: who is overrun does not answer. */
	usage(): Promise<Usage>;
	memory(): Promise<{ held: number; resident: number }>;
	/** Ends it as a power cut does. */
	kill(): Promise<void>;
	stop(): Promise<void>;
};

/** Starts a server; with `profiles`, a folder, it leaves a profile of its processor there when it stops. */
export async function startPeer(
	name: PeerName,
	setting: Setting,
	profiles?: string
): Promise<Peer> {
	const flags = ['--expose-gc'];
	if (profiles) flags.push('--cpu-prof', `--cpu-prof-dir=${profiles}`);
	const entry = join(import.meta.dirname, 'peers', `${name}.ts`);
	const child = hire(entry, [JSON.stringify(setting)], flags);
	const { port } = Ready.parse(await firstWord(child));
	const cpu = () => ask(child, GAUGE, 'cpu', undefined);
	return {
		name,
		port,
		cpu,
		usage: async () => ({
			cpuMs: cpuOfTree(child.pid!) ?? (await cpu()),
			waitedMs: waitOf(child.pid!) ?? NaN
		}),
		memory: () => ask(child, GAUGE, 'memory', undefined),
		kill: () => kill(child),
		stop: () => dismiss(child)
	};
}

/** Percents of a processor that were used, and waited for, in so many seconds. */
export function percents(before: Usage, after: Usage, seconds: number) {
	return {
		cpuPercent: (after.cpuMs - before.cpuMs) / seconds / 10,
		waitedPercent: (after.waitedMs - before.waitedMs) / seconds / 10
	};
}

async function firstWord(child: ChildProcess): Promise<unknown> {
	const ended = once(child, 'exit').then(() => {
		throw new Error('a server ended before it listened');
	});
	const [word] = await Promise.race([once(child, 'message'), ended]);
	return word;
}
