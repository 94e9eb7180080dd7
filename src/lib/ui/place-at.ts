const MARGIN_PX = 8;

/** Shows a popover under a place in the window, or above it when there is more room; follows scrolling. */
export function placeAt(box: () => DOMRect | null): (popover: HTMLElement) => () => void {
	return (popover) => {
		popover.showPopover();
		const place = () => {
			const at = box();
			if (!at) return;
			const { width, height } = popover.getBoundingClientRect();
			// The keyboard on a screen covers the page without making the window smaller.
			const bottom = window.visualViewport?.height ?? window.innerHeight;
			const below = at.bottom + MARGIN_PX;
			const above = at.top - MARGIN_PX - height;
			const fits = below + height <= bottom - MARGIN_PX || above < MARGIN_PX;
			const left = Math.min(at.left, window.innerWidth - MARGIN_PX - width);
			popover.style.top = `${fits ? below : above}px`;
			popover.style.left = `${Math.max(MARGIN_PX, left)}px`;
		};
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
