// What stands around the text of a study, in one piece: no other document brings it along.
export { default as StudyFoot } from './StudyFoot.svelte';
export { default as StudyHead } from './StudyHead.svelte';
