const MARGIN_PX = 8;

/** On which side of a place a popover stands as long as there is room. */
export type Side = 'above' | 'below';

/** Shows a popover beside a place in the window, on the other side when it does not fit; follows scrolling. */
export function placeAt(
	box: () => DOMRect | null,
	side: Side = 'below'
): (popover: HTMLElement) => () => void {
	return (popover) => {
		popover.showPopover();
		const place = () => placeBeside(popover, box(), side);
		place();
		const resized = new ResizeObserver(place);
		resized.observe(popover);
		window.addEventListener('scroll', place, true);
		window.addEventListener('resize', place);
		return () => {
			resized.disconnect();
			window.removeEventListener('scroll', place, true);
			window.removeEventListener('resize', place);
		};
	};
}

/** Moves a popover that is shown to where it fits beside a place in the window. */
export function placeBeside(popover: HTMLElement, at: DOMRect | null, side: Side): void {
	if (!at) return;
	const { width, height } = popover.getBoundingClientRect();
	// The keyboard on a screen covers the page without making the window smaller.
	const bottom = window.visualViewport?.height ?? window.innerHeight;
	const below = at.bottom + MARGIN_PX;
	const above = at.top - MARGIN_PX - height;
	const fits = { above: above >= MARGIN_PX, below: below + height <= bottom - MARGIN_PX };
	const other = side === 'above' ? 'below' : 'above';
	const chosen = fits[side] ? side : fits[other] ? other : 'below';
	const left = Math.min(at.left, window.innerWidth - MARGIN_PX - width);
	popover.style.top = `${chosen === 'below' ? below : above}px`;
	popover.style.left = `${Math.max(MARGIN_PX, left)}px`;
}
