import type { Locator, Page } from '@playwright/test';
import { putDesign } from '#db/queries/assignments.ts';
import type { AssignmentDesign } from '#domain/assignments.ts';
import { expect, visit, type WorkerFixtures } from './people.ts';
import { isSaved, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

const DESIGN: AssignmentDesign = {
	steps: [
		{
			...{ title: 'Wat had jij gevraagd?', task: 'Schrijf op wat je zou vragen.', minutes: 25 },
			...{ speaker: 'iedereen om de beurt', turn: 'everybody', outcome: 'Onze vragen' },
			not: 'geen advies'
		}
	],
	rubric: [
		{ title: 'Aansluiten', levels: ['Bij het formulier', 'Bij haar situatie', 'Bij wat zij wil'] },
		{ title: 'Onderbouwing', levels: ['Geen bron', 'Een bron', 'Bronnen naast elkaar'] }
	],
	questions: ['Wat zou jij overnemen?']
};

/** A new assignment of a teacher, with a rubric; answers where its text and its guide's sheet are. */
export async function beginAssignment(
	page: Page,
	{ connection }: WorkerFixtures['house'],
	title: string
): Promise<{ id: string; guide: string }> {
	const response = await page.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'assignment', title }
	});
	expect(response.status()).toBe(201);
	const made: { id: string; parts: { id: string; kind: string }[] } = await response.json();
	await putDesign(connection.db, made.id, DESIGN);
	const guide = made.parts.find(({ kind }) => kind === 'guide');
	expect(guide).toBeDefined();
	return { id: made.id, guide: guide!.id };
}

type Terms = { title: string; size: number; due?: string; anonymous?: boolean };

/** Gives an assignment; each group's work is looked at by one other. Answers the address of the run. */
export async function give(
	page: Page,
	id: string,
	{ title, size, due = '2099-12-04', anonymous = false }: Terms
): Promise<string> {
	await visit(page, `/document/${id}`);
	await page.getByRole('link', { name: word('runs_give') }).click();
	await page.getByLabel(word('runs_give_title')).fill(title);
	await page.getByLabel(word('runs_give_size')).fill(String(size));
	await page.locator('input[name="dueAt"]').fill(due);
	await page.getByLabel(word('runs_give_reviews')).selectOption('1');
	if (anonymous) await page.locator('input[name="anonymous"]').check();
	await page.getByRole('button', { name: word('runs_give_go') }).click();
	await expect(page).toHaveURL(/\/run\//);
	return new URL(page.url()).pathname;
}

/** Lets people take part by their address, and waits until each is there. */
export async function letIn(page: Page, run: string, people: Record<string, string>) {
	await visit(page, run);
	for (const [address, name] of Object.entries(people)) {
		await page.getByLabel(word('runs_people_person')).fill(`${address}@wisselwerking.example`);
		await page.getByRole('button', { name: word('runs_people_person_go'), exact: true }).click();
		await expect(page.locator('#waiting').getByRole('listitem').filter({ hasText: name })).toBeVisible();
	}
}

export async function makeGroup(page: Page, run: string, name: string, people: readonly string[]) {
	await visit(page, run);
	await page.getByLabel(word('runs_group_name')).last().fill(name);
	await page.getByRole('button', { name: word('runs_group_add') }).click();
	const group = page.locator('#groups').getByRole('link', { name });
	await expect(group).toBeVisible();
	for (const person of people) {
		const waits = page.locator('#waiting').getByRole('listitem').filter({ hasText: person });
		await waits.getByRole('combobox').selectOption({ label: name });
		await waits.getByRole('button', { name: word('runs_place_go') }).click();
		await expect(waits).toHaveCount(0);
	}
}

/** How far a group is, as the overview says. */
export function standingOf(page: Page, group: string): Locator {
	return page.locator('#groups > ul > li').filter({ hasText: group });
}

export async function writeTogether(page: Page, words: string): Promise<void> {
	await expect(theText(page)).toBeVisible();
	await writeAtEnd(page, words);
	await isSaved(page);
}

export async function handIn(page: Page, times: number): Promise<void> {
	await page.locator('#hand-in summary').click();
	await page.getByRole('button', { name: word('runs_hand_in_go') }).click();
	await expect(page.locator('#hand-ins').getByRole('listitem')).toHaveCount(times);
}

/** Fills in a whole form of feedback, and gives it. */
export async function giveFeedback(page: Page, remarks: string): Promise<void> {
	await page.getByRole('radio', { name: 'Bij wat zij wil' }).check();
	await page.getByLabel('Wat zou jij overnemen?').fill('De eerste vraag.');
	await page.getByLabel(word('runs_remarks')).fill(remarks);
	await page.locator('summary', { hasText: word('runs_feedback_give') }).click();
	await page.getByRole('button', { name: word('runs_feedback_give_go') }).click();
}
