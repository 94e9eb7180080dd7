/** The only schemes a link in a text may have; anything else could run code or leak what is read. */
const LINK_SCHEMES = ['http', 'https', 'mailto', 'tel'] as const;

const PROTOCOLS: ReadonlySet<string> = new Set(LINK_SCHEMES.map((scheme) => `${scheme}:`));

const IGNORED = /^[\s\0-\x20]+|[\s\0-\x20]+$|[\t\n\r]/g;

/** The address when it is absolute and of an allowed scheme, else null. Judged as browsers parse it. */
export function allowedAddress(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	// Browsers leave these out before they read it: what is judged must be what is kept.
	const address = value.toWellFormed().replace(IGNORED, '');
	// Only absolute addresses parse without a base, so `//host` and `javascript` tricks fail here.
	if (!URL.canParse(address)) return null;
	return PROTOCOLS.has(new URL(address).protocol) ? address : null;
}

/** What a person typed as an address, completed with the scheme they left out; null if it is none. */
export function typedAddress(input: string): string | null {
	const typed = input.trim();
	if (!typed || /\s/.test(typed)) return null;
	if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(typed)) return allowedAddress(`mailto:${typed}`);
	if (/^\+?[\d()-]{8,}$/.test(typed)) return allowedAddress(`tel:${typed}`);
	// A port follows a host name with digits; anything else before a colon is a scheme.
	if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed)) return allowedAddress(typed);
	if (!/^[^/?#]+\.[^/?#.]{2,}/.test(typed)) return null;
	return allowedAddress(`https://${typed}`);
}
