import { parseArgs } from 'node:util';
import { replay } from './replay.ts';
import { findTrace } from './trace.ts';

// `npm run test:trace -- --edits 20000 --trace <file>`: all of it unless told otherwise.

const { values } = parseArgs({
	options: { edits: { type: 'string' }, trace: { type: 'string' } }
});
const { name, keystrokes } = findTrace(values.trace);
const typed = keystrokes.slice(0, values.edits ? Number(values.edits) : undefined);
console.log(`${typed.length} edits of ${name}`);

const { seconds, texts, expected } = await replay(typed);
let failed = 0;
for (const [place, text] of Object.entries(texts)) {
	const isRight = text === expected;
	if (!isRight) failed++;
	console.log(`${isRight ? 'ok' : 'FAILED'}  ${place}: ${text.length} characters`);
}
console.log(`${seconds.toFixed(1)} s, ${Math.round(typed.length / seconds)} edits a second`);
console.log(`${Object.keys(texts).length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
