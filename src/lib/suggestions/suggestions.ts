import type { Content } from '#domain/content/schema.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { BlockJson } from '#domain/suggestions.ts';

/** Somebody, and as whom they take part. */
export type PersonTold = {
	id: string;
	name: string;
	function: WerkplaatsFunction | null;
	organisation: string | null;
	isSelf: boolean;
};

/** Blocks of the text that somebody would have otherwise: `before`, which stood from `from` up to `to`, as `blocks`. */
export type RunTold = { from: number; to: number; before: BlockJson[]; blocks: BlockJson[] };

/** All that one person suggests in a text. */
export type LayerTold = {
	person: PersonTold;
	version: number;
	changedAt: string;
	may: { decide: boolean; withdraw: boolean };
	runs: RunTold[];
};

/** The text, and the same as oneself would have it; `pushes` are the last changes that arrived. */
export type MineTold = { version: number; base: Content; suggested: Content; pushes: string[] };
