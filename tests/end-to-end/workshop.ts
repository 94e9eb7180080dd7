import type { Page } from '@playwright/test';
import { expect, visit } from './people.ts';
import { isSaved, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

/** Two rounds: everybody writes, then only the scribe. */
const STEPS = [
	{
		...{ title: 'Wat had jij gevraagd?', task: 'Je staat voor de deur. Wat zeg je?', minutes: 12 },
		...{ speaker: 'iedereen', turn: 'everybody', outcome: 'Onze vraag', not: 'geen advies' }
	},
	{
		...{ title: 'Naast elkaar leggen', task: 'Welke vraag opent het gesprek?', minutes: 10 },
		...{ speaker: 'de inbrenger', turn: 'scribe', outcome: 'Wat opent', not: '' }
	}
];

/** An assignment with rounds, and a sheet for who guides it in which these words stand. */
export async function makeAssignment(page: Page, title: string, guide?: string): Promise<string> {
	const made = await page.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'assignment', title }
	});
	expect(made.status()).toBe(201);
	const { id }: { id: string } = await made.json();
	const design = { steps: STEPS, rubric: [], questions: [] };
	const kept = await page.request.put(`/api/v1/documents/${id}/design`, { data: design });
	expect(kept.status()).toBe(200);
	if (guide === undefined) return id;
	await visit(page, `/document/${id}`);
	await page.getByRole('link', { name: word('assignments_guide') }).click();
	await expect(page).toHaveURL(/part=/);
	await expect(theText(page)).toBeVisible();
	await isSaved(page);
	await writeAtEnd(page, guide);
	await isSaved(page);
	return id;
}

/** Begins a workshop of it, with as many groups; answers its code and its address. */
export async function beginWorkshop(
	page: Page,
	assignment: string,
	{ formation, groups }: { formation: 'random' | 'choose' | 'by_hand'; groups: number }
): Promise<{ code: string; run: string }> {
	await visit(page, `/document/${assignment}/workshop`);
	await page.getByLabel(word(`workshop_formation_${formation}`)).check();
	await page.getByLabel(word('workshop_start_groups')).fill(String(groups));
	await page.getByRole('button', { name: word('workshop_start_begin') }).click();
	await expect(page).toHaveURL(/\/run\/[^/]+\/board/);
	const said = await page.locator('.code .vh').innerText();
	const run = /run\/([^/]+)/.exec(page.url())?.[1] ?? '';
	return { code: said.replace(/^.*: /, '').replaceAll(' ', ''), run };
}

/** Comes in with the code and a name alone. */
export async function comeIn(page: Page, code: string, name: string): Promise<void> {
	await visit(page, '/workshop');
	await page.getByLabel(word('workshop_code'), { exact: true }).fill(code.toLowerCase());
	await page.getByRole('button', { name: word('workshop_enter') }).click();
	await page.getByLabel(word('workshop_join_name')).fill(name);
	await page.getByLabel(word('workshop_consent')).check();
	await page.getByRole('button', { name: word('workshop_join'), exact: true }).click();
	await expect(page.getByRole('heading', { name: word('workshop_in') })).toBeVisible();
}

/** What a group writes on the board. */
export function card(page: Page, group: string) {
	return page.getByRole('article').filter({ has: page.getByRole('heading', { name: group }) });
}
