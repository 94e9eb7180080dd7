import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const RULE = /\[[A-Z]\d+\]/g;
const read = (file: string) => readFileSync(file, 'utf8');

test('every rule of the protocol has a test, and every test that names a rule names one that exists', () => {
	const rules = read('ws-server/PROTOCOL.md').match(/\*\*\[[A-Z]\d+\]\*\*/g) ?? [];
	const tests = globSync('{ws-server,tests,src/lib/{editor,server}}/**/*.test.ts');
	const titles = tests.flatMap((file) => read(file).match(/'\[[A-Z]\d+\][^']*'/g) ?? []);
	const tested = titles.flatMap((title) => title.match(RULE) ?? []);
	const named = rules.map((rule) => rule.replaceAll('*', ''));
	expect(named.length).toBeGreaterThan(30);
	expect([...new Set(tested)].sort()).toEqual([...new Set(named)].sort());
});
