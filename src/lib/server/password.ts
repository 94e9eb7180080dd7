import { hash, verify } from '@node-rs/argon2';
import { COMMON_STEMS } from './common-passwords.ts';

const PASSWORD_MIN = 12;
/** Hashing costs time: nobody makes us hash a book. */
const PASSWORD_MAX = 200;
/** Fewer different characters than this is a key held down or two keys in turn. */
const DIFFERENT_MIN = 5;

/** argon2id as OWASP advises it: 19 MiB, two passes. About 40 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The code of what is wrong with a new password, or null when it will do. */
export function passwordFault(password: string, about: string[] = []): string | null {
	const plain = normal(password);
	if ([...plain].length < PASSWORD_MIN) return 'password_too_short';
	if (plain.length > PASSWORD_MAX) return 'password_too_long';
	return isCommon(plain.toLowerCase(), about) ? 'password_too_common' : null;
}

function isCommon(password: string, about: string[]): boolean {
	if (new Set(password).size < DIFFERENT_MIN) return true;
	if (isSequence(password)) return true;
	const stem = password.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
	return COMMON_STEMS.has(stem) || about.some((word) => word.toLowerCase() === password);
}

/** Each character one further than the last: 123456789012, abcdefghijkl. */
function isSequence(password: string): boolean {
	const rows = ['01234567890123456789', '09876543210987654321', 'abcdefghijklmnopqrstuvwxyz'];
	return rows.some((row) => row.includes(password));
}

export async function hashPassword(password: string): Promise<string> {
	return hash(normal(password), COST);
}

/** The hash of nobody's password: checking an unknown account takes as long as checking a known one. */
let nobody: Promise<string> | undefined;

/** Whether it is the password; always hashes, also when there is no account. */
export async function isPassword(
	passwordHash: string | undefined,
	password: string
): Promise<boolean> {
	nobody ??= hash('', COST);
	const plain = normal(password).slice(0, PASSWORD_MAX + 1);
	const fits = await verify(passwordHash ?? (await nobody), plain);
	return passwordHash !== undefined && fits;
}

/** One password however a keyboard composes its accents. */
function normal(password: string): string {
	return password.normalize('NFKC');
}
