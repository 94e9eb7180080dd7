import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { PARAGLIDE } from '../paraglide.config.ts';

/**
 * Compiles the words before checks and tests that read them, as the build does. What is there already stays
 * untouched: others may be reading it, and the compiler itself begins by throwing all of it away.
 */
export default async function compileWords(): Promise<void> {
	const { outdir } = PARAGLIDE;
	const fresh = mkdtempSync(join(tmpdir(), 'wisselwerking-words-'));
	try {
		await compile({ ...PARAGLIDE, outdir: fresh });
		mkdirSync(outdir, { recursive: true });
		const [made, there] = [filesIn(fresh), filesIn(outdir)];
		for (const file of made) {
			const bytes = readFileSync(join(fresh, file));
			const isSame = there.includes(file) && bytes.equals(readFileSync(join(outdir, file)));
			if (!isSame) cpSync(join(fresh, file), join(outdir, file));
		}
		for (const file of there.filter((one) => !made.includes(one))) rmSync(join(outdir, file));
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
