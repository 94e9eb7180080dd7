import { expect, test } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './password.ts';

test('a password has twelve characters or more, counted as people count', () => {
	expect(passwordFault('kort en goed')).toBeNull();
	expect(passwordFault('kort en goe')).toBe('password_too_short');
	expect(passwordFault('😀😁😂🤣😃😄')).toBe('password_too_short');
	expect(passwordFault('x'.repeat(3) + 'lang '.repeat(60))).toBe('password_too_long');
});

test.each([
	'wachtwoord123',
	'Welkom2026!!!!',
	'123456789012',
	'abcdefghijkl',
	'aaaaaaaaaaaaaa',
	'qwertyuiop12',
	'Amsterdam2026'
])('%s is one of the first that anybody tries', (password) => {
	expect(passwordFault(password)).toBe('password_too_common');
});

test('a password is not simply the account itself', () => {
	const about = ['samira@saxion.example', 'Samira el Idrissi'];
	expect(passwordFault('samira@saxion.example', about)).toBe('password_too_common');
	expect(passwordFault('samira el idrissi', about)).toBe('password_too_common');
	expect(passwordFault('samira vist op donderdag', about)).toBeNull();
});

test('a password fits its own hash, however its accents were typed', async () => {
	const hash = await hashPassword('caf\u00e9 aan de haven');
	expect(await isPassword(hash, 'cafe\u0301 aan de haven')).toBe(true);
	expect(await isPassword(hash, 'cafe aan de haven')).toBe(false);
	expect(await isPassword(undefined, '')).toBe(false);
});
