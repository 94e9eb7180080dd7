import { globSync, readFileSync } from 'node:fs';

const ROOMS = globSync('messages/*/nl.json');

const dutch: Record<string, string> = Object.assign(
	{},
	...ROOMS.map((file) => JSON.parse(readFileSync(file, 'utf8')))
);

/** What people read, by its key: a journey finds its way by the words, and keeps it when they change. */
export function word(key: string, values: Record<string, string> = {}): string {
	const sentence = dutch[key];
	if (typeof sentence !== 'string') throw new Error(`there is no message ${key}`);
	return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);
}
