import type { CompilerOptions } from '@inlang/paraglide-js';

/** How the words are compiled; for the build, and for checks and tests that run without one. */
export const PARAGLIDE = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'language',
	// As the build has it, so that checks, tests and the build write the same words and can run side by side.
	isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'"
} satisfies CompilerOptions;
