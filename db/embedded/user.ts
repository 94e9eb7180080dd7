import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';

/**
 * Who runs PostgreSQL, which refuses to be root. Started by root it becomes another user, or,
 * where no other user can walk to the files, root seen as user 1000 from inside a user namespace.
 */
export type Runner =
	{ kind: 'self' } | { kind: 'user'; uid: number; gid: number } | { kind: 'namespace' };

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000', '--'];

/** Somebody who may run the binaries and walk into `folder`, which exists. */
export function chooseRunner(binaries: Binaries, folder: string): Runner {
	if (process.getuid?.() !== 0) return { kind: 'self' };
	for (const user of lesserUsers()) {
		if (reaches(user, binaries, folder)) return { kind: 'user', ...user };
	}
	if (spawnSync('unshare', [...NAMESPACE, binaries.postgres, '--version']).status === 0) {
		return { kind: 'namespace' };
	}
	throw new Error(
		`PostgreSQL refuses to run as root, and neither "postgres" nor "nobody" can reach both ${folder} ` +
			'and node_modules. Start as another user, use a folder that others may enter, or set DATABASE_URL.'
	);
}

function lesserUsers(): { uid: number; gid: number }[] {
	const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
	return ['postgres', 'nobody'].flatMap((name) => {
		const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
		const user = { uid: Number(uid), gid: Number(gid) };
		return user.uid > 0 && user.gid > 0 ? [user] : [];
	});
}

function reaches(user: { uid: number; gid: number }, binaries: Binaries, folder: string): boolean {
	const walk = ['-c', 'cd "$1" && "$2" --version', 'sh', folder, binaries.postgres];
	return spawnSync('/bin/sh', walk, { ...user, cwd: '/' }).status === 0;
}

export type LaunchOptions = { cwd: string; stdio: StdioOptions; detached?: boolean };

/** Runs a program as the runner, with nothing of our environment: PGPORT and its kin would steer it. */
export function launch(
	runner: Runner,
	program: string,
	args: string[],
	options: LaunchOptions
): ChildProcess {
	const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
	for (const name of ['PATH', 'SystemRoot', 'TEMP']) {
		if (process.env[name]) env[name] = process.env[name];
	}
	const settings = { ...options, env, windowsHide: true };
	if (runner.kind === 'namespace')
		return spawn('unshare', [...NAMESPACE, program, ...args], settings);
	if (runner.kind === 'user') {
		return spawn(program, args, { ...settings, uid: runner.uid, gid: runner.gid });
	}
	return spawn(program, args, settings);
}

/** Makes `folder` and all in it the runner's, also when another one ran it last time. */
export function giveTo(runner: Runner, folder: string): void {
	if (runner.kind === 'self') return;
	const { uid, gid } = runner.kind === 'user' ? runner : { uid: 0, gid: 0 };
	if (lstatSync(folder).uid === uid) return;
	for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		lchownSync(join(folder, entry), uid, gid);
	}
	// Last: its owner is the sign that all went over.
	lchownSync(folder, uid, gid);
}
