import { expect, test } from 'vitest';
import { isBsn, lookAgain } from './look-again.ts';

const kinds = (text: string) => lookAgain(text).map(({ kind }) => kind);

test('a number that passes the elfproef is worth a second look, another is not', () => {
	expect(isBsn('111222333')).toBe(true);
	expect(isBsn('111222334')).toBe(false);
	expect(isBsn('000000000')).toBe(false);
	expect(kinds('Haar BSN is 111222333.')).toEqual(['bsn']);
	expect(kinds('Haar BSN is 111.222.333.')).toEqual(['bsn']);
	expect(kinds('Dossier 123456789')).toEqual([]);
});

test('addresses of mail, accounts, telephones and houses are found, each once', () => {
	expect(lookAgain('Mail jan@voorbeeld.nl, of jan@voorbeeld.nl.')).toEqual([
		{ kind: 'email', found: 'jan@voorbeeld.nl' }
	]);
	expect(kinds('Op NL91 ABNA 0417 1643 00 graag.')).toEqual(['iban']);
	expect(kinds('Op NL92 ABNA 0417 1643 00 graag.')).not.toContain('iban');
	expect(kinds('Bel 06-12345678 of +31 74 291 2345')).toEqual(['phone', 'phone']);
	expect(kinds('Zij woont op 7551 AB, in 2024 verhuisd.')).toEqual(['postcode']);
});

test('what people write of a year, a dose or a time is left alone', () => {
	expect(kinds('In 2024 nam zij 1000 mg, om half negen, drie keer.')).toEqual([]);
});
