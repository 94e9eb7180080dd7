import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Refusal } from './refusal.ts';

const SOURCES = ['src', 'db', 'messages', 'static', 'project.inlang/settings.json'];
const FILES = ['vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Made by the build itself. */
const WORDS = 'src/lib/paraglide';

/** Not in the build: words that it makes, and what only Node runs. */
const OUTSIDE = [WORDS, 'src/start', 'db/embedded'].map((folder) => join(folder, sep));

/** Builds the app in `root` when it was never built, or from other sources than these. */
export async function ensureBuilt(root: string, say: (sentence: string) => void): Promise<void> {
	const stamp = join(root, 'build', '.sources');
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const built = existsSync(join(root, 'build/handler.js')) && existsSync(join(root, WORDS));
	// An installation without the tools to build brings its build along.
	if (built && !existsSync(vite)) return;
	const sources = fingerprint(root);
	if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;

	say('Building once, about half a minute …');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production' }
	});
	const [code] = await once(child, 'close');
	if (code !== 0) throw new Refusal('The app could not be built; the reason is above.');
	writeFileSync(stamp, sources);
}

/** Changes with every source, whatever their times say: a checkout or a copy makes old files new. */
export function fingerprint(root: string): string {
	const hash = createHash('sha256');
	for (const file of [...FILES, ...SOURCES.flatMap((source) => filesIn(root, source))].sort()) {
		const path = join(root, file);
		if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
	}
	return hash.digest('hex');
}

function filesIn(root: string, source: string): string[] {
	if (source.includes('.')) return [source];
	return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.filter(
			(file) => !OUTSIDE.some((folder) => file.startsWith(folder)) && !file.endsWith('.test.ts')
		);
}
