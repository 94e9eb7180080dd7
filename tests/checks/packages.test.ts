import { expect, test } from 'vitest';
import { problemsWithPackages, problemsWithRanges } from './packages.ts';

test('packages at one version each, above every floor, are fine', () => {
	const packages = { '': {}, 'node_modules/ws': { version: '8.23.0', license: 'MIT' } };
	expect(problemsWithPackages({ packages })).toEqual([]);
});

test('a second copy of the text’s engine is found', () => {
	const packages = {
		'node_modules/yjs': { version: '13.6.33' },
		'node_modules/other/node_modules/yjs': { version: '13.6.20' }
	};
	expect(problemsWithPackages({ packages })).toEqual(['yjs is installed 2 times']);
});

test.each(['8.17.0', '8.9.9', '7.99.99'])('version %s with a known hole is found', (version) => {
	expect(problemsWithPackages({ packages: { 'node_modules/ws': { version } } })).toHaveLength(1);
});

test('copyleft is found among what runs, not among what builds', () => {
	const license = 'AGPL-3.0-only';
	expect(problemsWithPackages({ packages: { 'node_modules/a': { license } } })).toHaveLength(1);
	expect(problemsWithPackages({ packages: { 'node_modules/a': { license, dev: true } } })).toEqual(
		[]
	);
});

test('a range of versions is found', () => {
	expect(problemsWithRanges({ dependencies: { ws: '^8.23.0', yjs: '13.6.33' } })).toEqual([
		'ws is asked for as ^8.23.0: pin one version'
	]);
});
