import type { Editor } from '@tiptap/core';
import type { Doc } from 'yjs';
import { isKnown } from '#domain/content/merge/read.ts';
import { TEXT_FRAGMENT } from '#domain/content/schema.ts';
import type { Connection } from './connection.ts';
import { Carets } from './extensions/carets.ts';
import { FreshCaret } from './extensions/fresh-caret.ts';
import { RemoteEdits } from './extensions/remote-edits.ts';
import { SharedText } from './together/shared-text.ts';
import { writingEditor } from './writing-editor.ts';
import type { WritingOptions } from './writing-editor.ts';
import './carets.css';

type TextOptions = WritingOptions & {
	connection: Pick<Connection, 'doc' | 'awareness' | 'unsent'>;
};

/** Why the text of a connection must not be opened for writing, or null when it may; whether the stored text has words. */
export function unfitness(doc: Doc, hasText: boolean): 'missing' | 'tooNew' | null {
	// A part always has at least a paragraph. Nothing at all, where there was text, is not its text.
	const isBare = doc.getXmlFragment(TEXT_FRAGMENT).length === 0;
	if (isBare && hasText) return 'missing';
	return isKnown(doc) ? null : 'tooNew';
}

/** The editor of a text that has arrived. Making it changes nothing in the text. */
export function openText({ connection, ...options }: TextOptions): Editor {
	return writingEditor(options, {
		extensions: [
			SharedText.configure({ document: connection.doc, field: TEXT_FRAGMENT }),
			RemoteEdits,
			FreshCaret.configure({ document: connection.doc }),
			Carets.configure({ awareness: connection.awareness })
		],
		saved: () => !connection.unsent
	});
}
