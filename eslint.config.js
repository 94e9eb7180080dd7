import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { FUNCTIONS } from './src/domain/functions.ts';

const TESTS = ['**/*.test.ts', '**/*.spec.ts'];

/** A function is compared with nothing but the policy's own table. */
const comparedFunctions = [
	`BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^(${FUNCTIONS.join('|')})$/]:not([value=/^(professional|citizen)$/])`,
	'BinaryExpression[operator=/^[!=]==?$/]:has(> MemberExpression[property.name="function"]):has(> Literal)',
	'SwitchStatement > MemberExpression.discriminant[property.name="function"]',
	'CallExpression[callee.property.name="includes"] > MemberExpression[property.name="function"]'
].map((selector) => ({
	selector,
	message: 'Ask the policy (`can`, `authorize`, `abilities`) instead of comparing functions.'
}));

const rawSql = {
	selector: 'TaggedTemplateExpression[tag.name="sql"]',
	message: 'SQL lives in db/queries.'
};

const testsThatLie = [
	{
		selector:
			'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|fixme)$/]',
		message: 'A test that runs alone, or not at all, hides the others.'
	},
	{
		selector: 'CallExpression[callee.property.name="waitForTimeout"]',
		message: 'Wait for a condition, never for a fixed time.'
	},
	{
		selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
		message: 'Wait for a condition, never for a fixed time.'
	},
	{
		selector: 'ImportDeclaration[source.value=/^(node:)?timers.promises$/]',
		message: 'Wait for a condition, never for a fixed time.'
	},
	{
		selector: 'CallExpression[callee.object.name="vi"][callee.property.name="mock"]',
		message: 'Use the real thing, or an in-memory twin that passes the same contract.'
	}
];

export default ts.config(
	{
		ignores: ['build/', '.svelte-kit/', 'src/lib/paraglide/', '.data/', 'db/migrations/']
	},
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'no-eval': 'error',
			'prefer-const': 'error',
			// The compiler knows better: it sees types and Svelte's own globals.
			'no-undef': 'off',
			'no-restricted-syntax': ['error', ...comparedFunctions, rawSql],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// `noUncheckedIndexedAccess` is on; where the index is known to exist a `!` says so.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// `typeof import(…)` names what is loaded later.
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			// `Promise.withResolvers<void>()` is fine; headers are deleted by name.
			'@typescript-eslint/no-invalid-void-type': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			// The product is served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// Props and derived values are declared with `let`, whether or not the component assigns them.
		files: ['**/*.svelte', '**/*.svelte.ts'],
		rules: { 'prefer-const': 'off', 'svelte/prefer-const': ['error', { destructuring: 'all' }] }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
		}
	},
	{
		// The rule book compares functions: that is its work.
		files: ['src/domain/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', rawSql] }
	},
	{
		// The cellar speaks SQL, and says it in functions too; it still decides nothing.
		files: ['db/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', ...comparedFunctions] }
	},
	{
		// What starts and checks the house talks to whoever started it.
		files: ['src/start/**/*.ts', 'tests/**/*.ts', 'db/embedded/**/*.ts'],
		rules: { 'no-console': 'off' }
	},
	{
		// What tests stand on writes worlds straight into the database, and waits in its own way.
		files: ['tests/**/*.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	},
	{
		files: TESTS,
		rules: { 'no-restricted-syntax': ['error', ...testsThatLie] }
	}
);
