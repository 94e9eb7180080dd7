import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.js';

/** Per rule: files that break it, and what they would break it with. */
const PLANTED: Record<string, Record<string, string>> = {
	'no-cycles': {
		'src/lib/server/hen.ts': `import { egg } from './egg.ts'; export const hen = () => egg;`,
		'src/lib/server/egg.ts': `import { hen } from './hen.ts'; export const egg = () => hen;`
	},
	'rule-book-is-pure': { 'src/domain/clock.ts': `import fs from 'node:fs'; export { fs };` },
	'content-tools-in-content': {
		'src/domain/editing.ts': `import { Editor } from '@tiptap/core'; export { Editor };`
	},
	'cellar-looks-up-to-nobody': {
		'db/queries/upward.ts': `import { anything } from '#server/anything.ts'; export { anything };`
	},
	'sql-lives-in-the-cellar': {
		'src/lib/server/query.ts': `import { sql } from 'drizzle-orm'; export { sql };`
	},
	'tables-stay-in-the-cellar': {
		'src/lib/server/table.ts': `import { table } from '#db/schema/table.ts'; export { table };`
	},
	'only-start-opens-the-database': {
		'ws-server/open.ts': `import { open } from '#db/open.ts'; export { open };`
	},
	'study-knows-no-framework': {
		'src/lib/server/answer.ts': `import { error } from '@sveltejs/kit'; export { error };`
	},
	'study-looks-down': {
		'src/lib/server/screen.ts': `import { part } from '#lib/editor/part.ts'; export { part };`
	},
	'doors-do-not-query': {
		'src/routes/door/+page.server.ts': `import { find } from '#db/queries/find.ts'; export { find };`
	},
	'browser-code-stays-upstairs': {
		'src/lib/editor/secret.svelte': `<script lang="ts">import { anything } from '#server/anything.ts'; anything();</script>`
	},
	'no-validator-in-the-browser': {
		'src/routes/+page.ts': `import { z } from 'zod'; export { z };`
	},
	'features-do-not-know-each-other': {
		'src/lib/frame/bar.ts': `import { part } from '#lib/editor/part.ts'; export { part };`
	},
	'live-door-is-a-door': {
		'ws-server/page.ts': `import { part } from '#lib/editor/part.ts'; export { part };`
	},
	'start-is-imported-by-nobody': {
		'ws-server/start.ts': `import { main } from '#start/main.ts'; export { main };`
	},
	'product-knows-no-tests': {
		'src/lib/server/tested.ts': `import { house } from '#tests/house.ts'; export { house };`
	},
	'runs-on-dependencies': {
		'ws-server/guess.ts': `import fc from 'fast-check'; export { fc };`
	},
	'no-unknown-package': {
		'src/lib/ui/left-pad.ts': `import pad from 'left-pad-that-is-not-there'; export { pad };`
	}
};

/** Innocent files that the planted ones import. */
const REST = {
	'src/lib/server/anything.ts': 'export const anything = () => 1;',
	'src/lib/editor/part.ts': `import type { whole } from './whole.ts'; export type part = whole;`,
	'src/lib/editor/whole.ts': `import type { part } from './part.ts'; export type whole = part[];`,
	'src/start/main.ts': 'export const main = 1;',
	'db/schema/table.ts': 'export const table = 1;',
	'db/queries/find.ts': 'export const find = 1;',
	'db/open.ts': 'export const open = 1;',
	'tests/house.ts': 'export const house = 1;'
};

let folder: string;
let result: ICruiseResult;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'wisselwerking-planted-'));
	await cp('package.json', join(folder, 'package.json'));
	await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	const files = Object.assign({}, REST, ...Object.values(PLANTED)) as Record<string, string>;
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const { options, ...ruleSet } = config;
	const { output } = await cruise(
		['src', 'db', 'ws-server', 'tests'],
		{ ...options, ruleSet, validate: true, baseDir: folder },
		options?.enhancedResolveOptions
	);
	if (typeof output === 'string') throw new Error(output);
	result = output;
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

test('every rule has a violation planted against it', () => {
	const rules = config.forbidden?.map((rule) => rule.name);
	expect(Object.keys(PLANTED).sort()).toEqual(rules?.sort());
});

test.each(Object.keys(PLANTED))('%s is caught', (rule) => {
	const caught = result.summary.violations.filter((violation) => violation.rule.name === rule);
	const planted = Object.keys(PLANTED[rule]!);
	expect(caught.some((violation) => planted.includes(violation.from))).toBe(true);
});

test('files that keep the rules are left alone, also when their types need each other', () => {
	const blamed = result.summary.violations.map((violation) => violation.from);
	expect(Object.keys(REST).filter((path) => blamed.includes(path))).toEqual([]);
});
