import type { Gate, GateItem, GateState, Signature } from '#domain/gates.ts';
import type { Phase } from '#domain/phases.ts';
import type { StudyClosing } from '#domain/closing.ts';
import type { Party } from '#domain/parties.ts';
import type { SourceKind } from '#domain/sources.ts';

type By = { id: string; name: string };
/** Whose words they are, and since when. */
type SaidBy = { by: By; at: Date };

/** A cycle; `part` is where its text is, `removable` whether nothing is written in it yet. */
export type Cycle = { part: string; number: number; phase: Phase; removable: boolean };

export type GateInStudy = {
	gate: Gate;
	state: GateState;
	items: { item: GateItem; tick: { by: By; at: Date } | null }[];
	signature: Signature<By> | null;
};

export type Source = {
	id: string;
	kind: SourceKind;
	text: string;
	address: string | null;
	addedBy: By;
};

/** What stands around the text of a study. */
export type Study = {
	cycles: Cycle[];
	gates: GateInStudy[];
	/** The gates that field work waits for. */
	waitsFor: Gate[];
	sources: Source[];
	closings: (StudyClosing & { changeSaid: SaidBy | null; reasonSaid: SaidBy | null })[];
	/** The parties of which nothing is known yet, and the one for which the asker may say it. */
	silent: Party[];
	speaksFor: Party | null;
};

/** What the asker may do with it; travels with the document. */
export type StudyAbilities = {
	run_cycles: boolean;
	tick_gates: boolean;
	sign_gate: boolean;
	keep_sources: boolean;
	explain_silence: boolean;
};

/** What a form of a study shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};
