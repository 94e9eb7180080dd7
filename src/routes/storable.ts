/** What PostgreSQL can't keep as text: NUL, and half of a pair that is one character together. */
function isText(value: string): boolean {
	return !value.includes('\0') && value.isWellFormed();
}

/** The path of the first text in a parsed value that can't be kept; null when all can. */
export function findUnstorable(value: unknown, path = ''): string | null {
	if (typeof value === 'string') return isText(value) ? null : path;
	if (typeof value !== 'object' || value === null) return null;
	for (const [key, inner] of Object.entries(value)) {
		if (!isText(key)) return path;
		const found = findUnstorable(inner, path ? `${path}.${key}` : key);
		if (found !== null) return found;
	}
	return null;
}

/** Whether an address has a NUL in it: it names nothing, and nothing can be searched for by it. */
export function hasNul({ pathname, search }: URL): boolean {
	return `${pathname}${search}`.includes('%00');
}
