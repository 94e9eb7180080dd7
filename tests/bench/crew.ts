import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** So long a process gets to leave by itself; writing a profile takes a while. */
const LEAVES_WITHIN_MS = 10_000;

/** Processes that this run started and that are still there. */
const crew = new Set<ChildProcess>();

/** Starts a process of ours, that ends with this one. */
export function hire(entry: string, args: readonly string[], flags: readonly string[] = []) {
	const child = spawn(process.execPath, [...flags, entry, ...args], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		// Updates go as bytes.
		serialization: 'advanced'
	});
	crew.add(child);
	child.once('exit', () => crew.delete(child));
	return child;
}

/** Lets a process leave by itself, or kills it. */
export async function dismiss(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	if (child.connected) child.disconnect();
	const timer = setTimeout(() => child.kill('SIGKILL'), LEAVES_WITHIN_MS);
	await exit;
	clearTimeout(timer);
}

/** Ends it in the middle of whatever it does. */
export async function kill(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
}

/** After a failure: whatever still runs would disturb what is measured next. */
export async function dismissAll(): Promise<void> {
	await Promise.all([...crew].map(dismiss));
}
