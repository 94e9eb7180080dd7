import type { SubmitFunction } from '$app/forms';
import { tick } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';

/** For `use:enhance`: accepted, it tells so; refused, focus goes to the field that says why. */
export function afterRelation(told: () => string): SubmitFunction {
	return ({ formElement }) =>
		async ({ result, update }) => {
			// What may not be done is no reason to leave the page.
			if (result.type === 'error') {
				toasts.show({ kind: 'danger', text: m.relations_failed() });
				return;
			}
			await update({ reset: result.type === 'success' });
			if (result.type === 'success') toasts.show({ kind: 'done', text: told() });
			if (result.type !== 'failure') return;
			await tick();
			formElement.querySelector<HTMLElement>('[aria-invalid="true"], .error[tabindex]')?.focus();
		};
}
