import type { Sensitivity } from '#domain/sensitivity.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who may read a document of this sensitivity, in plain words. */
export const READERS: Record<Sensitivity, { name: () => string; text: () => string }> = {
	open: { name: m.documents_sensitivity_open, text: m.documents_sensitivity_open_text },
	werkplaats: {
		name: m.documents_sensitivity_werkplaats,
		text: m.documents_sensitivity_werkplaats_text
	},
	restricted: {
		name: m.documents_sensitivity_restricted,
		text: m.documents_sensitivity_restricted_text
	},
	vault: { name: m.documents_sensitivity_vault, text: m.documents_sensitivity_vault_text }
};
