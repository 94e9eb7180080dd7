import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { partText } from '#db/schema/documents.ts';
import type { Actor } from '#domain/facts.ts';
import type { Perspective } from '#domain/kinds.ts';
import {
	addDocument,
	addMember,
	addTheme,
	addVoicePart,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { openedCase } from './cases.ts';
import { openTheme } from './theme.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const here = await addWerkplaats(db, { slug: 'here', name: 'Here' });
const theme = await addTheme(db, { slug: 'loneliness', nameNl: 'Eenzaamheid' });
const coordinator = await addMember(db, here, 'coordinator');
const teacher = await addMember(db, here, 'teacher');
const citizen = await addMember(db, here, 'citizen');
const elsewhere = await addMember(db, await addWerkplaats(db), 'researcher');

/** A case with a voice for each of these, in which so many words were said. */
async function addCase(
	title: string,
	voices: Partial<Record<Perspective, number>>,
	given: { blind?: boolean; sensitivity?: 'restricted' } = {}
): Promise<string> {
	const { id } = await addDocument(db, {
		...{ werkplaatsId: here, createdBy: coordinator.id, themes: [theme], kind: 'case', title },
		...given
	});
	for (const [perspective, words] of Object.entries(voices)) {
		const partId = await addVoicePart(db, id, perspective as Perspective);
		await db.update(partText).set({ words }).where(eq(partText.partId, partId));
	}
	return id;
}

const openCase = await addCase('Heard', { citizen: 12, professional: 30, relative: 0 });
const blindCase = await addCase('Apart', { citizen: 4, municipality: 0 }, { blind: true });
await addCase('Hidden', { citizen: 9 }, { sensitivity: 'restricted' });
const seenBy = (actor: Actor) => openTheme(context, actor, 'loneliness', 'here');

test('a case tells which voices it has and lacks, and a blind one no more than its own page', async () => {
	const { cases } = await seenBy(teacher);
	expect(
		cases.map(({ title, heard, missing, blind }) => ({ title, heard, missing, blind }))
	).toEqual([
		{
			...{ title: 'Apart', blind: true, heard: ['citizen'] },
			missing: ['relative', 'professional', 'municipality']
		},
		{
			...{ title: 'Heard', blind: false, heard: ['citizen', 'professional'] },
			missing: ['relative', 'municipality']
		}
	]);
	for (const id of [openCase, blindCase]) {
		const page = await openedCase(context, teacher, id);
		const onItsPage = page.voices.filter(({ words }) => words > 0);
		const onTheme = cases.find((one) => one.id === id);
		expect(onTheme?.heard.toSorted()).toEqual(
			onItsPage.map(({ perspective }) => perspective).toSorted()
		);
	}
	const told = JSON.stringify(cases);
	expect(told).not.toContain('words');
	expect(told).not.toContain('holders');
});

test('a case is there for who may view it, and counted for nobody else', async () => {
	const titles = async (actor: Actor) => (await seenBy(actor)).cases.map(({ title }) => title);
	expect(await titles(coordinator)).toEqual(['Hidden', 'Apart', 'Heard']);
	expect(await titles(elsewhere)).toEqual([]);
	expect((await seenBy(coordinator)).corners.practice).toBe(3);
	expect((await seenBy(teacher)).corners.practice).toBe(2);
	expect(await openTheme(context, elsewhere, 'loneliness')).toMatchObject({
		corners: { practice: 0 },
		here: null
	});
});

test('what lacks is offered to who may begin it, and the first of that', async () => {
	const missing = ['research', 'education'];
	expect(await seenBy(coordinator)).toMatchObject({
		gap: { type: 'corners', missing },
		fill: { kind: 'study', werkplaats: 'here' }
	});
	expect((await seenBy(teacher)).fill).toEqual({ kind: 'assignment', werkplaats: 'here' });
	expect((await seenBy(citizen)).fill).toBeNull();
});
