import type { CompilerOptions } from '@inlang/paraglide-js';

/** How the words are compiled; for the build, and for checks and tests that run without one. */
export const PARAGLIDE = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'language'
} satisfies CompilerOptions;
