import { Drawer } from './drawer.ts';
import { isGone } from './life.ts';
import { placeOfSuggested, wordsSuggested } from './suggested.ts';
import type { LeftOwn } from './left-own.ts';

/** As `leftOwn`, where there is a store. */
export async function readLeftOwn(person: string, part: string): Promise<LeftOwn[]> {
	const place = placeOfSuggested(part);
	const drawer = await Drawer.open(person);
	try {
		const found: LeftOwn[] = [];
		for (const page of await drawer.pages(place)) {
			const left = (await isGone(page)) ? await drawer.read(place, page) : null;
			if (left) found.push({ words: wordsSuggested(left), discard: () => discard(page) });
		}
		return found;
	} finally {
		drawer.close();
	}

	function discard(page: string): void {
		Drawer.open(person)
			.then((again) => again.remove(place, [page]).finally(() => again.close()))
			.catch(reportError);
	}
}
