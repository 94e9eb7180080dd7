import type { Page, WebSocketRoute } from '@playwright/test';
import { spoil } from './seats.ts';

/** The line of a page to the live door, in the hands of a test. */
export type Wire = {
	/** Nothing that is written reaches the server, which is not told either. */
	hold(): void;
	/** Nothing that others do comes through, until it is released. */
	deafen(): void;
	/** From now on, and for the pages after this one, all goes through. */
	release(): void;
	/** Ends the line as the server does; with `stays`, whoever comes back too. */
	close(code: number, stays?: 'stays'): Promise<void>;
};

const SYNC = 0;
const UPDATE = 2;

/** Before the page is opened. */
export async function wireOf(page: Page): Promise<Wire> {
	let isHeld = false;
	let kept: (() => void)[] | null = null;
	let refusal: number | null = null;
	let open: WebSocketRoute | null = null;
	spoil(page);
	await page.routeWebSocket(/\/collab\//, (socket) => {
		if (refusal) return void socket.close({ code: refusal });
		open = socket;
		const server = socket.connectToServer();
		socket.onMessage((message) => {
			const isUpdate = message[0] === SYNC && message[1] === UPDATE;
			if (!isHeld || !isUpdate) server.send(message);
		});
		server.onMessage((message) => {
			if (kept) kept.push(() => socket.send(message));
			else socket.send(message);
		});
	});
	return {
		hold: () => (isHeld = true),
		deafen: () => (kept ??= []),
		release: () => {
			isHeld = false;
			refusal = null;
			for (const send of kept ?? []) send();
			kept = null;
		},
		close: async (code, stays) => {
			refusal = stays ? code : null;
			await open?.close({ code });
		}
	};
}
