import postgres from 'postgres';

/** Any number will do, as long as nothing else locks on it. */
const LOCK = 1_214_608_485;

/** Alone, or beside others who came together too. */
export type Company = 'alone' | 'together';

export type HouseLock = {
	/** Takes the lock; false when another process has it in a way that excludes this one. */
	take(): Promise<boolean>;
	close(): Promise<void>;
};

/** The one lock of the house, on a connection of its own: when that breaks (`onBroken`) the lock is gone. */
export function openHouseLock(url: string, company: Company, onBroken: () => void): HouseLock {
	const sql = postgres(url, {
		max: 1,
		// By default the client replaces its connections now and then; the lock would go with it.
		max_lifetime: null,
		onnotice: () => {},
		onclose: onBroken
	});
	return {
		async take() {
			const [row] =
				company === 'alone'
					? await sql`select pg_try_advisory_lock(${LOCK}) as held`
					: await sql`select pg_try_advisory_lock_shared(${LOCK}) as held`;
			return row?.held === true;
		},
		close: () => sql.end({ timeout: 1 })
	};
}
