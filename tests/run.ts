import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import compileWords from './compile-words.ts';

// `npm test`: everything that a newcomer needs to trust the project, one total at the end.

/** Of one failure, once more at the end. */
const MOST_SIGNS = 1500;

type Count = { passed: number; failed: number; why?: string[] };

const reports = mkdtempSync(join(tmpdir(), 'wisselwerking-reports-'));
const began = performance.now();

// All that runs side by side reads them.
await compileWords();
// Tests wait half of their time, for processes and clocks: the rest is for what only calculates.
const [checks, tests] = await Promise.all([checksAndBuild(), vitest()]);
const counts: Record<string, Count> = { checks, vitest: tests, journeys: await journeys() };
rmSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
console.log();
// Once more at the end: who sees only that must know what failed.
for (const { why = [] } of Object.values(counts)) for (const said of why) console.log(`${said}\n`);
for (const [name, count] of Object.entries(counts)) {
	console.log(`${name.padEnd(9)} ${count.passed} passed, ${count.failed} failed`);
	passed += count.passed;
	failed += count.failed;
}
console.log(`in ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** With what the tests leave of the processor; the journeys find the app built. */
async function checksAndBuild(): Promise<Count> {
	const { PRIORITY_BELOW_NORMAL } = constants.priority;
	const checked = await say('node', ['tests/checks/check.ts'], { priority: PRIORITY_BELOW_NORMAL });
	const built = await say('node', ['tests/build.ts'], { priority: PRIORITY_BELOW_NORMAL });
	const count = countLines(checked);
	return built.code === 0 ? count : { ...count, failed: count.failed + 1 };
}

async function vitest(): Promise<Count> {
	const file = join(reports, 'vitest.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { code } = await say('vitest', ['run', ...reporters]);
	const report = read(file);
	return atLeastOne(code, {
		passed: report?.numPassedTests ?? 0,
		failed: report?.numFailedTests ?? 0,
		why: report ? failures(report) : []
	});
}

type VitestReport = {
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
	}[];
};

function failures({ testResults }: VitestReport): string[] {
	return testResults.flatMap(({ name, status, message, assertionResults }) => {
		const failed = assertionResults.filter((result) => result.status === 'failed');
		// A file that does not load has no results.
		if (status === 'failed' && failed.length === 0) return [`FAILED ${name}\n${message}`];
		return failed.map(({ fullName, failureMessages }) =>
			[`FAILED ${name}`, fullName, ...failureMessages].join('\n').slice(0, MOST_SIGNS)
		);
	});
}

async function journeys(): Promise<Count> {
	const file = join(reports, 'playwright.json');
	const { code } = await say('playwright', ['test', '--reporter=list,json'], {
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
	});
	const stats = read(file)?.stats;
	return atLeastOne(code, {
		passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
		failed: stats?.unexpected ?? 0
	});
}

/** A run that ended badly without a failed test (a file that does not load, a crash) failed too. */
function atLeastOne(code: number, count: Count): Count {
	return code === 0 ? count : { ...count, failed: Math.max(1, count.failed) };
}

function countLines({ said, code }: { said: string; code: number }): Count {
	const passed = said.match(/^ok /gm)?.length ?? 0;
	return atLeastOne(code, { passed, failed: said.match(/^FAILED /gm)?.length ?? 0 });
}

function read(file: string) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** Runs a tool of node_modules/.bin, shows what it says and keeps it. */
function say(
	command: string,
	args: string[],
	{ env = {}, priority = 0 }: { env?: NodeJS.ProcessEnv; priority?: number } = {}
): Promise<{ said: string; code: number }> {
	const path = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;
	const child = spawn(command, args, {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...env, PATH: path }
	});
	if (child.pid) setPriority(child.pid, priority);
	let said = '';
	child.stdout.on('data', (text) => {
		process.stdout.write(text);
		said += text;
	});
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ said: String(error), code: 1 }));
		child.on('close', (code) => resolve({ said, code: code ?? 1 }));
	});
}
