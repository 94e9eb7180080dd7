import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { document, part } from '#db/schema/documents.ts';
import { addDocument, addMember, addWerkplaats } from './builders.ts';
import { openTestHouse } from './house.ts';

const house = await openTestHouse();
const other = await openTestHouse();
afterAll(() => Promise.all([house.close(), other.close()]));

test('what is written in one house is not seen in another', async () => {
	const place = await addWerkplaats(house.db);
	const maker = await addMember(house.db, place, 'lector');
	const study = await addDocument(house.db, { werkplaatsId: place, createdBy: maker.id });
	expect(await house.db.select().from(part).where(eq(part.documentId, study.id))).toHaveLength(1);
	expect(await house.db.select().from(document)).toHaveLength(1);
	expect(await other.db.select().from(document)).toHaveLength(0);
});

test('the clock stands still until time passes', () => {
	const before = house.context.now().getTime();
	house.pass(1000);
	expect(house.context.now().getTime()).toBe(before + 1000);
});
