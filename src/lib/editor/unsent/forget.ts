/** Begins the name of each person's store of unsent edits in this browser. */
const PREFIX = 'unsent-';
/** Tells every page of this browser that has a text open to keep nothing any more. */
const CHANNEL = 'unsent';

export function storeName(person: string): string {
	return PREFIX + person;
}

/** Whether there is a store of this person here; looking makes none. */
export async function hasStore(person: string): Promise<boolean> {
	return (await storesHere()).includes(storeName(person));
}

/** Destroys the unsent edits and the keys of everybody in this browser: somebody signs out. */
export async function forgetAll(): Promise<void> {
	if (typeof BroadcastChannel !== 'undefined') {
		const channel = new BroadcastChannel(CHANNEL);
		channel.postMessage('forget');
		channel.close();
	}
	await Promise.all((await storesHere()).map(destroy));
}

/** Destroys what others left in this browser: one person is signed in at a time. */
export async function forgetOthers(person: string): Promise<void> {
	const others = (await storesHere()).filter((name) => name !== storeName(person));
	await Promise.all(others.map(destroy));
}

/** Calls `forget` when somebody signs out anywhere in this browser; answers how to stop listening. */
export function whenForgotten(forget: () => void): () => void {
	if (typeof BroadcastChannel === 'undefined') return () => {};
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = forget;
	return () => channel.close();
}

async function storesHere(): Promise<string[]> {
	try {
		const all = await indexedDB.databases();
		return all.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
	} catch {
		// A browser that keeps nothing has nothing to forget.
		return [];
	}
}

function destroy(name: string): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => resolve();
		// Who has it open closes it when asked; a page that stands still must not keep anybody signed in.
		request.onblocked = () => resolve();
	});
}
