/** What a form shows again when it was refused. */
export type Refused = {
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};
