import { addDocument, addGrant, addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import type { Level } from '#domain/levels.ts';

/** A werkplaats with people in it, for tests of the live door. */
export type Stage = {
	house: TestHouse;
	werkplaatsId: string;
	/** May write in every study. */
	lector: string;
	/** Belongs to another werkplaats: gets nothing but what is granted. */
	outsider: string;
	addStudy(): Promise<{ id: string; part: string }>;
	grant(document: string, person: string, level: Level): Promise<void>;
};

export async function openStage(): Promise<Stage> {
	const house = await openTestHouse();
	const werkplaatsId = await addWerkplaats(house.db);
	const lector = await addMember(house.db, werkplaatsId, 'lector', { name: 'Lin' });
	const elsewhere = await addWerkplaats(house.db);
	const outsider = await addMember(house.db, elsewhere, 'professional', { name: 'Bo' });
	return {
		house,
		werkplaatsId,
		lector: lector.id,
		outsider: outsider.id,
		addStudy: () => addDocument(house.db, { werkplaatsId, createdBy: lector.id }),
		grant: (documentId, personId, level) =>
			addGrant(house.db, { documentId, personId, level, grantedBy: lector.id })
	};
}
