// What the page of a study or of a text of a case needs for evidence, in one piece: no other document brings it along.
export { default as EvidenceAround } from './EvidenceAround.svelte';
export { default as UseButton } from './UseButton.svelte';
