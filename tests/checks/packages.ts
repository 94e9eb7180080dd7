import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = { version?: string; license?: string; dev?: boolean };

/** Two copies of these in one process silently break each other (`instanceof` across copies). */
const ONE_COPY = [
	...['yjs', 'lib0', 'y-protocols', '@tiptap/y-tiptap', '@tiptap/core', '@tiptap/pm'],
	...['prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'prosemirror-transform'],
	...['svelte', 'drizzle-orm', 'postgres']
];

/**
 * Holes that are publicly known, by the first version without them. It stands in for an audit where
 * the registry refuses one; it is no audit.
 */
const FLOORS: Record<string, string> = {
	'@sveltejs/kit': '2.20.6', // CVE-2025-32388: script through search parameters
	'cross-spawn': '7.0.5', // CVE-2024-21538
	cookie: '0.7.0', // CVE-2024-47764
	devalue: '5.6.2', // CVE-2025-57820 and after: prototypes, memory
	linkifyjs: '4.3.2', // CVE-2025-8101: prototypes
	'markdown-it': '12.3.2', // CVE-2022-21670
	marked: '4.0.10', // CVE-2022-21681
	minimatch: '3.0.5', // CVE-2022-3517
	nanoid: '3.3.8', // CVE-2024-55565: guessable ids
	nodemailer: '7.0.7', // CVE-2025-13033: mail to somebody else's domain
	postcss: '8.4.31', // CVE-2023-44270
	semver: '7.5.2', // CVE-2022-25883
	svelte: '5.46.4', // CVE-2025-15265: script through a key while rendering
	undici: '6.21.1', // CVE-2025-22150
	vite: '6.4.1', // CVE-2025-62522 and before: files outside the root
	ws: '8.17.1' // CVE-2024-37890
};

const COPYLEFT = /\b(A?GPL|CPAL|SSPL|BUSL)\b/i;

/** Everything that is wrong with what a lockfile installs, as sentences. */
export function problemsWithPackages(lock: { packages: Record<string, Locked> }): string[] {
	const installed = Object.entries(lock.packages)
		.filter(([path]) => path.includes('node_modules/'))
		.map(([path, locked]) => ({ ...locked, path, name: path.split('node_modules/').at(-1) ?? '' }));
	return [
		...ONE_COPY.flatMap((name) => {
			const copies = installed.filter((one) => one.name === name).length;
			return copies > 1 ? [`${name} is installed ${copies} times`] : [];
		}),
		...installed
			.filter(({ name, version = '' }) => FLOORS[name] && isOlder(version, FLOORS[name]))
			.map(
				({ path, name, version }) => `${path} ${version} has a known hole: ${FLOORS[name]} or later`
			),
		...installed
			.filter(
				({ dev, license = '' }) => !dev && COPYLEFT.test(license) && !license.includes(' OR ')
			)
			.map(({ path, license }) => `${path} is ${license}: no copyleft at run time`)
	];
}

/** Every package is named at one exact version. */
export function problemsWithRanges(manifest: Record<string, Record<string, string>>): string[] {
	return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
		Object.entries(manifest[kind] ?? {})
			.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
			.map(([name, version]) => `${name} is asked for as ${version}: pin one version`)
	);
}

function isOlder(version: string, floor: string): boolean {
	const [a, b] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
	const differs = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
	return differs >= 0 && (a?.[differs] ?? 0) < (b?.[differs] ?? 0);
}

if (import.meta.main) {
	const json = (file: string) => JSON.parse(readFileSync(join(process.cwd(), file), 'utf8'));
	const problems = [
		...problemsWithPackages(json('package-lock.json')),
		...problemsWithRanges(json('package.json'))
	];
	for (const problem of problems) console.log(problem);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
