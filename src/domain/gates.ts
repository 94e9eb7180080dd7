/** The three gates of a study: a checklist each, that a lector of the werkplaats signs. */
export const GATES = ['ethics', 'data', 'consent'] as const;
export type Gate = (typeof GATES)[number];

/**
 * What has to be in order before people are asked anything. "WMO" is the law on medical research with
 * people, not the Wmo of the social domain; no BSN is a prohibition (UAVG art. 46), not advice.
 */
export const GATE_ITEMS = {
	ethics: [
		'ethics_committee',
		'wmo_checked',
		'information_letter',
		'dpia_scan',
		'processing_register',
		'interests_stated'
	],
	data: [
		'data_plan',
		'no_bsn',
		'safe_storage',
		'who_has_access',
		'key_file_apart',
		'retention_terms'
	],
	consent: [
		'consent_per_purpose',
		'consent_recorded',
		'plain_words',
		'images_and_sound',
		'after_the_project',
		'withdrawal_reaches_copies'
	]
} as const satisfies Record<Gate, readonly string[]>;

export type GateItem = (typeof GATE_ITEMS)[Gate][number];

const GATE_OF = new Map(
	GATES.flatMap((gate) => GATE_ITEMS[gate].map((item): [string, Gate] => [item, gate]))
);

/** The gate in whose list this item stands; undefined when no list has it. */
export function gateOf(item: string): Gate | undefined {
	return GATE_OF.get(item);
}

export function isGateItem(item: string): item is GateItem {
	return GATE_OF.has(item);
}

/** A signature; withdrawn since somebody took away a tick under it. */
export type Signature<Person> = {
	by: Person;
	at: Date;
	withdrawn: { by: Person; at: Date } | null;
};

export type GateState = 'open' | 'ready' | 'signed';

/** The gates that field work waits for: people are asked nothing before all three are signed. */
export function waitedFor(gates: readonly { gate: Gate; state: GateState }[]): Gate[] {
	return gates.filter(({ state }) => state !== 'signed').map(({ gate }) => gate);
}

/** Signed while the signature holds, ready when all is ticked; an item that was added later opens it again. */
export function gateState(
	gate: Gate,
	ticked: ReadonlySet<string>,
	signature: Pick<Signature<unknown>, 'withdrawn'> | null
): GateState {
	if (!GATE_ITEMS[gate].every((item) => ticked.has(item))) return 'open';
	return signature && !signature.withdrawn ? 'signed' : 'ready';
}
