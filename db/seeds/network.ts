import type { Database, Transaction } from '../connection.ts';
import {
	loadedVersion,
	lockVocabularies,
	markLoaded,
	shipDomain,
	shipOrganisation,
	shipTheme,
	shipWerkplaats
} from '../queries/vocabularies.ts';
import domains from './network/domains.json' with { type: 'json' };
import organisations from './network/organisations.json' with { type: 'json' };
import themes from './network/themes.json' with { type: 'json' };
import werkplaatsen from './network/werkplaatsen.json' with { type: 'json' };

/**
 * Loads the lists that ship with the product, each only when its version is newer than what was
 * loaded. What an administrator changed stays; nothing is ever removed.
 */
export async function loadNetwork(db: Database): Promise<void> {
	await db.transaction(async (tx) => {
		await lockVocabularies(tx);
		await load(tx, 'themes', themes.version, async () => {
			for (const [position, row] of themes.themes.entries()) {
				await shipTheme(tx, { ...row, position });
			}
		});
		await load(tx, 'domains', domains.version, async () => {
			for (const [position, row] of domains.domains.entries()) {
				await shipDomain(tx, { ...row, position });
			}
		});
		await load(tx, 'organisations', organisations.version, async (loaded) => {
			// An older one may have got another name here: it doesn't come back under its first.
			const newer = organisations.organisations.filter(({ since }) => since > loaded);
			for (const { name, kind } of newer) await shipOrganisation(tx, { name, kind });
		});
		await load(tx, 'werkplaatsen', werkplaatsen.version, async () => {
			for (const [position, row] of werkplaatsen.werkplaatsen.entries()) {
				const { carriers, questions, ...fields } = row;
				const carrier = carriers.join(' · ');
				await shipWerkplaats(tx, { ...fields, carrier, position }, carriers, asked(questions));
			}
		});
	});
}

async function load(
	tx: Transaction,
	name: string,
	version: number,
	ship: (loaded: number) => Promise<void>
): Promise<void> {
	const loaded = await loadedVersion(tx, name);
	if (loaded >= version) return;
	await ship(loaded);
	await markLoaded(tx, name, version);
}

/** Each werkplaats asks its own: the type of the JSON file knows every theme that any of them asks about. */
function asked(questions: Record<string, string | undefined>): Record<string, string> {
	const entries = Object.entries(questions).filter(
		(entry): entry is [string, string] => !!entry[1]
	);
	return Object.fromEntries(entries);
}
