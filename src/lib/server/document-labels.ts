import type { Transaction } from '#db/connection.ts';
import { setDomains, setThemes } from '#db/queries/documents.ts';
import { resolveDomains, resolveThemes } from '#db/queries/references.ts';
import { Invalid } from '#domain/errors.ts';

/** Puts a document under these themes and domains, by id or slug; what is not named stays. */
export async function labelDocument(
	tx: Transaction,
	id: string,
	labels: { themes?: string[]; domains?: string[] }
): Promise<void> {
	if (labels.themes) await setThemes(tx, id, await knownThemes(tx, labels.themes));
	if (labels.domains) {
		const domains = await resolveDomains(tx, labels.domains);
		if (domains.length < new Set(labels.domains).size) throw new Invalid({ domains: 'unknown' });
		await setDomains(tx, id, domains);
	}
}

/** The identities of themes that all exist. */
export async function knownThemes(tx: Transaction, names: string[]): Promise<string[]> {
	const themes = await resolveThemes(tx, names);
	if (themes.length < new Set(names).size) throw new Invalid({ themes: 'unknown' });
	return themes;
}
