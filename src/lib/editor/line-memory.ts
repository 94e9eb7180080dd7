/** How the live door was reached last in this tab; `poll` where streams were kept back as well. */
export type Way = 'websocket' | 'http' | 'poll';

const KEY = 'live-line';

/** Null when nothing worked yet. */
export function rememberedWay(): Way | null {
	try {
		const way = globalThis.sessionStorage?.getItem(KEY);
		return way === 'websocket' || way === 'http' || way === 'poll' ? way : null;
	} catch {
		// A browser that keeps nothing for us.
		return null;
	}
}

export function rememberWay(way: Way): void {
	try {
		globalThis.sessionStorage?.setItem(KEY, way);
	} catch {
		// Then the next text finds out anew.
	}
}
