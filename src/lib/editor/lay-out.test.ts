import { expect, test, vi } from 'vitest';
import { LAID_OUT, layOut, type LaidOut } from './lay-out.ts';

test('a text is laid out step by step until all of it is', async () => {
	const said: LaidOut[] = [];
	layOut((more) => said.push(more));
	expect(said).toEqual([]);
	await vi.waitFor(() => expect(said).toEqual(LAID_OUT.slice(1)));
});

test('a text that is closed meanwhile is not', async () => {
	const said: LaidOut[] = [];
	const stop = layOut((more) => {
		said.push(more);
		stop();
	});
	await vi.waitFor(() => expect(said).toEqual(['200']));
	const other: LaidOut[] = [];
	layOut((more) => other.push(more));
	await vi.waitFor(() => expect(other).toHaveLength(3));
	expect(said).toEqual(['200']);
});
