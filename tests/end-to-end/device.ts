import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export type OnDevice = { stores: string[]; rows: number; text: string };

/** All that a page's origin keeps in its browser, but its cookies: read as bytes, not as our code would. */
export function onDevice(page: Page): Promise<OnDevice> {
	return page.evaluate(async () => {
		const asText = (value: unknown): string => {
			if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
			if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
			if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`;
			if (typeof value === 'object' && value) return Object.values(value).map(asText).join(' ');
			return String(value);
		};
		const done = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('no answer'));
			});
		const found: string[] = [
			JSON.stringify({ ...localStorage }),
			JSON.stringify({ ...sessionStorage })
		];
		const stores: string[] = [];
		let rows = 0;
		for (const { name } of await indexedDB.databases()) {
			stores.push(name ?? '');
			const database = await done(indexedDB.open(name ?? ''));
			for (const store of database.objectStoreNames) {
				const all = await done(database.transaction(store).objectStore(store).getAll());
				if (store === 'edits') rows += all.length;
				found.push(...all.map(asText));
			}
			database.close();
		}
		return { stores, rows, text: found.join('\n') };
	});
}

/** The files of a browser's profile in which these words can be read. */
export function filesWith(profile: string, words: string): string[] {
	const shapes = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
	return readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => {
			const bytes = readFileSync(file);
			return shapes.some((shape) => bytes.includes(shape));
		});
}
