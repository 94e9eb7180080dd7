import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { werkplaats } from '#db/schema/network.ts';
import { addMembership, addPerson } from '../integration/builders.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, openToWrite, saveState, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test('a coordinator ends a membership, and the document that is open closes within two seconds', async ({
	as,
	house,
	complaints
}) => {
	const { db } = house.connection;
	const name = `Tijdelijk ${randomUUID().slice(0, 6)}`;
	const email = `${randomUUID()}@wisselwerking.example`;
	const [twente] = await db.select().from(werkplaats).where(eq(werkplaats.slug, 'twente'));
	const personId = await addPerson(db, { name, email });
	await addMembership(db, { personId, werkplaatsId: twente!.id, function: 'researcher' });

	const [anne, leaver] = [await as('coordinator'), await as(email)];
	const id = await beginStudy(anne, 'Wie mag erbij');
	await openToWrite(leaver, id);
	await writeAtEnd(leaver, 'Nog wel. ');
	await visit(anne, '/werkplaats/twente/members');
	const row = anne.getByRole('listitem').filter({ hasText: name });
	await row.getByText(word('places_change')).click();
	await row.getByRole('button', { name: word('places_end') }).click();
	await expect(anne.getByText(word('places_member_ended'))).toBeVisible();

	await expect(saveState(leaver)).toHaveAttribute('data-save-state', 'stopped', { timeout: 2000 });
	// Not told apart from a text that was destroyed: who may not see it hears nothing about it.
	await expect(leaver.getByText(word('editor_notice_gone'))).toBeVisible();
	await expect(theText(leaver)).toHaveCount(0);
	const response = await leaver.goto(`/document/${id}`);
	expect(response?.status()).toBe(404);
	complaints.splice(0);
});
