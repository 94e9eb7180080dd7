import { expect, test } from 'vitest';
import { whereItFailed } from './log.ts';

test('an error is logged by kind, code and place, without what it says about people’s words', () => {
	const cause = Object.assign(new RangeError('value: Gesprek met Gerda'), { code: '22P02' });
	const failed = new Error('Failed query: params: Gesprek\n    at home with Gerda', { cause });
	const logged = whereItFailed(failed);
	expect(logged).toMatchObject({ name: 'Error', cause: { name: 'RangeError', code: '22P02' } });
	expect(JSON.stringify(logged)).toContain('log.test.ts');
	expect(JSON.stringify(logged)).not.toMatch(/Gesprek|Gerda/);
});
