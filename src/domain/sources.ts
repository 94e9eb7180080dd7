/** The three kinds of knowledge that a study puts side by side; all three count equally. */
export const SOURCE_KINDS = ['research', 'practice', 'experience'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A reference in APA, or a sentence about who knows this. */
export const SOURCE_MAX = 1000;
export const ADDRESS_MAX = 2000;

const PROTOCOLS = ['http:', 'https:'];

/** The address of a source as it is kept; null when it is none that a browser may be sent to. */
export function sourceAddress(typed: string): string | null {
	const address = typed.trim();
	if (address.length > ADDRESS_MAX || /\s/.test(address) || !URL.canParse(address)) return null;
	const { protocol, username, password, href } = new URL(address);
	// A name before the host makes an address look like another one.
	return PROTOCOLS.includes(protocol) && !username && !password ? href : null;
}

/** The kinds of which there is no source yet. */
export function missingKinds(sources: readonly { kind: SourceKind }[]): SourceKind[] {
	return SOURCE_KINDS.filter((kind) => !sources.some((source) => source.kind === kind));
}
