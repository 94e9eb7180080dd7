import { mergeUpdates } from 'yjs';
import { Drawer } from './drawer.ts';
import { wordsIn } from './recovered.ts';

/** The words of somebody who has a store here, that are on this device alone, a text for each page that left some. */
export async function wordsLeftHere(person: string): Promise<string[]> {
	const drawer = await Drawer.open(person);
	try {
		return (await drawer.readAll()).map(({ edits }) => wordsIn(mergeUpdates([...edits])));
	} finally {
		drawer.close();
	}
}
