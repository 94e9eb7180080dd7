import { refreshAll } from '$app/navigation';
import type { SubmitFunction } from '$app/forms';

type Told = Exclude<Awaited<ReturnType<SubmitFunction>>, void>;

let sending = 0;
let waits = false;

/**
 * For `use:enhance`, around what is done with the answer of a form: until that is done, nothing else reads the page
 * again. Of two readings SvelteKit drops the older, so that `update()` ends before the page shows what was sent, and
 * focus goes to a row that still moves.
 */
export function afterSending(told: Told): Told {
	sending += 1;
	return async (answer) => {
		try {
			await told(answer);
		} finally {
			sending -= 1;
			if (sending === 0 && waits) {
				waits = false;
				void refreshAll();
			}
		}
	};
}

/** Reads the page again since others changed something; while a form is being sent, after that. */
export async function readAgain(): Promise<void> {
	if (sending > 0) waits = true;
	else await refreshAll();
}
