/** In signs of HTML: two or three screens full. */
const FIRST_PAGES = 10_000;
/** As high as `content.css` takes a block to be that is not laid out yet. */
const BLOCK_HEIGHT = '8em';

/**
 * A stored text for a page on which an editor takes its place: the first pages, and the rest as a browser reads it in
 * passing, since nobody sees it before the editor is there. Without scripts all of it is shown; with them it is only
 * as high. A text of a hundred pages is read and styled in a quarter of a second on a slow machine.
 */
export function firstPages(blocks: readonly string[]): string {
	let [first, length] = [0, 0];
	while (first < blocks.length && length < FIRST_PAGES) length += blocks[first++]!.length;
	const rest = blocks.slice(first);
	if (rest.length === 0) return blocks.join('');
	const height = `<div class="rest" style="height:calc(${rest.length}*${BLOCK_HEIGHT})"></div>`;
	return `${blocks.slice(0, first).join('')}<noscript>${rest.join('')}</noscript>${height}`;
}

/** Shows all of a text of which the first pages stand in this element: no editor takes its place. */
export function unfold(content: Element): void {
	const rest = content.querySelector(':scope > noscript');
	if (!rest) return;
	content.querySelector(':scope > .rest')?.remove();
	// A page from the server has it as words; what was put into a page, as elements.
	if (rest.childElementCount > 0) rest.replaceWith(...rest.childNodes);
	else rest.outerHTML = rest.textContent;
}

/**
 * How to go to the heading in the address if it is beyond the first pages: once it is there and what stands above it has
 * its height, unless one went elsewhere meanwhile.
 */
export function beyond(content: Element): () => void {
	const id = fragment();
	if (id === '') return () => {};
	// Asked for only here: the page is laid out to answer it.
	const seen = scrollY;
	if (content.querySelector(`:not(noscript *)#${CSS.escape(id)}`)) return () => {};
	return () => {
		if (scrollY === seen) document.getElementById(id)?.scrollIntoView();
	};
}

/** Letters of other alphabets are written otherwise in an address. */
function fragment(): string {
	const written = location.hash.slice(1);
	try {
		return decodeURIComponent(written);
	} catch {
		return written;
	}
}
