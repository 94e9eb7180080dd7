import type { z } from 'zod';

/** What is said of one method of an endpoint. */
export type Operation = {
	summary: string;
	/** The status of success with the schema of its JSON; without one there is no body. */
	answers: Record<number, z.ZodType | null>;
	body?: z.ZodType;
	query?: z.ZodObject;
	failures: number[];
};

/** By path and method. */
export type Operations = Record<string, Record<string, Operation>>;
