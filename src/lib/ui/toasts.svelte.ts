export type Toast = {
	kind: 'done' | 'warn' | 'danger';
	text: string;
	action?: { label: string; run: () => void };
};

/** Long enough to read two sentences twice; with an action, long enough to reach it by keyboard. */
const SHOW_FOR_MS = 7_000;
const SHOW_ACTION_FOR_MS = 15_000;

/** What was just done or went wrong, shown for a while at the edge of the page. */
class Toasts {
	shown = $state<(Toast & { id: number })[]>([]);
	#last = 0;

	show(toast: Toast): void {
		const id = ++this.#last;
		this.shown.push({ ...toast, id });
		setTimeout(() => this.hide(id), toast.action ? SHOW_ACTION_FOR_MS : SHOW_FOR_MS);
	}

	hide(id: number): void {
		this.shown = this.shown.filter((toast) => toast.id !== id);
	}
}

export const toasts = new Toasts();
