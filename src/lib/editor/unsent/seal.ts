/** What lies in the store: unreadable without the key, and only where it was put. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

/** As AES-GCM wants it. */
const IV_BYTES = 12;
const NAME = 'AES-GCM';

/** A key that no script can carry away. */
export function newKey(): Promise<CryptoKey> {
	return crypto.subtle.generateKey({ name: NAME, length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals bytes to the place where they belong: moved to another one they can't be opened. */
export async function seal(
	key: CryptoKey,
	place: readonly string[],
	bytes: Uint8Array
): Promise<Sealed> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const algorithm = { name: NAME, iv, additionalData: encodePlace(place) };
	return { iv, bytes: await crypto.subtle.encrypt(algorithm, key, new Uint8Array(bytes)) };
}

/** The bytes; rejects when the key, the place or the bytes are not those of the seal. */
export async function unseal(
	key: CryptoKey,
	place: readonly string[],
	{ iv, bytes }: Sealed
): Promise<Uint8Array> {
	const algorithm = { name: NAME, iv, additionalData: encodePlace(place) };
	return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
}

function encodePlace(place: readonly string[]): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(place));
}
