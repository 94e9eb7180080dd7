import type { CommentBody, ReactionSign } from '#domain/threads.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Callable, NewThread, OpenedThreads, TalkedAbout } from './threads.ts';

/** What the server answered, or a sentence that says why it did not do it. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; code: string; why: string };

export type Assigned = { assignee: string | null; dueOn: string | null };

export function readThreads({ part, ...frozen }: TalkedAbout): Promise<Answer<OpenedThreads>> {
	return ask('GET', `parts/${part}/threads?${new URLSearchParams(frozen)}`);
}

export function beginThread(
	{ part, ...frozen }: TalkedAbout,
	{ passage, body }: NewThread
): Promise<Answer<{ id: string }>> {
	const words = passage && { quote: passage.quote, runs: passage.runs };
	return ask('POST', `parts/${part}/threads?${new URLSearchParams(frozen)}`, { ...words, body });
}

export function findPeople(part: string, q: string): Promise<Answer<Callable>> {
	return ask('GET', `parts/${part}/people?${new URLSearchParams({ q })}`);
}

export function changeThread(
	id: string,
	change: { resolved: boolean } | Assigned
): Promise<Answer<unknown>> {
	return ask('PATCH', `threads/${id}`, change);
}

export function addComment(thread: string, body: CommentBody): Promise<Answer<{ id: string }>> {
	return ask('POST', `threads/${thread}/comments`, { body });
}

export function editComment(id: string, body: CommentBody): Promise<Answer<unknown>> {
	return ask('PATCH', `comments/${id}`, { body });
}

export function removeComment(id: string): Promise<Answer<unknown>> {
	return ask('DELETE', `comments/${id}`);
}

export function react(id: string, sign: ReactionSign, on: boolean): Promise<Answer<unknown>> {
	return ask(on ? 'PUT' : 'DELETE', `comments/${id}/reactions/${sign}`);
}

async function ask<Value>(method: string, path: string, body?: unknown): Promise<Answer<Value>> {
	const response = await fetch(`/api/v1/${path}`, {
		method,
		...(body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		})
	}).catch(() => null);
	const answer = await response?.json().catch(() => null);
	if (response?.ok) return { ok: true, value: answer };
	const { code = '', message = m.threads_failed() } = answer?.error ?? {};
	return { ok: false, code, why: message };
}
