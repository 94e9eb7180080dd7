/** Keeps an element above the keyboard on screen, which covers the page without resizing it. */
export function aboveKeyboard(element: HTMLElement): (() => void) | undefined {
	const viewport = window.visualViewport;
	if (!viewport) return undefined;
	const place = () => {
		const covered = window.innerHeight - viewport.height - viewport.offsetTop;
		element.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
	};
	place();
	viewport.addEventListener('resize', place);
	viewport.addEventListener('scroll', place);
	return () => {
		viewport.removeEventListener('resize', place);
		viewport.removeEventListener('scroll', place);
	};
}
