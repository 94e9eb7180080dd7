import * as Y from 'yjs';

/** An edit of the text in `state` that Yjs can read and not apply, beside the honest edit that it was made of. */
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
	text.insert(3, '!');
	const before = Y.encodeStateAsUpdate(doc);
	const [edit] = edits;
	if (!edit) throw new Error('no edit');
	for (let at = 0; at < edit.length; at++) {
		for (let value = 0; value < 256; value++) {
			const poison = edit.slice();
			poison[at] = value;
			if (succeeds(() => Y.decodeUpdate(poison)) && !isApplied(before, poison)) {
				return { honest: before, poison };
			}
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
