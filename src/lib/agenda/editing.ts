// What an agenda is edited with, in one piece: who only reads it and puts questions does not bring it along.
export { default as AgendaLinks } from './AgendaLinks.svelte';
export { default as CurateForm } from './CurateForm.svelte';
