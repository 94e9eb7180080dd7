import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { houseInDevelopment } from './src/start/dev.ts';
import { PARAGLIDE } from './paraglide.config.ts';

// Kit 3 takes its options here and refuses to start beside a svelte.config.js.
export default defineConfig({
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// Every icon and every small part would be a request of its own, of some hundred bytes. An icon
						// of one page alone comes with that page.
						codeSplitting: {
							groups: [
								{ name: 'icons', test: /node_modules\/@lucide\//, minShareCount: 2 },
								// What works on a text is for pages that have one.
								{ name: 'parts', test: /src\/lib\/ui\/(?!passages\/)/ }
							]
						}
					}
				}
			}
		}
	},
	plugins: [
		houseInDevelopment(),
		paraglideVitePlugin(PARAGLIDE),
		sveltekit({
			adapter: adapter({ precompress: true }),
			compilerOptions: { runes: true },
			// A page of many small style sheets waits for each of them before it shows anything.
			inlineStyleThreshold: 4096,
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
