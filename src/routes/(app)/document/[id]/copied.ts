// What stands around the text of a copy, and of what has copies: no other document brings it along.
export { default as Copies } from './Copies.svelte';
export { default as Origin } from './Origin.svelte';
