import { afterEach, expect, test, vi } from 'vitest';
import { whileSeen } from './while-seen.ts';

afterEach(() => vi.restoreAllMocks());

function look(visibility: DocumentVisibilityState): void {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
	document.dispatchEvent(new Event('visibilitychange'));
}

function keep() {
	const happened: string[] = [];
	const open = () => {
		happened.push('open');
		return () => void happened.push('closed');
	};
	const stop = whileSeen(open, () => happened.push('returned'));
	return { happened, stop };
}

test('what a page keeps open is closed while nobody sees it, and opened again', () => {
	const { happened, stop } = keep();
	look('hidden');
	look('hidden');
	look('visible');
	stop();
	look('hidden');
	look('visible');
	expect(happened).toEqual(['open', 'closed', 'open', 'returned', 'closed']);
});

test('a page that was opened behind others opens nothing before it is seen', () => {
	look('hidden');
	const { happened, stop } = keep();
	expect(happened).toEqual([]);
	look('visible');
	expect(happened).toEqual(['open', 'returned']);
	stop();
});
