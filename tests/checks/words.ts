import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A room's words per language: key → the message as it stands in the file. */
type Words = Record<string, Record<string, unknown>>;

const LANGUAGES = ['nl', 'en'];

/** Everything that is wrong with the words of a tree of `messages` and `src`, as sentences. */
export function problemsWithWords(folder: string): string[] {
	const used = usedKeys(folder);
	return globSync('messages/*', { cwd: folder }).flatMap((room) => {
		const words = Object.fromEntries(
			LANGUAGES.map((language) => [language, read(join(folder, room, `${language}.json`))])
		);
		return [
			...missing(room, words),
			...placeholdersThatDiffer(room, words),
			...unused(room, words, used)
		];
	});
}

function read(file: string): Record<string, unknown> {
	const { $schema: _, ...words } = JSON.parse(readFileSync(file, 'utf8'));
	return words;
}

function missing(room: string, words: Words): string[] {
	const keys = new Set(Object.values(words).flatMap(Object.keys));
	return LANGUAGES.flatMap((language) =>
		[...keys]
			.filter((key) => !words[language]?.[key] || words[language][key] === '')
			.map((key) => `${room}: ${key} is missing in ${language}`)
	);
}

function placeholdersThatDiffer(room: string, words: Words): string[] {
	const [first = '', ...others] = LANGUAGES;
	return Object.keys(words[first] ?? {}).flatMap((key) =>
		others
			.filter((other) => placeholders(words[first]?.[key]) !== placeholders(words[other]?.[key]))
			.map((other) => `${room}: ${key} has other placeholders in ${other} than in ${first}`)
	);
}

function placeholders(message: unknown): string {
	const names = JSON.stringify(message ?? '').matchAll(/\{(\w+)\}/g);
	return [...new Set([...names].map(([, name]) => name))].sort().join();
}

function unused(room: string, words: Words, used: { keys: Set<string>; prefixes: string[] }) {
	return Object.keys(words[LANGUAGES[0] ?? ''] ?? {})
		.filter((key) => !used.keys.has(key))
		.filter((key) => !used.prefixes.some((prefix) => key.startsWith(prefix)))
		.map((key) => `${room}: ${key} is used nowhere`);
}

/** `m.key`, a key as a string in a table, or a key that is put together: `m[`error_${code}`]`. */
function usedKeys(folder: string): { keys: Set<string>; prefixes: string[] } {
	const files = globSync('{src,db,ws-server,tests}/**/*.{ts,svelte}', { cwd: folder });
	const code = files
		.filter((file) => !file.includes('src/lib/paraglide/') && !file.includes('tests/checks/'))
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');
	const keys = [...code.matchAll(/\bm\.(\w+)|['"](\w+_\w+)['"]/g)].map(([, a, b]) => a ?? b ?? '');
	const prefixes = [...code.matchAll(/`(\w+_)\$\{/g)].map(([, prefix]) => prefix ?? '');
	return { keys: new Set(keys), prefixes };
}

if (import.meta.main) {
	const problems = problemsWithWords('.');
	for (const problem of problems) console.log(problem);
	process.exitCode = problems.length > 0 ? 1 : 0;
}
