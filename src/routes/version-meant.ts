import { NOW } from '#server/history.ts';
import { identity } from './identity.ts';

/** A version out of an address, or the text of now. */
export function versionMeant(value: string): string;
export function versionMeant(value: string | null): string | null;
export function versionMeant(value: string | null): string | null {
	return value === NOW || value === null ? value : identity(value);
}
