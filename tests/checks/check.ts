import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import compileWords from '../compile-words.ts';

// Longest first, so that the last ones fill what is left of the time.
const CHECKS: Record<string, string[]> = {
	types: [
		'svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
		'--output',
		'human'
	],
	lint: ['eslint', '.', '--max-warnings', '0'],
	'dead code': ['knip', '--no-progress'],
	imports: [
		...['depcruise', '--config', '.dependency-cruiser.js'],
		...['src', 'db', 'ws-server', 'tests', 'vite.config.ts']
	],
	format: ['prettier', '--check', '.'],
	migrations: ['squawk', 'db/migrations/*.sql'],
	words: ['node', 'tests/checks/words.ts'],
	packages: ['node', 'tests/checks/packages.ts'],
	sizes: ['node', 'tests/checks/sizes.ts']
};

type Outcome = { name: string; passed: boolean; seconds: number; said: string };

const began = performance.now();
const since = (start: number) => (performance.now() - start) / 1000;

await prepare();
const outcomes = await runAll(Object.entries(CHECKS), availableParallelism());
for (const { said } of outcomes.filter((outcome) => !outcome.passed)) console.log(`\n${said}`);
const failed = outcomes.filter((outcome) => !outcome.passed);
const passed = outcomes.length - failed.length;
console.log(`\nChecks in ${since(began).toFixed(1)} s: ${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Writes what the checks read but nobody commits: Kit's types and the compiled words. */
async function prepare(): Promise<void> {
	await compileWords();
	const { passed, said } = await run('sync', ['svelte-kit', 'sync']);
	if (!passed) throw new Error(said);
}

async function runAll(checks: [string, string[]][], atOnce: number): Promise<Outcome[]> {
	const waiting = [...checks];
	const outcomes: Outcome[] = [];
	const worker = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const outcome = await run(...next);
			outcomes.push(outcome);
			const mark = outcome.passed ? 'ok    ' : 'FAILED';
			console.log(`${mark} ${outcome.name.padEnd(11)} ${outcome.seconds.toFixed(1)} s`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return outcomes;
}

/** Runs a tool of node_modules/.bin and keeps what it says for when it fails. */
function run(name: string, command: string[]): Promise<Outcome> {
	const start = performance.now();
	return new Promise((resolve, reject) => {
		const path = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;
		const child = spawn(command.join(' '), { shell: true, env: { ...process.env, PATH: path } });
		let said = '';
		child.stdout.on('data', (text) => (said += text));
		child.stderr.on('data', (text) => (said += text));
		child.on('error', reject);
		child.on('close', (code) =>
			resolve({ name, passed: code === 0, seconds: since(start), said: `── ${name}\n${said}` })
		);
	});
}
