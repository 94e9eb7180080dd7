// Which room may import from which: the direction of imports is the architecture.
// Each rule has a planted violation in tests/checks/imports.test.ts that it must catch.

const STUDY = '^src/lib/server/';
const DOORS = '^src/(routes/.*([+]server|[.]server)[.]ts$|routes/[^+]*[.]ts$|hooks[.]server[.]ts$)';
const UPSTAIRS =
	'^src/(lib/(?!server/)|routes/.*([.]svelte(?:[.]ts)?|[+](page|layout)[.]ts)$|hooks[.]client[.]ts$)';
const WORDS = '^src/lib/paraglide/';
const FRAMEWORK = '(^|/)node_modules/(@sveltejs/|svelte/)|^[$]app/|^[.]/[$]types';
const DATABASE_TOOLS = '(^|/)node_modules/(drizzle-orm|postgres)/';
const CONTENT_TOOLS = '(^|/)node_modules/(@tiptap/|prosemirror-|yjs/|lib0/|marked/)';
const TEST = '([.]test[.]ts$|/arbitrary[.]ts$|^tests/)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'Two files that need each other are one file, or lack a third. Types may.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'rule-book-is-pure',
			comment: 'The rule book takes facts and does no I/O; only its content knows ProseMirror.',
			severity: 'error',
			from: { path: '^src/domain/', pathNot: TEST },
			to: { pathNot: ['^src/domain/', CONTENT_TOOLS] }
		},
		{
			name: 'content-tools-in-content',
			comment: 'Policy, kinds and states stand without an editor.',
			severity: 'error',
			from: { path: '^src/domain/(?!content/)', pathNot: TEST },
			to: { path: CONTENT_TOOLS }
		},
		{
			name: 'cellar-looks-up-to-nobody',
			comment: 'db knows the rule book and nothing above it.',
			severity: 'error',
			from: { path: '^db/', pathNot: TEST },
			to: { path: '^(src/(?!domain/)|ws-server/|tests/)' }
		},
		{
			name: 'sql-lives-in-the-cellar',
			comment: 'Only db talks to PostgreSQL; everybody else calls its queries.',
			severity: 'error',
			from: { path: '^(src|ws-server)/', pathNot: TEST },
			to: { path: DATABASE_TOOLS }
		},
		{
			name: 'tables-stay-in-the-cellar',
			comment: 'Outside db there are queries and their types, no tables.',
			severity: 'error',
			from: { path: '^(src|ws-server)/', pathNot: TEST },
			to: { path: '^db/schema/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'only-start-opens-the-database',
			comment: 'Use cases get the database in their context; they may name its type.',
			severity: 'error',
			from: { path: '^(src/(?!start/)|ws-server/)', pathNot: TEST },
			to: { path: '^db/(?!queries/|schema/)', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'study-knows-no-framework',
			comment: 'A use case runs without SvelteKit, from any door.',
			severity: 'error',
			from: { path: STUDY, pathNot: TEST },
			to: { path: FRAMEWORK }
		},
		{
			name: 'study-looks-down',
			comment: 'A use case knows the rule book, the cellar and the words; no door, no screen.',
			severity: 'error',
			from: { path: STUDY, pathNot: TEST },
			to: { path: '^(src/(?!domain/)|ws-server/|tests/)', pathNot: [STUDY, WORDS] }
		},
		{
			name: 'doors-do-not-query',
			comment: 'A door asks the study, never the cellar.',
			severity: 'error',
			from: { path: DOORS, pathNot: TEST },
			to: { path: '^(db|ws-server)/' }
		},
		{
			name: 'browser-code-stays-upstairs',
			comment: 'What reaches the browser imports nothing of the server, not even its types.',
			severity: 'error',
			from: { path: UPSTAIRS, pathNot: TEST },
			to: { path: `^(db/|ws-server/|src/start/)|${STUDY}|[.]server[.]ts$` }
		},
		{
			name: 'no-validator-in-the-browser',
			comment: 'zod is for borders of the server; it would weigh as much as a screen.',
			severity: 'error',
			from: { path: UPSTAIRS, pathNot: TEST },
			to: { path: '(^|/)node_modules/zod/' }
		},
		{
			name: 'features-do-not-know-each-other',
			comment: 'Routes compose features; what two of them need moves to ui or the rule book.',
			severity: 'error',
			from: { path: '^src/lib/(?!server/)([^/]+)/', pathNot: TEST },
			to: { path: '^src/(lib/(?!$1/|ui/|paraglide/|api/|server/)[^/]+/|routes/)' }
		},
		{
			name: 'live-door-is-a-door',
			comment: 'The live door asks the study, appends through the cellar, and knows no screen.',
			severity: 'error',
			from: { path: '^ws-server/', pathNot: TEST },
			to: { path: '^(src/(?!domain/|lib/server/)|tests/)' }
		},
		{
			name: 'start-is-imported-by-nobody',
			comment: 'The composition root is where programs begin; only vite.config.ts mounts it too.',
			severity: 'error',
			from: { pathNot: [TEST, '^src/start/', '^vite[.]config[.]ts$'] },
			to: { path: '^src/start/' }
		},
		{
			name: 'product-knows-no-tests',
			comment: 'What is shipped runs without tests.',
			severity: 'error',
			from: { path: '^(src|db|ws-server)/', pathNot: TEST },
			to: { path: TEST }
		},
		{
			name: 'runs-on-dependencies',
			comment: 'What Node runs as it is must not need a tool that is only there to build.',
			severity: 'error',
			from: { path: '^(src/(start|domain|lib/server)|db|ws-server)/', pathNot: TEST },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only'],
				pathNot: '(^|/)node_modules/vite/'
			}
		},
		{
			name: 'no-unknown-package',
			comment: 'What is imported stands in package.json.',
			severity: 'error',
			from: {},
			to: { dependencyTypes: ['npm-no-pkg', 'unknown'], pathNot: '^([$]app/|[$]env/|[.]/[$]types)' }
		}
	],
	options: {
		doNotFollow: { path: ['node_modules', '^src/lib/paraglide/'] },
		exclude: { path: '^(build|[.]svelte-kit|[.]data)/' },
		tsPreCompilationDeps: true,
		detectProcessBuiltinModuleCalls: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'node', 'default', 'types'],
			extensions: ['.ts', '.svelte', '.js']
		}
	}
};
