import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { isAlive } from './process.ts';
import { giveTo, launch, type Runner } from './user.ts';

/** The superuser and the database carry the product's name. */
export const NAME = 'wisselwerking';

const MAJOR = '18';

/** Where one cluster lives: PostgreSQL's files, the password and the log, in one folder of the runner's. */
export type Cluster = { folder: string; data: string; password: string; log: string };

/** The cluster in `folder`, made when there is none. A half-made one never stands under its own name. */
export async function ensureCluster(
	binaries: Binaries,
	runner: Runner,
	folder: string
): Promise<Cluster> {
	if (!existsSync(folder)) await makeCluster(binaries, runner, folder);
	const cluster = describe(folder);
	const version = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
	if (version !== MAJOR) {
		throw new Error(
			`The database in ${folder} is of PostgreSQL ${version}; this is PostgreSQL ${MAJOR}.`
		);
	}
	return cluster;
}

function describe(folder: string): Cluster {
	const password = readFileSync(join(folder, 'password'), 'utf8');
	return { folder, data: join(folder, 'cluster'), password, log: join(folder, 'log') };
}

async function makeCluster(binaries: Binaries, runner: Runner, folder: string): Promise<void> {
	dropAbandoned(folder);
	const staging = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}`;
	mkdirSync(staging, { mode: 0o700 });
	try {
		const password = join(staging, 'password');
		writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
		giveTo(runner, staging);
		await runInitdb(binaries, runner, staging, password);
		renameSync(staging, folder);
	} catch (error) {
		rmSync(staging, { recursive: true, force: true });
		// Somebody else was first; theirs is as good.
		if (!existsSync(folder)) throw error;
	}
}

async function runInitdb(
	binaries: Binaries,
	runner: Runner,
	staging: string,
	password: string
): Promise<void> {
	// The built-in locale sorts alike on every machine and needs nothing from the system.
	const args = ['-D', join(staging, 'cluster'), '-U', NAME, `--pwfile=${password}`];
	args.push('--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '--locale-provider=builtin');
	args.push('--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions');
	const child = launch(runner, binaries.initdb, args, {
		cwd: staging,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let complaint = '';
	child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
	const [code] = await once(child, 'close');
	if (code !== 0)
		throw new Error(`PostgreSQL could not make its files in ${staging}: ${complaint}`);
}

// A process that was killed while it made a cluster left its attempt behind.
function dropAbandoned(folder: string): void {
	const parent = dirname(folder);
	for (const name of readdirSync(parent)) {
		const maker = /^postgres\.(\d+)-[0-9a-f]{8}$/.exec(name)?.[1];
		if (maker && !isAlive(Number(maker)))
			rmSync(join(parent, name), { recursive: true, force: true });
	}
}
