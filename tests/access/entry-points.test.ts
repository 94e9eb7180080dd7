import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ENTRIES } from './entries.ts';
import { entryPoints } from './entry-points.ts';

test('every entry point is declared with its guard, and nothing else is', () => {
	expect(entryPoints('src/routes').sort()).toEqual(Object.keys(ENTRIES).sort());
});

test('loads, actions and methods are found, however they are exported', () => {
	const folder = mkdtempSync(join(tmpdir(), 'wisselwerking-routes-'));
	mkdirSync(join(folder, 'thing/[id]'), { recursive: true });
	writeFileSync(
		join(folder, 'thing/[id]/+page.server.ts'),
		'export async function load() {}\nexport const actions = { default: f, "end": g } satisfies A;'
	);
	writeFileSync(
		join(folder, 'thing/+server.ts'),
		'const hidden = 1;\nexport const GET = f, DELETE = g;\nexport const prerender = false;'
	);
	expect(entryPoints(folder)).toEqual([
		'thing/+server.ts GET',
		'thing/+server.ts DELETE',
		'thing/[id]/+page.server.ts load',
		'thing/[id]/+page.server.ts ?/default',
		'thing/[id]/+page.server.ts ?/"end"'
	]);
	rmSync(folder, { recursive: true });
});
