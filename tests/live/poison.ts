import * as Y from 'yjs';

/** A text with `state` in it, and an edit of it that Yjs reads and can't apply: an honest one with one byte changed. */
export function makePoison(state: Uint8Array): { honest: Uint8Array; poison: Uint8Array } {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	const edits: Uint8Array[] = [];
	doc.on('update', (update) => edits.push(update));
	const text = new Y.XmlText('poison');
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [text]);
	doc.getXmlFragment('default').insert(0, [paragraph]);
	edits.length = 0;
	const honest = Y.encodeStateAsUpdate(doc);
	text.insert(3, '!');
	for (const edit of edits) {
		for (let at = 0; at < edit.length * 256; at++) {
			const poison = edit.slice();
			poison[at >> 8] = at & 255;
			if (succeeds(() => Y.decodeUpdate(poison)) && !isApplied(honest, poison))
				return { honest, poison };
		}
	}
	throw new Error('Yjs applies everything that it reads');
}

function isApplied(before: Uint8Array, update: Uint8Array): boolean {
	const fresh = new Y.Doc();
	Y.applyUpdate(fresh, before);
	return succeeds(() => Y.applyUpdate(fresh, update));
}

function succeeds(work: () => unknown): boolean {
	try {
		work();
		return true;
	} catch {
		return false;
	}
}
