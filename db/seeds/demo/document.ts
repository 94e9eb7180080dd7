import type { Content } from '#domain/content/schema.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import type { DemoName } from './people.ts';

/** A moment before now: days ago, on this hour and minute of that day (UTC). */
export type Ago = { days: number; at: string };

export type DemoShare =
	| { person: DemoName; level: Level }
	| { werkplaats: string; function?: WerkplaatsFunction; level: Level };

/** A document to plant: begun, given its text, shared and taken to its state as people would. */
export type DemoDocument = {
	werkplaats: string;
	kind: Kind;
	title: string;
	by: DemoName;
	themes: string[];
	domains: string[];
	sensitivity: Sensitivity;
	state?: State;
	/** Without it the document has the text of its template. */
	content?: Content;
	shares?: DemoShare[];
	begun: Ago;
	changed: Ago & { by: DemoName };
	/** Thrown away by its maker, when it was last changed. */
	binned?: true;
	/** Who had it open, and when. */
	visits?: (Ago & { by: DemoName })[];
};

export const ago = (days: number, at: string): Ago => ({ days, at });
/** What somebody did, and when. */
export const did = (by: DemoName, days: number, at: string): Ago & { by: DemoName } => ({
	by,
	days,
	at
});
