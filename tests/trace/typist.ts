import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import type { Keystroke } from './trace.ts';

/** Types into a document as an editor does: a paragraph for each line. The only one who writes in it. */
export type Typist = { type(keystroke: Keystroke): void };

export function openTypist(doc: Y.Doc): Typist {
	const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
	const lines: Y.XmlText[] = [];

	const addLine = (index: number, text: string) => {
		const line = new Y.XmlText(text);
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [line]);
		fragment.insert(index, [paragraph]);
		lines.splice(index, 0, line);
	};

	const find = (at: number): { index: number; line: Y.XmlText; offset: number } => {
		let offset = at;
		for (const [index, line] of lines.entries()) {
			if (offset <= line.length) return { index, line, offset };
			offset -= line.length + 1;
		}
		throw new Error(`there is no place ${at}`);
	};

	const insert = (at: number, character: string) => {
		const { index, line, offset } = find(at);
		if (character !== '\n') return line.insert(offset, character);
		const rest = line.toString().slice(offset);
		line.delete(offset, rest.length);
		addLine(index + 1, rest);
	};

	const remove = (at: number) => {
		const { index, line, offset } = find(at);
		if (offset < line.length) return line.delete(offset, 1);
		const [next] = lines.splice(index + 1, 1);
		line.insert(offset, next!.toString());
		fragment.delete(index + 1, 1);
	};

	return {
		type([at, deleted, inserted]) {
			doc.transact(() => {
				if (lines.length === 0) addLine(0, '');
				for (let left = deleted; left > 0; left--) remove(at);
				for (const [nth, character] of [...inserted].entries()) insert(at + nth, character);
			});
		}
	};
}
