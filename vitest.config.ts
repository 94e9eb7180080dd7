import { defineConfig } from 'vitest/config';

// Most specific first: a project leaves to the others what they name.
const COMPONENT = '**/*.component.test.ts';
const INTEGRATION = '**/*.integration.test.ts';
const ELSEWHERE = ['node_modules/**', 'build/**', '.svelte-kit/**', 'tests/end-to-end/**'];

export default defineConfig({
	test: {
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					include: ['**/*.test.ts'],
					exclude: [...ELSEWHERE, COMPONENT, INTEGRATION]
				}
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'integration',
					include: [INTEGRATION],
					exclude: ELSEWHERE,
					globalSetup: 'tests/integration/postgres.ts',
					// Processes are started and killed in some of them.
					testTimeout: 30_000,
					hookTimeout: 30_000
				}
			}
		]
	}
});
