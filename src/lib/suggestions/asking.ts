import type { Push } from '#domain/content/suggestions/pushing.ts';
import type { Verdict } from '#domain/suggestions.ts';
import type { LayerTold, MineTold } from './suggestions.ts';

/** The server says no, or does not answer (`status` 0). */
export class NotAnswered extends Error {
	readonly status: number;
	readonly code: string | null;

	constructor(status: number, code: string | null) {
		super(`no answer: ${status} ${code ?? ''}`);
		this.status = status;
		this.code = code;
	}

	/** What one saw is not what there is any more. */
	get isStale(): boolean {
		return this.status === 409 && this.code === 'suggestion_changed';
	}
}

/** Long enough for a slow line; then it is asked again. */
const ANSWER_WITHIN_MS = 20_000;

async function ask<Answer>(path: string, method = 'GET', body?: unknown): Promise<Answer> {
	const response = await fetch(`/api/v1/parts/${path}`, {
		method,
		...(body !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		}),
		signal: AbortSignal.timeout(ANSWER_WITHIN_MS)
	}).catch(() => null);
	if (!response) throw new NotAnswered(0, null);
	const answer: unknown = await response.json().catch(() => null);
	if (!response.ok) throw new NotAnswered(response.status, codeOf(answer));
	return answer as Answer;
}

function codeOf(answer: unknown): string | null {
	const { error } = (answer ?? {}) as { error?: { code?: unknown } };
	return typeof error?.code === 'string' ? error.code : null;
}

/** What everybody suggests in a text. */
export async function askLayers(part: string): Promise<LayerTold[]> {
	return (await ask<{ layers: LayerTold[] }>(`${part}/suggestions`)).layers;
}

export function askMine(part: string): Promise<MineTold> {
	return ask(`${part}/suggestions/mine`);
}

export function sendMine(part: string, push: Push): Promise<{ version: number }> {
	return ask(`${part}/suggestions/mine`, 'PUT', push);
}

/** All of everybody without a person; all of a person without keys. */
export type Decision = { verdict: Verdict; person?: string; keys?: string[] };

export async function sendDecision(part: string, decision: Decision): Promise<number> {
	const path = `${part}/suggestions/decisions`;
	return (await ask<{ decided: number }>(path, 'POST', decision)).decided;
}

/** What somebody says of a suggestion: it begins a thread beside the text. */
export type Remark = {
	body: { text: string }[];
	suggestion: { person: string; key: string };
};

export async function sendRemark(part: string, remark: Remark): Promise<void> {
	await ask(`${part}/threads`, 'POST', remark);
}
