import { expect, test } from 'vitest';
import { entryPoints } from '#tests/access/entry-points.ts';
import { describeApi } from './description.ts';

const { paths } = describeApi();

test('every endpoint is described with its methods, and nothing else is', () => {
	const described = Object.entries(paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${path} ${method.toUpperCase()}`)
	);
	const existing = entryPoints('src/routes/api/v1').map((entry) =>
		`/${entry}`.replace('/+server.ts', '').replaceAll('[', '{').replaceAll(']', '}')
	);
	expect(described.sort()).toEqual(existing.sort());
});

test('no answer in JSON is left open, but for this description itself', () => {
	const open = Object.entries(paths).filter(
		([path, methods]) =>
			path !== '/openapi.json' && /"schema":\{("\$schema":"[^"]*")?\}/.test(JSON.stringify(methods))
	);
	expect(open.map(([path]) => path)).toEqual([]);
});
