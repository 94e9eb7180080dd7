/** What a form of a design shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

/** What was refused of one form; of a row only if it was that one. */
export function refusedIn(
	refused: Refusal | null,
	action: string,
	at: number | null = null
): Refusal | null {
	if (refused?.action !== action) return null;
	return at === null || refused.values.at === String(at) ? refused : null;
}
