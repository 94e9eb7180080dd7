import { globSync, readFileSync } from 'node:fs';

/** A file that outgrows this becomes a folder of the same name. */
const MOST_LINES = 300;
const MOST_LINES_MEDIAN = 80;

/** Rooms are named for what they hold; these names hold anything. */
const NAMELESS =
	/(^|\/)(utils?|helpers?|services?|types?|stores?|common|misc|shared)(\/|\.ts$|\.svelte$)/;

const files = globSync('{src,db,ws-server,tests}/**/*.{ts,svelte}').filter(
	(file) => !file.startsWith('src/lib/paraglide/')
);
const sizes = files
	.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
	.sort((a, b) => a.lines - b.lines);
// What a test proves is a list of sentences; it may be long.
const shipped = sizes.filter(
	({ file }) => !file.endsWith('.test.ts') && !file.startsWith('tests/')
);
const median = shipped[Math.floor(shipped.length / 2)]?.lines ?? 0;

const problems = [
	...shipped
		.filter(({ lines }) => lines > MOST_LINES)
		.map(({ file, lines }) => `${file} has ${lines} lines; ${MOST_LINES} is the most`),
	...files
		.filter((file) => NAMELESS.test(file))
		.map((file) => `${file} has a name that says nothing`),
	...(median > MOST_LINES_MEDIAN ? [`half of the files have more than ${median} lines`] : [])
];
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
