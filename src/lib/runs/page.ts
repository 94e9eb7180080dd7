// What the page of an assignment shows of the times that it was given: no other document brings it along.
export { default as GivenTimes } from './GivenTimes.svelte';
