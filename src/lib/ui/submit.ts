import { tick } from 'svelte';
import type { SubmitFunction } from '$app/forms';
import { afterSending } from './read-again.ts';

/**
 * For `use:enhance` on a form that shows what is: it stays filled in, and when it is refused focus goes
 * to the first fault. Never reset: that brings back what a list showed when the page was made.
 */
export const submit: SubmitFunction = (asked) => sent(asked.formElement, false);

/** The same for a form that makes something: once that is made, it is empty for the next. */
export const submitNew: SubmitFunction = (asked) => sent(asked.formElement, true);

function sent(form: HTMLFormElement, empties: boolean): ReturnType<SubmitFunction> {
	form.ariaBusy = 'true';
	return afterSending(async ({ result, update }) => {
		form.ariaBusy = null;
		await update({ reset: empties && result.type === 'success' });
		if (result.type !== 'failure') return;
		await tick();
		form.querySelector<HTMLElement>('[aria-invalid="true"], .error[tabindex]')?.focus();
	});
}
