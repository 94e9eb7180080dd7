import { mergeUpdates } from 'yjs';
import { Drawer } from './drawer.ts';
import { wordsIn } from './recovered.ts';
import { isSuggested, wordsSuggested } from './suggested.ts';

/** The words of somebody who has a store here, that are on this device alone, a text for each page that left some. */
export async function wordsLeftHere(person: string): Promise<string[]> {
	const drawer = await Drawer.open(person);
	try {
		return (await drawer.readAll()).map((left) =>
			isSuggested(left) ? wordsSuggested(left) : wordsIn(mergeUpdates([...left.edits]))
		);
	} finally {
		drawer.close();
	}
}
