/** Arrow keys move within a toolbar, Home and End to its edges; Tab enters and leaves it as one stop. */
export function moveInToolbar(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const stops = toolbarStops(event.currentTarget);
	const here = stops.findIndex((stop) => stop === document.activeElement);
	const to: Record<string, number> = {
		ArrowRight: (here + 1) % stops.length,
		ArrowLeft: (here - 1 + stops.length) % stops.length,
		Home: 0,
		End: stops.length - 1
	};
	const next = stops[to[event.key] ?? -1];
	if (!next) return;
	event.preventDefault();
	for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
	next.focus();
}

/** Focus to the button that had it last, else the first. */
export function focusToolbar(toolbar: HTMLElement): void {
	const stops = toolbarStops(toolbar);
	(stops.find(({ tabIndex }) => tabIndex === 0) ?? stops[0])?.focus();
}

/** One button takes part in the order of Tab. For an attachment on the toolbar. */
export function oneStop(toolbar: HTMLElement): void {
	const stops = toolbarStops(toolbar);
	if (stops.some(({ tabIndex }, index) => tabIndex === 0 && index > 0)) {
		stops.forEach((stop, index) => (stop.tabIndex = index === 0 ? 0 : -1));
	}
}

function toolbarStops(toolbar: HTMLElement): HTMLButtonElement[] {
	return [...toolbar.querySelectorAll<HTMLButtonElement>('button:not([role^="menuitem"])')];
}
