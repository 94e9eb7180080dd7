import type { BrowserContext } from '@playwright/test';

const TOLD = 'written ';

/**
 * When the text of a page that is visited can be written in and was drawn, in ms since it was asked for. The page tells
 * it by itself: to ask it puts a script of the asker's in it, which took 0.08 s of a slow processor.
 */
export async function whenWritten(
	context: BrowserContext,
	visit: () => Promise<unknown>
): Promise<number> {
	await context.addInitScript(tell, TOLD);
	const [told] = await Promise.all([
		context.waitForEvent('console', (message) => message.text().startsWith(TOLD)),
		visit()
	]);
	return Number(told.text().slice(TOLD.length));
}

/** Runs in the page, before anything else. */
function tell(told: string): void {
	const watch = new MutationObserver(() => {
		if (!document.querySelector('.text [role="textbox"][contenteditable="true"]')) return;
		watch.disconnect();
		// The frame after the one in which it is drawn.
		requestAnimationFrame(() =>
			requestAnimationFrame(() => console.debug(`${told}${performance.now()}`))
		);
	});
	watch.observe(document, {
		subtree: true,
		childList: true,
		attributeFilter: ['contenteditable']
	});
}
