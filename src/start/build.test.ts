import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './build.ts';

let root: string;
const write = (file: string, text: string, under = root) => {
	mkdirSync(join(under, file, '..'), { recursive: true });
	writeFileSync(join(under, file), text);
};

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'wisselwerking-sources-'));
	for (const folder of ['src', 'db', 'messages', 'static']) mkdirSync(join(root, folder));
	write('src/routes/+page.svelte', '<h1>Welkom</h1>');
});
afterEach(() => rmSync(root, { recursive: true }));

test('a copy is the same source, whatever its times', () => {
	const copy = `${root}-copy`;
	cpSync(root, copy, { recursive: true });
	expect(fingerprint(copy)).toBe(fingerprint(root));
	rmSync(copy, { recursive: true });
});

test.each(['src/routes/+page.svelte', 'messages/ui/nl.json', 'package-lock.json'])(
	'a change in %s asks for a new build',
	(file) => {
		const before = fingerprint(root);
		write(file, 'changed');
		expect(fingerprint(root)).not.toBe(before);
	}
);

test('a renamed or removed source asks for a new build', () => {
	write('src/lib/a.ts', '1');
	const before = fingerprint(root);
	rmSync(join(root, 'src/lib/a.ts'));
	write('src/lib/b.ts', '1');
	expect(fingerprint(root)).not.toBe(before);
});

test('tests, what the build makes itself and what is not in it do not', () => {
	const before = fingerprint(root);
	write('src/lib/paraglide/messages.js', 'made');
	write('src/routes/page.test.ts', 'test');
	write('src/start/main.ts', 'start');
	expect(fingerprint(root)).toBe(before);
});
