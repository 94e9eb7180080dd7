import { parseArgs } from 'node:util';
import { measureMemory, type Finding } from './measure.ts';

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

const NOTHING = { cycles: 0, rooms: 0, frames: 0 };
let [passed, failed] = [0, 0];
for (const kind of ['cycles', 'rooms', 'frames'] as const) {
	const began = performance.now();
	const minutes = () => `${((performance.now() - began) / 60_000).toFixed(1)} min`;
	const timer = setInterval(
		() => console.log(`  … ${amounts[kind]} ${kind}, ${minutes()}`),
		60_000
	);
	try {
		for (const finding of await measureMemory({ ...NOTHING, [kind]: amounts[kind] }, seed)) {
			tell(finding);
			if (finding.wrongs.length === 0) passed++;
			else failed++;
		}
	} catch (error) {
		console.log(`FAILED  ${amounts[kind]} ${kind} of seed ${seed}:`, error);
		failed++;
	}
	clearInterval(timer);
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function tell({ what, before, after, strain, wrongs, figures }: Finding): void {
	console.log(`${wrongs.length === 0 ? 'ok    ' : 'FAILED'}  ${what}`);
	console.log(
		`  held ${megabytes(before.held)} → ${megabytes(after.held)} MB, of the whole process ${megabytes(before.resident)} → ${megabytes(after.resident)} MB; ${(strain.cpuMs / 1000).toFixed(1)} s of processor since`
	);
	for (const figure of figures) console.log(`  ${figure}`);
	for (const [report, count] of Object.entries(strain.reports))
		console.log(`  reported: ${report}, ${count} times`);
	for (const wrong of wrongs) console.log(`  ${wrong}`);
}
