import * as Y from 'yjs';
import { contentSchema } from '../schema.ts';
import type { Sign } from './alignment.ts';
import { charactersOf, kindOf } from './tokens.ts';

/** A character of a text in Yjs, with its formatting. */
export type Letter = { text: string; attributes: Record<string, unknown> };

/**
 * A node of a text in Yjs, or a run of texts that stand side by side: two people who begin to write in one
 * empty paragraph each make a text, and both are that paragraph's words. `start` and `end` say which of the
 * signs are inside it.
 */
export type Branch = { start: number; end: number } & (
	{ is: 'element'; element: Y.XmlElement; children: Branch[] } | { is: 'words'; texts: Y.XmlText[] }
);

/** Children of a node, and what they are made of, in one row. */
export type Branches = { children: Branch[]; signs: Sign[] };

/** The branches of some children. */
export function branchesOf(types: readonly unknown[]): Branches {
	const signs: Sign[] = [];
	return { children: collect(types, signs), signs };
}

function collect(types: readonly unknown[], signs: Sign[]): Branch[] {
	const children: Branch[] = [];
	for (const type of types) {
		const start = signs.length;
		if (type instanceof Y.XmlText) {
			for (const { text } of lettersOf(type)) signs.push({ is: 'character', key: text });
			const before = children.at(-1);
			if (before?.is === 'words') {
				before.texts.push(type);
				before.end = signs.length;
			} else children.push({ is: 'words', texts: [type], start, end: signs.length });
		} else if (type instanceof Y.XmlElement) {
			const kind = kindOfName(type.nodeName);
			signs.push({ is: 'open', key: `<${kind}` });
			const inside = collect(type.toArray(), signs);
			signs.push({ is: 'close', key: `>${kind}` });
			children.push({ is: 'element', element: type, children: inside, start, end: signs.length });
		}
	}
	return children;
}

function kindOfName(name: string): string {
	const type = contentSchema.nodes[name];
	return type ? kindOf(type) : name;
}

/** Stands for what is in a text but is no text; no character is like it. */
const EMBED = '\0';

/** The characters of a text in Yjs. */
export function lettersOf(text: Y.XmlText): Letter[] {
	return deltasOf(text).flatMap(({ insert, attributes = {} }) => {
		const characters = typeof insert === 'string' ? charactersOf(insert) : [EMBED];
		return characters.map((character) => ({ text: character, attributes }));
	});
}

type Delta = { insert?: unknown; attributes?: Record<string, unknown> };

function deltasOf(text: Y.XmlText): Delta[] {
	return text.toDelta();
}

/** All that can be seen of a node or a text, as a string: equal when they look the same. */
export function faceOf(type: unknown): string {
	return JSON.stringify(seen(type));
}

function seen(type: unknown): unknown {
	if (type instanceof Y.XmlText) {
		return deltasOf(type).map(({ insert, attributes = {} }) => [insert, sorted(attributes)]);
	}
	if (!(type instanceof Y.XmlElement)) return null;
	return [type.nodeName, sorted(type.getAttributes()), type.toArray().map(seen)];
}

function sorted(attributes: Record<string, unknown>): [string, unknown][] {
	return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}
