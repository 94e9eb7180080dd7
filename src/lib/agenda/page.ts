// What new questions are put on the agenda with from a document, in one piece: other documents do not bring it along.
export { default as AskButton } from './AskButton.svelte';
export { default as NewQuestions } from './NewQuestions.svelte';
