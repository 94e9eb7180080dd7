import { globSync, readFileSync } from 'node:fs';

const [dutch, english] = [wordsIn('nl'), wordsIn('en')];

function wordsIn(language: string): Record<string, string> {
	const rooms = globSync(`messages/*/${language}.json`);
	return Object.assign({}, ...rooms.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

/** What people read, by its key: a journey finds its way by the words, and keeps it when they change. */
export function word(key: string, values: Record<string, string> = {}): string {
	return sentence(dutch, key).replaceAll(
		/\{(\w+)\}/g,
		(_, name: string) => values[name] ?? `{${name}}`
	);
}

/** The same in whichever language the page has. */
export function wordInEither(key: string): RegExp {
	return new RegExp([dutch, english].map((words) => RegExp.escape(sentence(words, key))).join('|'));
}

function sentence(words: Record<string, string>, key: string): string {
	const found = words[key];
	if (typeof found !== 'string') throw new Error(`there is no message ${key}`);
	return found;
}
