import { NotFound } from '#domain/errors.ts';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An identity out of an address; what can't be one names nothing. */
export function identity(value: string | undefined): string {
	if (!value || !UUID.test(value)) throw new NotFound();
	return value.toLowerCase();
}
