import { goto, refreshAll } from '$app/navigation';
import type { State } from '#domain/states.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '#lib/ui/toasts.svelte.ts';
import { STATE_WORD } from '#lib/ui/words.ts';

async function ask(
	method: 'PATCH' | 'DELETE' | 'POST',
	path: string,
	body?: unknown
): Promise<boolean> {
	const response = await fetch(`/api/v1/documents/${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body)
	}).catch(() => null);
	if (!response?.ok) toasts.show({ kind: 'danger', text: await reasonOf(response) });
	return response?.ok ?? false;
}

/** What the rules refuse is told in their own words: then there is something to do about it. */
async function reasonOf(response: Response | null): Promise<string> {
	if (response?.status !== 409) return m.documents_failed();
	const answer: { error?: { message?: string } } | null = await response.json().catch(() => null);
	return answer?.error?.message ?? m.documents_failed();
}

/** Takes a document to another state, and tells so. */
export async function changeState(id: string, state: State): Promise<void> {
	if (!(await ask('PATCH', id, { state }))) return;
	toasts.show({ kind: 'done', text: m.documents_state_changed({ state: STATE_WORD[state]() }) });
	await refreshAll();
}

/** Puts a document in the bin and leaves it; the way back is offered, not asked about beforehand. */
export async function binAndLeave(id: string, title: string, list: string): Promise<void> {
	if (!(await ask('DELETE', id))) return;
	await goto(list);
	const restore = async () => {
		if (await ask('POST', `${id}/restore`)) await goto(`/document/${id}`);
	};
	toasts.show({
		kind: 'done',
		text: m.documents_binned({ title }),
		action: { label: m.documents_undo(), run: () => void restore() }
	});
}
