import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { isMac } from '../keys.ts';

/**
 * Puts in what is typed with a key itself. Chromium lays out the text once more when it does so, and what is drawn beside
 * the words is drawn anew at each letter. A Mac replaces words while they are typed, and other browsers check spelling of
 * what they put in: there it stays theirs, as does all that is composed of several keys.
 */
export const Typed = Extension.create({
	name: 'typed',
	addProseMirrorPlugins() {
		if (!isChromium() || isMac()) return [];
		return [
			new Plugin({
				props: {
					handleKeyPress(view, { charCode }) {
						const { selection } = view.state;
						const typed = String.fromCodePoint(charCode);
						if (!(selection instanceof TextSelection) || LINE_END.test(typed)) return false;
						// Half of a pair: the browser puts the halves together.
						if (!typed.isWellFormed()) return false;
						const { from, to } = selection;
						const put = () => view.state.tr.insertText(typed).scrollIntoView();
						const isPut = view.someProp('handleTextInput', (handle) =>
							handle(view, from, to, typed, put)
						);
						if (!isPut) view.dispatch(put());
						return true;
					}
				}
			})
		];
	}
});

const LINE_END = /[\r\n]/;

function isChromium(): boolean {
	return /Chrome\//.test(navigator.userAgent);
}
