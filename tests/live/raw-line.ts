/** An event as it came down a line. */
export type RawEvent = { kind: string; data: string };

/** A line over HTTP of which a test says itself what is sent. */
export type RawLine = {
	id: string;
	/** Gives the status. */
	post(from: number, body: Uint8Array): Promise<number>;
	/** All events that this line knows and that were not polled before. */
	poll(): Promise<RawEvent[]>;
	leave(): Promise<void>;
};

/** `headers` show who asks, and from where. */
export async function openRawLine(
	house: string,
	part: string,
	headers: Record<string, string>
): Promise<RawLine> {
	const address = `${house}/collab/${part}?ack=1`;
	const opened = await fetch(address, { method: 'POST', headers });
	const { line }: { line: string } = await opened.json();
	let after = 0;
	const ask = (method: string, params: Record<string, string>, body?: Uint8Array) => {
		const query = new URLSearchParams({ line, after: String(after), ...params });
		return fetch(`${house}/collab/${part}?${query}`, {
			method,
			headers,
			body: body && new Uint8Array(body)
		});
	};
	return {
		id: line,
		post: async (from, body) => (await ask('POST', { from: String(from) }, body)).status,
		async poll() {
			const text = await (await ask('GET', { poll: '1' })).text();
			const events = text.split('\n\n').filter((block) => block.startsWith('id: '));
			after = Number(/^id: (\d+)/.exec(events.at(-1) ?? '')?.[1] ?? after);
			return events.map((block) => ({
				kind: /^event: (\w+)$/m.exec(block)?.[1] ?? 'frame',
				data: /^data: ?(.*)$/m.exec(block)?.[1] ?? ''
			}));
		},
		leave: async () => void (await ask('DELETE', {}))
	};
}
