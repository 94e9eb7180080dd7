import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchArguments } from './tests/browser.ts';
import { LongestFirst } from './tests/longest-first.ts';

// Most specific first: a project leaves to the others what they name.
const COMPONENT = '**/*.component.test.ts';
const INTEGRATION = '**/*.integration.test.ts';
const ELSEWHERE = ['node_modules/**', 'build/**', '.svelte-kit/**', 'tests/end-to-end/**'];

// Not on top of vite.config.ts: its plugins open the house, and tests open their own.
const runes = { compilerOptions: { runes: true } };
const components = svelte({ ...runes, configFile: false });

// Each file and each process that it starts would compile the same modules again: most of a second.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/compiled');

export default defineConfig({
	test: {
		// Vitest leaves one core to itself: of two that is half, while tests that start processes mostly wait.
		maxWorkers: '100%',
		sequence: { sequencer: LongestFirst },
		// A busy machine is slow, not wrong.
		expect: { poll: { timeout: 10_000 } },
		globalSetup: 'tests/compile-words.ts',
		projects: [
			{
				extends: true,
				plugins: [components],
				test: {
					name: 'unit',
					// Values in, values out: nothing stays behind, and modules are loaded once.
					isolate: false,
					include: ['**/*.test.ts'],
					exclude: [...ELSEWHERE, COMPONENT, INTEGRATION]
				}
			},
			{
				extends: true,
				plugins: [components],
				test: {
					name: 'integration',
					include: [INTEGRATION],
					exclude: ELSEWHERE,
					globalSetup: 'tests/integration/postgres.ts',
					// Processes are started and killed in some of them.
					testTimeout: 30_000,
					hookTimeout: 30_000
				}
			},
			{
				extends: true,
				plugins: [sveltekit(runes)],
				// All at the start: a package that Vite meets halfway makes it load a second copy of others.
				optimizeDeps: { entries: ['src/lib/!(server)/**/*.{ts,svelte}'] },
				test: {
					name: 'component',
					include: [COMPONENT],
					exclude: ELSEWHERE,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: await findBrowser(), args: launchArguments }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
