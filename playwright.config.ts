import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './tests/browser.ts';

export default defineConfig({
	testDir: 'tests/end-to-end',
	testMatch: '**/*.spec.ts',
	globalSetup: './tests/end-to-end/setup.ts',
	fullyParallel: true,
	// A browser and the server share a core each; more only makes everything wait.
	workers: 2,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		// `--trace retain-on-failure` by hand: keeping one costs every journey a tenth.
		launchOptions: { executablePath: await findBrowser(), args: launchArguments }
	}
});
