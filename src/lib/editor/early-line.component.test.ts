import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLine, takeLine, type EarlyLine } from './early-line.ts';
import { TwinServer } from './twin-server.ts';

const me = { id: 'mine', name: 'Noor' };
let server: TwinServer;
let uninstall: () => void;

beforeEach(() => {
	server = new TwinServer();
	uninstall = server.install();
});
afterEach(() => uninstall());

/** As a text does with the line that it takes, and when it goes. */
function join(partId: string): { line: EarlyLine; close: () => void } {
	const line = takeLine(partId, me);
	line.hear({ onChange: () => {} });
	const close = () => {
		line.leave();
		void line.connection.close();
	};
	return { line, close };
}

test('the text of a page takes the line that the page opened, and asking for it again opens no other', async () => {
	openLine('p1', me);
	openLine('p1', me);
	await expect.poll(() => server.sockets.size).toBe(1);
	const { line, close } = join('p1');
	expect(await line.connection.opened).toEqual({ state: 'open', synced: true });
	// Other texts come and go beside it.
	const other = join('p2');
	await other.line.connection.opened;
	other.close();
	openLine('p1', me);
	await expect.poll(() => server.sockets.size).toBe(1);
	expect(server.url?.pathname).toMatch(/p2$/);
	close();
	await expect.poll(() => server.sockets.size).toBe(0);
});

test('a text that is come back to gets a line of its own', async () => {
	openLine('p1', me);
	const first = join('p1');
	await first.line.connection.opened;
	first.close();
	openLine('p1', me);
	const second = join('p1');
	expect(second.line).not.toBe(first.line);
	expect(await second.line.connection.opened).toEqual({ state: 'open', synced: true });
	expect(server.sockets.size).toBe(1);
	second.close();
});

test('a line that was refused is not taken: the text may be there again', async () => {
	server.refusesWith = 4409;
	openLine('p1', me);
	await expect.poll(() => server.url?.pathname).toMatch(/p1$/);
	const refused = takeLine('p1', me);
	await refused.connection.opened;
	server.refusesWith = null;
	const { line, close } = join('p1');
	expect(line).not.toBe(refused);
	expect(await line.connection.opened).toEqual({ state: 'open', synced: true });
	refused.leave();
	close();
});

test('nobody waits for ever for a page that does not come', () => {
	vi.useFakeTimers();
	openLine('p1', me);
	const line = takeLine('p1', me);
	expect(line.isFree).toBe(true);
	vi.advanceTimersByTime(30_000);
	expect(line.isFree).toBe(false);
	vi.useRealTimers();
});
