import type { Gate, GateItem } from '#domain/gates.ts';
import type { Phase } from '#domain/phases.ts';
import type { SourceKind } from '#domain/sources.ts';
import type { Party } from '#domain/parties.ts';
import { m } from '#lib/paraglide/messages.js';
import { PARTY_WORD } from '#lib/ui/parties.ts';

export const PHASE_WORD: Record<Phase, () => string> = {
	orient: m.studies_phase_orient,
	plan: m.studies_phase_plan,
	act: m.studies_phase_act,
	observe: m.studies_phase_observe,
	reflect: m.studies_phase_reflect
};

export const GATE_WORD: Record<Gate, () => string> = {
	ethics: m.studies_gate_ethics,
	data: m.studies_gate_data,
	consent: m.studies_gate_consent
};

export const ITEM_WORD: Record<GateItem, () => string> = {
	ethics_committee: m.studies_item_ethics_committee,
	wmo_checked: m.studies_item_wmo_checked,
	information_letter: m.studies_item_information_letter,
	dpia_scan: m.studies_item_dpia_scan,
	processing_register: m.studies_item_processing_register,
	interests_stated: m.studies_item_interests_stated,
	data_plan: m.studies_item_data_plan,
	no_bsn: m.studies_item_no_bsn,
	safe_storage: m.studies_item_safe_storage,
	who_has_access: m.studies_item_who_has_access,
	key_file_apart: m.studies_item_key_file_apart,
	retention_terms: m.studies_item_retention_terms,
	consent_per_purpose: m.studies_item_consent_per_purpose,
	consent_recorded: m.studies_item_consent_recorded,
	plain_words: m.studies_item_plain_words,
	images_and_sound: m.studies_item_images_and_sound,
	after_the_project: m.studies_item_after_the_project,
	withdrawal_reaches_copies: m.studies_item_withdrawal_reaches_copies
};

/** Gates in a row, as in a sentence. */
export function gatesInWords(gates: readonly Gate[]): string {
	return gates.map((gate) => GATE_WORD[gate]()).join(', ');
}

/** Parties in a row, as in a sentence. */
export function silentInWords(parties: readonly Party[]): string {
	return parties.map((party) => PARTY_WORD[party]()).join(', ');
}

/** A kind of source: its name, and what to say where there is none. */
export const SOURCE_WORDS: Record<
	SourceKind,
	{ name: () => string; none: () => string; hint: () => string }
> = {
	research: {
		name: m.studies_source_research,
		none: m.studies_source_none_research,
		hint: m.studies_source_none_hint_research
	},
	practice: {
		name: m.studies_source_practice,
		none: m.studies_source_none_practice,
		hint: m.studies_source_none_hint_practice
	},
	experience: {
		name: m.studies_source_experience,
		none: m.studies_source_none_experience,
		hint: m.studies_source_none_hint_experience
	}
};
