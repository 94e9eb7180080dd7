import type { Settings } from './settings.ts';

/** The origins of our own pages: the public one and, on this machine, its usual names. */
export function ownOrigins({ publicUrl, port }: Settings): string[] {
	const here = [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`];
	return [...new Set([publicUrl, ...here])];
}
