import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { houseInDevelopment } from './src/start/dev.ts';
import { PARAGLIDE } from './paraglide.config.ts';

/** Every page has it around what it shows. */
const FRAME =
	/src\/(lib\/frame\/(Frame|ErrorPage)\.svelte|routes\/(\(app\)\/)?\+(layout|error)\.svelte)$/;

/** What a text that is written in is made with. */
const WRITING =
	/node_modules\/(@tiptap|prosemirror-|yjs|lib0|idb)|src\/(domain\/content\/(merge|clean)|lib\/editor\/unsent\/(drawer|life|seal))/;

const ourFloating = new URL('./src/lib/editor/floating-ui.ts', import.meta.url).pathname;
const ourIcon = new URL('./src/lib/ui/Icon.svelte', import.meta.url).pathname;

/**
 * Functions are compiled while their script loads, beside what the page does: else each of them when it is first
 * called, and after it was read twice. To be heeded it has to be what a script begins with, as it does after Vite
 * has put its own lines there. https://v8.dev/blog/explicit-compile-hints
 */
const compiledAsItLoads: Plugin = {
	name: 'compiled-as-it-loads',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle: {
		order: 'post',
		handler(_options, bundle) {
			for (const output of Object.values(bundle))
				if (output.type === 'chunk') output.code = `//# allFunctionsCalledOnLoad\n${output.code}`;
		}
	}
};

// Kit 3 takes its options here and refuses to start beside a svelte.config.js.
export default defineConfig({
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								// What nearly every page needs, and what stands around all of them.
								{ name: 'everywhere', minShareCount: 60 },
								{ name: 'frame', test: FRAME },
								// Every icon, small part and sentence would be a request of its own, of some hundred bytes. An
								// icon of one page alone comes with that page.
								{ name: 'icons', test: /node_modules\/@lucide\//, minShareCount: 2 },
								// What works on a text is for pages that have one.
								{ name: 'parts', test: /src\/lib\/ui\/(?!passages\/)/ },
								// ProseMirror's model reads its own stack as it loads: V8 then reads all of the script once more, for its
								// lines. The errors that lib0 makes ready cost the same where developer tools are open.
								{ name: 'model', test: /node_modules\/(prosemirror-model|lib0)\// },
								// One cannot write without all of it.
								{ name: 'writing', test: WRITING, minShareCount: 2 },
								{
									name: 'words',
									test: /src\//,
									maxModuleSize: 1300,
									minShareCount: 2,
									entriesAware: true,
									entriesAwareMergeThreshold: 3000
								}
							]
						}
					}
				}
			}
		}
	},
	resolve: {
		alias: [
			{ find: '@floating-ui/dom', replacement: ourFloating },
			// As Lucide's icons name what draws them.
			{ find: /^\.\.\/Icon\.svelte$/, replacement: ourIcon }
		]
	},
	plugins: [
		houseInDevelopment(),
		compiledAsItLoads,
		paraglideVitePlugin(PARAGLIDE),
		sveltekit({
			adapter: adapter({ precompress: true }),
			compilerOptions: { runes: true },
			// A page of many small style sheets waits for each of them before it shows anything.
			inlineStyleThreshold: 8192,
			// src/hooks.server.ts compares origins, in development too: this one refuses every program
			// that sends no body or no origin, such as a DELETE with a token.
			csrf: { trustedOrigins: ['*'] },
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					// ProseMirror and Svelte set inline styles on elements (carets, table widths).
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	]
});
