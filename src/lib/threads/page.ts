// What a text that is talked about needs, in one piece: it comes when there is something to see or to say.
export { OpenThreads } from './open-threads.svelte.ts';
export { default as ThreadsAround } from './ThreadsAround.svelte';
export { default as ThreadsPanel } from './ThreadsPanel.svelte';
