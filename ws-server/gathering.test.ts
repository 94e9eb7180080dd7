import { expect, test } from 'vitest';
import { Gathering } from './gathering.ts';

test('what is asked in one turn, or during a look-up, is looked up together', async () => {
	const looks: string[][] = [];
	const { promise: gate, resolve: open } = Promise.withResolvers<void>();
	const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
	const gathering = new Gathering<string, string>(async (questions) => {
		looks.push([...questions]);
		begin();
		await gate;
		return questions.map((question) => question.toUpperCase());
	});
	const first = [gathering.ask('a'), gathering.ask('b')];
	await begun;
	const second = [gathering.ask('c'), gathering.ask('d')];
	open();
	expect(await Promise.all([...first, ...second])).toEqual(['A', 'B', 'C', 'D']);
	expect(looks).toEqual([
		['a', 'b'],
		['c', 'd']
	]);
});

test('a look-up that fails fails for who asked, and not for who asks later', async () => {
	let fails = true;
	const gathering = new Gathering<string, string>(async (questions) => {
		if (fails) throw new Error('no database');
		return questions;
	});
	await expect(Promise.all([gathering.ask('a')])).rejects.toThrow('no database');
	fails = false;
	expect(await gathering.ask('a')).toBe('a');
});
