// What a text that is frozen needs to be talked about, in one piece, after the text itself is on the screen.
export { default as SelectionBar } from '#lib/ui/passages/SelectionBar.svelte';
export { frozenEditor } from './frozen-editor.ts';
export { OpenThreads } from './open-threads.svelte.ts';
export { default as ThreadsAround } from './ThreadsAround.svelte';
export { default as ThreadsPanel } from './ThreadsPanel.svelte';
