// What the page of a case is made of, in one piece: no other document brings it along.
export { default as Blind } from './Blind.svelte';
export { default as CaseFacts } from './CaseFacts.svelte';
export { default as CaseNavigation } from './CaseNavigation.svelte';
export { default as Closings } from './Closings.svelte';
export { default as SideBySide } from './SideBySide.svelte';
export { default as Timeline } from './Timeline.svelte';
export { default as Voices } from './Voices.svelte';
export { default as VoiceTop } from './VoiceTop.svelte';
export { default as WordShare } from './WordShare.svelte';
