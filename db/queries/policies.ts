import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/connection.ts';
import { accessPolicy } from '#db/schema/access.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Level } from '#domain/levels.ts';

export type PolicyCell = {
	werkplaatsId: string;
	/** Null: for the werkplaats as a whole. */
	themeId: string | null;
	function: WerkplaatsFunction;
	kind: Kind;
};

/** The cells that a werkplaats changed. */
export function listPolicies(db: Queryable, werkplaatsId: string) {
	return db
		.select()
		.from(accessPolicy)
		.where(eq(accessPolicy.werkplaatsId, werkplaatsId))
		.orderBy(asc(accessPolicy.function), asc(accessPolicy.kind));
}

export async function putPolicy(db: Queryable, cell: PolicyCell, level: Level): Promise<void> {
	await db
		.insert(accessPolicy)
		.values({ ...cell, level })
		.onConflictDoUpdate({
			target: [
				accessPolicy.werkplaatsId,
				accessPolicy.themeId,
				accessPolicy.function,
				accessPolicy.kind
			],
			set: { level }
		});
}

/** Back to what the product ships with. */
export async function deletePolicy(db: Queryable, cell: PolicyCell): Promise<void> {
	await db
		.delete(accessPolicy)
		.where(
			and(
				eq(accessPolicy.werkplaatsId, cell.werkplaatsId),
				cell.themeId === null
					? isNull(accessPolicy.themeId)
					: eq(accessPolicy.themeId, cell.themeId),
				eq(accessPolicy.function, cell.function),
				eq(accessPolicy.kind, cell.kind)
			)
		);
}
