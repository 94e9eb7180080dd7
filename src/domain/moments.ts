import type { Content } from './content/schema.ts';

/** A moment of a case that people tell of, each in their own voice. */
export type Moment = { id: string; title: string; period: string };

export const MOMENT_TITLE_MAX = 120;
export const MOMENT_PERIOD_MAX = 60;
export const MOMENTS_MAX = 30;

/**
 * What a voice says of each moment, by the moment's id: from a heading that names it up to the next that
 * names one. Under null what comes before. Headings of moments that are no longer there count as words.
 */
export function byMoment(
	content: Content,
	moments: readonly Pick<Moment, 'id'>[]
): Map<string | null, Content> {
	const known = new Set(moments.map(({ id }) => id));
	const told = new Map<string | null, Content[]>();
	let at: string | null = null;
	for (const node of content.content ?? []) {
		const moment: unknown = node.type === 'heading' ? node.attrs?.['moment'] : undefined;
		const begins = typeof moment === 'string' && known.has(moment);
		if (begins) at = moment;
		const under = told.get(at) ?? [];
		if (!begins) under.push(node);
		told.set(at, under);
	}
	return new Map([...told].map(([id, nodes]) => [id, { type: 'doc', content: nodes }]));
}
