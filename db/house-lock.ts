import pg from 'pg';

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
	let client: pg.Client | undefined;
	const connected = async () => {
		if (client) return client;
		const fresh = new pg.Client({ connectionString: url, keepAlive: true });
		fresh.on('error', () => {});
		fresh.on('end', () => {
			if (client !== fresh) return;
			client = undefined;
			onBroken();
		});
		await fresh.connect();
		return (client = fresh);
	};
	return {
		async take() {
			const { rows } = await (
				await connected()
			).query<{ held: boolean }>(
				company === 'alone'
					? `select pg_try_advisory_lock(${LOCK}) as held`
					: `select pg_try_advisory_lock_shared(${LOCK}) as held`
			);
			return rows[0]?.held === true;
		},
		async close() {
			const last = client;
			client = undefined;
			await last?.end();
		}
	};
}
