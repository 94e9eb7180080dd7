import type { Page, Response } from '@playwright/test';

/** All that the server says to the browser of somebody: every answer, and every frame of every socket. */
export type Recording = {
	/** Which of these words were in it, and where. */
	heard(words: readonly string[]): Promise<string[]>;
};

const STREAM = 'text/event-stream';

/** Before the page is opened. */
export async function record(page: Page): Promise<Recording> {
	const answers: Promise<{ from: string; said: Buffer }>[] = [];
	const keep = async (response: Response) => ({
		from: new URL(response.url()).pathname,
		// A redirect has no body, and what the browser went away from is gone.
		said: await response.body().catch(() => Buffer.alloc(0))
	});
	page.on('response', (response) => {
		if (!response.headers()['content-type']?.startsWith(STREAM)) answers.push(keep(response));
	});
	// A stream has no end to wait for: what it says is told by the browser, event by event.
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	session.on('Network.eventSourceMessageReceived', ({ data }) => {
		answers.push(Promise.resolve({ from: STREAM, said: Buffer.from(data) }));
	});
	page.on('websocket', (socket) => {
		const from = new URL(socket.url()).pathname;
		socket.on('framereceived', ({ payload }) => {
			answers.push(Promise.resolve({ from, said: Buffer.from(payload) }));
		});
	});
	return {
		heard: async (words) => {
			const all = await Promise.all(answers);
			return words.flatMap((word) =>
				all.filter(({ said }) => said.includes(word)).map(({ from }) => `${from}: ${word}`)
			);
		}
	};
}
