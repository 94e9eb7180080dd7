import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 160 bits: nobody guesses it, so one fast hash is enough to keep it. */
const SECRET_BYTES = 20;
const ID_BYTES = 15;

/** What a person holds is `value`; the database keeps `id` and `secretHash` and can't make it again. */
export type Secret = { id: string; secretHash: Uint8Array; value: string };

/** A new secret for a session, an API token or an invitation. */
export function newSecret(): Secret {
	const id = randomBytes(ID_BYTES).toString('base64url');
	const secret = randomBytes(SECRET_BYTES).toString('base64url');
	return { id, secretHash: hashOf(secret), value: `${id}.${secret}` };
}

/** The two halves of a value, or null when it can't be one. */
export function splitSecret(value: string): { id: string; secret: string } | null {
	const [, id, secret] = /^([\w-]+)\.([\w-]+)$/.exec(value) ?? [];
	return id && secret ? { id, secret } : null;
}

/** Looked up by id and compared in constant time: the answer's timing tells nothing about the secret. */
export function isSecret(secret: string, secretHash: Uint8Array): boolean {
	const hash = hashOf(secret);
	return hash.length === secretHash.length && timingSafeEqual(hash, secretHash);
}

function hashOf(secret: string): Uint8Array {
	return createHash('sha256').update(secret).digest();
}
