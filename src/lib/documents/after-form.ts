import type { SubmitFunction } from '$app/forms';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';

type Refusal = { fields?: Record<string, string>; conflict?: string };

/** For `use:enhance`: when the form was accepted it tells so and goes on; refused, its fields show why. */
export function afterForm(
	told: (form: FormData) => string,
	goOn: () => void = () => {}
): SubmitFunction {
	return ({ formData }) =>
		async ({ result, update }) => {
			if (result.type === 'error') return refused(result.error.message);
			await update({ reset: result.type === 'success' });
			if (result.type === 'failure') {
				const conflict: unknown = result.data?.conflict;
				if (typeof conflict === 'string') refused(conflict);
			}
			if (result.type !== 'success') return;
			toasts.show({ kind: 'done', text: told(formData) });
			goOn();
		};
}

/** The same for a form without room for errors: refused, it tells why and shows again what holds. */
export function afterSmallForm(
	told: (form: FormData) => string
): SubmitFunction<undefined, Refusal> {
	return ({ formData, formElement }) =>
		async ({ result, update }) => {
			if (result.type === 'success') {
				await update({ reset: false });
				toasts.show({ kind: 'done', text: told(formData) });
				return;
			}
			formElement.reset();
			if (result.type === 'redirect') return update();
			if (result.type === 'error') return refused(result.error.message);
			const { conflict, fields } = result.data ?? {};
			refused(conflict ?? Object.values(fields ?? {})[0] ?? m.documents_failed());
		};
}

/** What may not be done is no reason to leave the page. */
function refused(text: string): void {
	toasts.show({ kind: 'danger', text });
}
