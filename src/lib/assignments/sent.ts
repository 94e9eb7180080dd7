import type { SubmitFunction } from '$app/forms';
import { tick } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import { afterSending } from '#lib/ui/read-again.ts';
import { submit, submitNew } from '#lib/ui/submit.ts';
import { toasts } from '#lib/ui/toasts.svelte.ts';

/** Says that it is kept, and puts focus where one goes on: the form may be gone, or closed. */
function kept(sending: SubmitFunction, goOn: (form: HTMLFormElement) => void): SubmitFunction {
	return async (asked) => {
		const told = await sending(asked);
		return afterSending(async (answer) => {
			await told?.(answer);
			if (answer.result.type !== 'success') return;
			toasts.show({ kind: 'done', text: m.assignments_kept() });
			await tick();
			goOn(asked.formElement);
		});
	};
}

/** The form of a row, which closes; the row is where it stands in the list. */
export function keepRow(list: () => HTMLElement | undefined, at: number): SubmitFunction {
	return kept(submit, () => {
		const summary = list()?.children[at]?.querySelector<HTMLElement>('summary');
		summary?.closest('details')?.removeAttribute('open');
		summary?.focus();
	});
}

/** The form of a new row, which is empty again and closed. */
export const keepNew: SubmitFunction = kept(submitNew, (form) => {
	const details = form.closest('details');
	details?.removeAttribute('open');
	details?.querySelector<HTMLElement>('summary')?.focus();
});

/** Takes focus along to where the row went, so that one can press again. */
export function moveRow(
	list: () => HTMLElement | undefined,
	at: number,
	by: -1 | 1
): SubmitFunction {
	return () =>
		afterSending(async ({ result, update }) => {
			await update({ reset: false });
			if (result.type !== 'success') return;
			await tick();
			const row = list()?.children[at + by];
			const again = row?.querySelector<HTMLElement>(`[data-by="${by}"]`);
			// At the end of the list there is only the way back.
			(again ?? row?.querySelector<HTMLElement>('[data-by]'))?.focus();
		});
}
