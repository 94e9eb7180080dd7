import * as Y from 'yjs';
import { TEXT_FRAGMENT } from './schema.ts';

/** Words in the order in which they stand, each run written by one client. */
export type WrittenRun = { client: number; text: string };

/** Where things stand one after the other: what is common to all shared types. */
type Place = Pick<Y.XmlFragment, '_start'>;

/**
 * Who wrote what in a part's Y.Doc, by the client ids of Yjs: whose those are the server knows. Only words that
 * are there now; between two blocks is a new line, of who wrote last before it. Words that the editor copied when a
 * paragraph was split belong to who split it.
 */
export function writtenRuns(doc: Y.Doc): WrittenRun[] {
	const runs: WrittenRun[] = [];
	const types: Place[] = [doc.getXmlFragment(TEXT_FRAGMENT)];
	let isNewLine = false;
	for (let type = types.pop(); type; type = types.pop()) {
		const inside: Place[] = [];
		isNewLine ||= !(type instanceof Y.XmlText);
		for (let item = type._start; item; item = item.right) {
			if (item.deleted) continue;
			if (item.content instanceof Y.ContentType) inside.push(item.content.type);
			if (!(item.content instanceof Y.ContentString)) continue;
			if (isNewLine) endLine(runs);
			isNewLine = false;
			add(runs, item.id.client, item.content.str);
		}
		types.push(...inside.reverse());
	}
	return runs;
}

function add(runs: WrittenRun[], client: number, text: string): void {
	const last = runs.at(-1);
	if (last?.client === client) last.text += text;
	else runs.push({ client, text });
}

function endLine(runs: WrittenRun[]): void {
	const last = runs.at(-1);
	if (last) last.text += '\n';
}
