// What stands around the text of an assignment, in one piece: no other document brings it along.
export { default as AssignmentHead } from './AssignmentHead.svelte';
