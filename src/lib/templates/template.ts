import type { Kind } from '#domain/kinds.ts';

/** A starting text of a werkplaats itself, as its list shows it. */
export type Template = {
	id: string;
	name: string;
	kind: Kind;
	createdAt: Date;
	archivedAt: Date | null;
};

/** What a form of this page shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};
