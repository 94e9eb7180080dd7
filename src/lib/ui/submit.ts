import type { SubmitFunction } from '$app/forms';
import { tick } from 'svelte';

/** For `use:enhance`: what was filled in stays when it is refused, and focus goes to the first fault. */
export const submit: SubmitFunction = ({ formElement }) => {
	formElement.ariaBusy = 'true';
	return async ({ result, update }) => {
		formElement.ariaBusy = null;
		await update({ reset: result.type === 'success' });
		if (result.type !== 'failure') return;
		await tick();
		const fault = '[aria-invalid="true"], .error[tabindex]';
		formElement.querySelector<HTMLElement>(fault)?.focus();
	};
};
