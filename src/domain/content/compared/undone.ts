import { contentSchema, type Content } from '../schema.ts';
import { decidedOn } from '../suggestions/decided.ts';
import { suggestionOf } from '../suggestions/hunks.ts';

/** A text without some of what made it from an older one, by the keys of hunks; null where one is not there. */
export function undone(before: Content, now: Content, keys: readonly string[]): Content | null {
	const became = suggestionOf(contentSchema.nodeFromJSON(before), contentSchema.nodeFromJSON(now));
	const known = new Set(became.hunks.map(({ key }) => key));
	if (keys.some((key) => !known.has(key))) return null;
	return decidedOn(became, ({ key }) => !keys.includes(key)).toJSON() as Content;
}
