import type { Content } from '#domain/content/schema.ts';
import type { Gate, GateItem } from '#domain/gates.ts';
import type { Party } from '#domain/parties.ts';
import type { Phase } from '#domain/phases.ts';
import type { SourceKind } from '#domain/sources.ts';
import type { Ago } from './document.ts';
import type { DemoName } from './people.ts';

/** A cycle as far as it got. */
export type DemoCycle = { by: DemoName; begun: Ago; phase: Phase; content: Content };

/** A gate of which everything was ticked and that was signed; what was taken back since opens it again. */
export type DemoGate = {
	gate: Gate;
	by: DemoName;
	ticked: Ago;
	signedBy: DemoName;
	signed: Ago;
	takenBack?: { item: GateItem; at: Ago };
};

/** What stands around the text of a study, each as somebody did it. */
export type DemoStudy = {
	cycles: readonly DemoCycle[];
	gates: readonly DemoGate[];
	sources: readonly { kind: SourceKind; text: string; address?: string; by: DemoName; at: Ago }[];
	/** What a party does differently, or why it does nothing yet; a party that is not named is silent. */
	closings: readonly { party: Party; by: DemoName; at: Ago; change?: string; reason?: string }[];
};
