import type * as Y from 'yjs';

type Listener = (update: Uint8Array, origin: unknown) => void;

/**
 * Takes in what comes from `origin`. The first text of a document is no edit to anybody, but as long as somebody
 * listens for edits Yjs writes all of it out again for them: they listen after that.
 */
export function takeIn(
	doc: Y.Doc,
	origin: unknown,
	listeners: readonly Listener[],
	take: () => void
): void {
	const isFirst = doc.store.clients.size === 0;
	if (!isFirst) return take();
	const listen = () => listeners.forEach((listener) => doc.on('update', listener));
	// Whoever hears that the text is here may write in it at once.
	const follow = (transaction: Y.Transaction) => {
		if (transaction.origin !== origin) listen();
	};
	for (const listener of listeners) doc.off('update', listener);
	doc.on('beforeTransaction', follow);
	try {
		take();
	} finally {
		doc.off('beforeTransaction', follow);
		listen();
	}
}
