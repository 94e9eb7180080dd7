/**
 * Keeps something open while the page is seen, until the returned function is called. Over HTTP/1.1 a browser has
 * six connections to us for all its tabs: six that nobody looks at would keep the seventh waiting for ever.
 */
export function whileSeen(open: () => () => void, onReturn: () => void): () => void {
	let close: (() => void) | null = null;
	const look = () => {
		const isSeen = document.visibilityState === 'visible';
		if (isSeen && !close) close = open();
		else if (!isSeen && close) {
			close();
			close = null;
		}
	};
	const follow = () => {
		const wasOpen = close !== null;
		look();
		if (close && !wasOpen) onReturn();
	};
	look();
	document.addEventListener('visibilitychange', follow);
	return () => {
		document.removeEventListener('visibilitychange', follow);
		close?.();
	};
}
