import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('an empty environment listens on this machine alone and keeps its data in .data', () => {
	expect(readSettings({}, 'use')).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		publicUrl: 'http://localhost:3000',
		dataDir: '.data',
		databaseUrl: undefined,
		redisUrl: undefined,
		proxies: 0
	});
});

test('an empty variable counts as unset, as compose files leave them', () => {
	expect(readSettings({ PORT: '', SMTP_URL: '', TRUST_PROXY: '' }, 'use')).toEqual(
		readSettings({}, 'use')
	);
});

test('the public address loses its path and its slash', () => {
	const settings = readSettings({ PUBLIC_URL: 'https://werk.example/', TRUST_PROXY: '1' }, 'use');
	expect(settings.publicUrl).toBe('https://werk.example');
});

test('https without a proxy whose word counts is refused: cookies would be of http', () => {
	for (const TRUST_PROXY of [undefined, '0', 'false']) {
		const asked = { PUBLIC_URL: 'https://werk.example', TRUST_PROXY };
		expect(() => readSettings(asked, 'use')).toThrow('set TRUST_PROXY');
	}
	readSettings({ PUBLIC_URL: 'http://werk.example' }, 'use');
});

test.each([
	['PORT', 'many', 'PORT is not a number.'],
	['PORT', '70000', 'PORT is not between 1 and 65535.'],
	['PUBLIC_URL', 'werk.example', 'PUBLIC_URL is not an address like'],
	['DATABASE_URL', 'mysql://here/it', 'DATABASE_URL is not an address like'],
	['REDIS_URL', 'http://here:6379', 'REDIS_URL is not an address like'],
	['LOG_LEVEL', 'loud', 'LOG_LEVEL is not one of'],
	['TRUST_PROXY', 'perhaps', 'TRUST_PROXY is not']
])('%s=%s is refused in a sentence', (name, value, sentence) => {
	expect(() => readSettings({ [name]: value }, 'use')).toThrow(sentence);
});

test('a refusal names every wrong setting and repeats no secret', () => {
	const wrong = { DATABASE_URL: 'mysql://user:secret@here/it', PORT: 'x' };
	expect(() => readSettings(wrong, 'use')).toThrow(/PORT.*\n.*DATABASE_URL/);
	expect(() => readSettings(wrong, 'use')).not.toThrow(/secret/);
});

test.each(['1', 'true'])('TRUST_PROXY=%s trusts one proxy', (value) => {
	expect(readSettings({ TRUST_PROXY: value }, 'use').proxies).toBe(1);
});

test.each(['demo', 'development'] as const)(
	'%s, whose passwords are public, stays on this machine and off other databases',
	(purpose) => {
		expect(() => readSettings({ HOST: '0.0.0.0' }, purpose)).toThrow('this machine alone');
		const DATABASE_URL = 'postgres://user:secret@db/name';
		expect(() => readSettings({ DATABASE_URL }, purpose)).toThrow('its own database');
	}
);
