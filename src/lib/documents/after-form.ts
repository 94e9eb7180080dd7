import type { SubmitFunction } from '$app/forms';
import { toasts } from '#lib/ui/toasts.svelte.ts';

/** For `use:enhance`: when the form was accepted it tells so and goes on; refused, its fields show why. */
export function afterForm(
	told: (form: FormData) => string,
	goOn: () => void = () => {}
): SubmitFunction {
	return ({ formData }) =>
		async ({ result, update }) => {
			await update({ reset: result.type === 'success' });
			if (result.type !== 'success') return;
			toasts.show({ kind: 'done', text: told(formData) });
			goOn();
		};
}
