import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '#db/embedded/port.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The first start builds the app. */
const OPEN_WITHIN_MS = 240_000;
const ASK_EVERY_MS = 100;

export type StartedHouse = { address: string; dataDir: string; pid: number; stop(): Promise<void> };

/**
 * Starts the built product as a process of its own with the demo network, on a free port and in a
 * folder that goes with it. What it says is shown when it does not open.
 */
export async function startHouse(): Promise<StartedHouse> {
	const dataDir = mkdtempSync(join(tmpdir(), 'wisselwerking-house-'));
	const port = await freePort();
	const address = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/start/main.ts', '--demo'], {
		cwd: ROOT,
		env: { ...environment(), PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = once(child, 'exit');
	let said = '';
	child.stdout.on('data', (text) => (said += text));
	child.stderr.on('data', (text) => (said += text));

	const deadline = Date.now() + OPEN_WITHIN_MS;
	while (!(await answers(`${address}/ready`))) {
		if (child.exitCode !== null || Date.now() > deadline) {
			child.kill('SIGTERM');
			throw new Error(`The house does not open:\n${said}`);
		}
		await new Promise((next) => setTimeout(next, ASK_EVERY_MS));
	}
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
		rmSync(dataDir, { recursive: true, force: true });
	};
	return { address, dataDir, pid: child.pid!, stop };
}

/** Without what would lead it to somebody's own database, Redis or mail. */
function environment(): NodeJS.ProcessEnv {
	const own = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'HOST'];
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}
