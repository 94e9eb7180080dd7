import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '#db/connection.ts';
import { insertToken } from '#db/queries/tokens.ts';
import { person } from '#db/schema/people.ts';
import { newSecret } from '#server/secrets.ts';
import { expect, test } from './people.ts';

/** A token of somebody who administers the network, or of somebody who does not. */
async function tokenOf(db: Database, administrator: boolean): Promise<string> {
	const of = eq(person.administrator, administrator);
	const [somebody] = await db.select().from(person).where(of).limit(1);
	const { id, secretHash, value } = newSecret();
	const expiresAt = new Date(Date.now() + 3_600_000);
	const row = { id, secretHash, personId: somebody!.id, name: 'scraper', expiresAt };
	await insertToken(db, { ...row, createdAt: new Date() });
	return value;
}

test('a program reads the numbers with the token of an administrator, and with no other', async ({
	house
}) => {
	const ask = (token?: string) =>
		fetch(`${house.address}/metrics`, {
			headers: token === undefined ? {} : { authorization: `Bearer ${token}` }
		});
	const { db } = house.connection;
	const answer = await ask(await tokenOf(db, true));
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
	const numbers = await answer.text();
	expect(numbers).toMatch(/^wisselwerking_connections\{transport="websocket"\} \d+$/m);
	expect(numbers).toMatch(/^wisselwerking_rooms \d+$/m);
	expect(numbers).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.]+$/m);
	expect(numbers).toMatch(/^process_resident_memory_bytes \d+$/m);
	expect((await ask(await tokenOf(db, false))).status).toBe(403);
	for (const token of [undefined, `${randomUUID()}.${randomUUID()}`]) {
		expect((await ask(token)).status).toBe(401);
	}
});
