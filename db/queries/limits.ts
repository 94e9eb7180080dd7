import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database, Queryable } from '#db/connection.ts';
import { rateLimit } from '#db/schema/limits.ts';

export type Limiter = {
	/** Counts one try; false when there were too many. */
	take(key: string): Promise<boolean>;
	/** Takes one try back. */
	giveBack(key: string): Promise<void>;
	/** Forgets every try. */
	forget(key: string): Promise<void>;
};

/** Counts tries in PostgreSQL: the count holds over restarts and for all nodes together. */
export function openLimiter(
	db: Database,
	{ name, tries, withinSeconds }: { name: string; tries: number; withinSeconds: number }
): Limiter {
	const limiter = new RateLimiterDrizzle({
		storeClient: db,
		schema: rateLimit,
		keyPrefix: name,
		points: tries,
		duration: withinSeconds,
		// The sweep does that.
		clearExpiredByTimeout: false
	});
	return {
		async take(key) {
			try {
				await limiter.consume(key);
				return true;
			} catch (refused) {
				if (refused instanceof RateLimiterRes) return false;
				throw refused;
			}
		},
		giveBack: async (key) => void (await limiter.reward(key)),
		forget: async (key) => void (await limiter.delete(key))
	};
}

export async function deleteExpiredLimits(db: Queryable, now: Date): Promise<number> {
	const gone = await db
		.delete(rateLimit)
		.where(lt(rateLimit.expire, now))
		.returning({ id: rateLimit.key });
	return gone.length;
}
