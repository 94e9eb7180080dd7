import { parseArgs } from 'node:util';
import { measureMemory } from './measure.ts';

// `npm run test:memory -- --cycles 100000 --rooms 2000 --frames 40000 --seed 7`; 0 leaves one out.

const { values } = parseArgs({
	options: {
		cycles: { type: 'string', default: '100000' },
		rooms: { type: 'string', default: '2000' },
		frames: { type: 'string', default: '40000' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) }
	}
});
const seed = Number(values.seed);
const amounts = {
	cycles: Number(values.cycles),
	rooms: Number(values.rooms),
	frames: Number(values.frames)
};
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

const findings = await measureMemory(amounts, seed, (finding) => {
	const { what, before, after, strain, wrongs, figures } = finding;
	console.log(`${wrongs.length === 0 ? 'ok    ' : 'FAILED'}  ${what}`);
	console.log(
		`  held ${megabytes(before.held)} → ${megabytes(after.held)} MB, of the whole process ${megabytes(before.resident)} → ${megabytes(after.resident)} MB; ${(strain.cpuMs / 1000).toFixed(1)} s of processor since`
	);
	for (const figure of figures) console.log(`  ${figure}`);
	for (const [report, count] of Object.entries(strain.reports))
		console.log(`  reported: ${report}, ${count} times`);
	for (const wrong of wrongs) console.log(`  ${wrong}`);
});
console.log(`seed ${seed}`);
const failed = findings.filter(({ wrongs }) => wrongs.length > 0).length;
console.log(`${findings.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || findings.length === 0 ? 1 : 0);
