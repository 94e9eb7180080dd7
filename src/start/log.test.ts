import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('an error is logged without what the query held', () => {
	let written = '';
	const to = new Writable({
		write(chunk, _encoding, done) {
			written += String(chunk);
			done();
		}
	});
	const told = 'what an inwoner told';
	const cause = Object.assign(new Error(told), { code: '23502' });
	openLog('error', to).error({ err: new Error(`Failed query\nparams: ${told}`, { cause }) }, 'broke');
	expect(written).toContain('23502');
	expect(written).toContain('broke');
	expect(written).not.toContain(told);
});
