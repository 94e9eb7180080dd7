// What shows and decides suggestions, in one piece: it comes when there is one, or when somebody looks for them.
export { Review } from './review.svelte.ts';
export { default as SuggestionPanel } from './SuggestionPanel.svelte';
