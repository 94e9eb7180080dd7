import { hasStore } from './forget.ts';

/** What pages that are gone had of somebody's suggestions in a part, and could not send. */
export type LeftOwn = { words: string; discard: () => void };

/** Most people never have any: what reads it comes along when there is a store. */
export async function leftOwn(person: string, part: string): Promise<LeftOwn[]> {
	if (!(await hasStore(person))) return [];
	const { readLeftOwn } = await import('./read-left-own.ts');
	return readLeftOwn(person, part);
}
