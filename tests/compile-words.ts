import { compile } from '@inlang/paraglide-js';
import { PARAGLIDE } from '../paraglide.config.ts';

/** Compiles the words before tests that read them, as the build does. */
export default async function compileWords(): Promise<void> {
	await compile(PARAGLIDE);
}
