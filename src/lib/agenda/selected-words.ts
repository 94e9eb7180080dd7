/** What ends a line in the text of a document. */
const LINES = 'p, li, h1, h2, h3, h4, td, th, pre';

/** The words that somebody selected in the text of the page, line by line; empty when they selected none. */
export function selectedWords(): string {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
	if (!isInText(selection.anchorNode) || !isInText(selection.focusNode)) return '';
	const words = selection.getRangeAt(0).cloneContents();
	// Whose caret stands there is nothing that was written.
	for (const extra of words.querySelectorAll('.caret, .ProseMirror-separator')) extra.remove();
	for (const line of words.querySelectorAll(LINES)) line.append('\n');
	return (words.textContent ?? '').trim();
}

function isInText(node: Node | null): boolean {
	const element = node instanceof Element ? node : node?.parentElement;
	return Boolean(element?.closest('section.text'));
}
