import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsWithWords } from './words.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wisselwerking-words-'));
	mkdirSync(join(folder, 'messages/ui'), { recursive: true });
	mkdirSync(join(folder, 'src'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function problems(nl: object, en: object, code: string): string[] {
	writeFileSync(join(folder, 'messages/ui/nl.json'), JSON.stringify(nl));
	writeFileSync(join(folder, 'messages/ui/en.json'), JSON.stringify(en));
	writeFileSync(join(folder, 'src/page.svelte'), code);
	return problemsWithWords(folder);
}

test('words that are in both languages and used have no problem', () => {
	const words = { ui_hello: 'Dag {name}', error_empty: 'Leeg' };
	expect(problems(words, words, '{m.ui_hello({ name })} {m[`error_${code}`]()}')).toEqual([]);
});

test('a message that one language lacks is found', () => {
	expect(problems({ ui_hello: 'Dag' }, {}, 'm.ui_hello()')).toEqual([
		'messages/ui: ui_hello is missing in en'
	]);
});

test('placeholders that differ are found, in plurals too', () => {
	const plural = [{ match: { 'count=one': 'Eén', 'count=*': '{count} mensen' } }];
	expect(problems({ ui_people: plural }, { ui_people: 'People' }, 'm.ui_people()')).toEqual([
		'messages/ui: ui_people has other placeholders in en than in nl'
	]);
});

test('a message that nobody shows is found', () => {
	const words = { ui_hello: 'Dag' };
	expect(problems(words, words, 'm.ui_hello_again()')).toEqual([
		'messages/ui: ui_hello is used nowhere'
	]);
});
