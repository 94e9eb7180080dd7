import { expect, test } from 'vitest';
import { BLOCKS, findBlocks } from './commands.ts';

const found = (query: string) => findBlocks(query).map(({ id }) => id);

test('blocks are found in Dutch and in English', () => {
	expect(found('tabel')[0]).toBe('table');
	expect(found('table')[0]).toBe('table');
	expect(found('kop 2')[0]).toBe('heading-2');
	expect(found('heading 2')[0]).toBe('heading-2');
	expect(found('todo')[0]).toBe('task-list');
	expect(found('opsom')[0]).toBe('bullet-list');
	expect(found('CITAAT')[0]).toBe('quote');
});

test('without a query all blocks are there, in order; with nonsense none', () => {
	expect(findBlocks('')).toEqual(BLOCKS);
	expect(found('xqz')).toEqual([]);
});
