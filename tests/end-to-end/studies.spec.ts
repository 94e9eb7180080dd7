import type { Locator, Page } from '@playwright/test';
import { GATE_ITEMS } from '#domain/gates.ts';
import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, wordsIn, writeAtEnd } from './text.ts';
import { word } from './words.ts';

const WORDS = 'Op dinsdag deed er iemand open.';

function gate(page: Page, name: string): Locator {
	return page.locator(`[data-gate="${name}"]`);
}

async function tickAll(page: Page, name: keyof typeof GATE_ITEMS): Promise<void> {
	for (const item of GATE_ITEMS[name]) {
		const box = gate(page, name).getByRole('checkbox', { name: word(`studies_item_${item}`) });
		await box.click();
		await expect(box).toBeChecked();
	}
}

test('a team goes round a cycle: it begins one, writes in it, and says where it is', async ({
	as,
	complaints
}) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Aanbellen in de ochtend');
	await openToWrite(page, id);
	await page.getByRole('button', { name: word('studies_cycle_begin_first') }).click();
	const parts = page.getByRole('navigation', { name: word('studies_parts') });
	const first = parts.getByRole('link', { name: word('studies_cycle', { number: '1' }) });
	await expect(first).toHaveAttribute('aria-current', 'page');
	await expect(theText(page)).toContainText('Wat zagen we?');
	await writeAtEnd(page, WORDS);
	await isSaved(page);
	// A cycle with words in it stays, and says why.
	await page.getByRole('button', { name: word('studies_cycle_remove') }).click();
	await expect(page.getByText(word('error_cycle_has_words'))).toBeVisible();
	expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 409')]);
	await page.getByRole('button', { name: word('studies_phase_observe') }).click();
	await expect(first).toContainText(word('studies_phase_observe'));

	await parts.getByRole('link', { name: word('studies_text') }).click();
	await expect(theText(page)).toContainText('Aanleiding en praktijkvraag');
	expect(await wordsIn(theText(page))).not.toContain(WORDS);
	await first.click();
	await expect(theText(page)).toContainText(WORDS);
});

test('a cycle that was begun by mistake is taken away', async ({ as, complaints }) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Per ongeluk begonnen');
	await openToWrite(page, id);
	await page.getByRole('button', { name: word('studies_cycle_begin_first') }).click();
	await expect(theText(page)).toContainText('Wat zagen we?');
	await page.getByRole('button', { name: word('studies_cycle_remove') }).click();
	await expect(theText(page)).toContainText('Aanleiding en praktijkvraag');
	await expect(page.getByRole('button', { name: word('studies_cycle_begin_first') })).toBeVisible();
	// That the cycle was read can be noted no more, when that was still under way.
	const isNoted = (complaint: string) => /status of 404 .*\/visit$/.test(complaint);
	for (const at of complaints.keys().toArray().reverse()) {
		if (isNoted(complaints[at]!)) complaints.splice(at, 1);
	}
});

test('a gate is ticked by who writes and signed by a lector, until a tick goes', async ({ as }) => {
	const [researcher, lector] = [await as('onderzoeker'), await as('lector')];
	const id = await beginStudy(researcher, 'Wat we van tevoren regelen');
	await visit(researcher, `/document/${id}`);
	const own = gate(researcher, 'consent');
	await own.locator('summary').click();
	await tickAll(researcher, 'consent');
	await expect(own).toContainText(word('studies_gate_ready'));
	const sign = word('studies_gate_sign_of', { gate: word('studies_gate_consent') });
	await expect(researcher.getByRole('button', { name: sign })).toHaveCount(0);

	await visit(lector, `/document/${id}`);
	await gate(lector, 'consent').locator('summary').click();
	await lector.getByRole('button', { name: sign }).click();
	await expect(gate(lector, 'consent').locator('summary')).toContainText(
		word('studies_gate_signed')
	);

	await researcher.reload();
	await visit(researcher, `/document/${id}`);
	await expect(own.locator('summary')).toContainText(word('studies_gate_signed'));
	await own.locator('summary').click();
	await own.getByRole('checkbox', { name: word('studies_item_plain_words') }).click();
	await expect(own).toContainText('geldt niet meer');
	await expect(own.locator('summary')).not.toContainText(word('studies_gate_signed'));
});

test('three kinds of sources stand side by side, and what misses is seen', async ({
	as,
	complaints
}) => {
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Waar we het vandaan hebben');
	await visit(page, `/document/${id}`);
	const missing = page.getByText(word('studies_source_none_experience'));
	await expect(missing).toBeVisible();
	await page.locator('summary', { hasText: word('studies_source_add') }).click();
	const adding = page.locator('form[action="?/add_source"]');
	await adding.getByLabel(word('studies_source_kind')).selectOption('experience');
	await adding
		.getByLabel(word('studies_source_text'), { exact: true })
		.fill('Het panel, in maart.');
	await adding.getByLabel(word('studies_source_address')).fill('javascript:alert(1)');
	await adding.getByRole('button').click();
	await expect(adding.getByText(word('error_address_invalid'))).toBeVisible();
	await adding
		.getByLabel(word('studies_source_address'))
		.fill('https://wisselwerking.example/panel');
	await adding.getByRole('button').click();
	await expect(missing).toHaveCount(0);
	const column = page.locator('[data-kind="experience"]');
	await expect(column.getByRole('link', { name: 'Het panel, in maart.' })).toHaveAttribute(
		'href',
		'https://wisselwerking.example/panel'
	);
	await column.locator('summary').click();
	await column.getByRole('button', { name: word('studies_source_remove') }).click();
	await expect(missing).toBeVisible();
	expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
});

test('without scripts one reads each cycle, sets its phase, ticks and adds a source', async ({
	as
}) => {
	const page = await as('onderzoeker', { javaScriptEnabled: false });
	const id = await beginStudy(page, 'Zonder scripts');
	await page.goto(`/document/${id}`);
	await page.getByRole('button', { name: word('studies_cycle_begin_first') }).click();
	await expect(page.getByRole('heading', { name: 'Wat zagen we?' })).toBeVisible();
	await page.getByRole('button', { name: word('studies_phase_act') }).click();
	await expect(page.getByRole('heading', { name: 'Wat zagen we?' })).toBeVisible();
	await expect(page.locator('[aria-current="step"]')).toContainText(word('studies_phase_act'));
	const parts = page.getByRole('navigation', { name: word('studies_parts') });
	await parts.getByRole('link', { name: word('studies_text') }).click();
	await gate(page, 'data').locator('summary').click();
	await gate(page, 'data').getByRole('checkbox').first().click();
	await expect(gate(page, 'data').getByRole('checkbox').first()).toBeChecked();
	await expect(gate(page, 'data').locator('summary')).toContainText(
		word('studies_gate_open', { done: '1', all: String(GATE_ITEMS.data.length) })
	);
	await page.locator('summary', { hasText: word('studies_source_add') }).click();
	await page.getByLabel(word('studies_source_text'), { exact: true }).fill('Een boek');
	await page.locator('form[action="?/add_source"]').getByRole('button').click();
	await expect(page.locator('[data-kind="research"]')).toContainText('Een boek');
});

test('a study with a cycle, sources and gates is for everybody', async ({ as, complaints }) => {
	test.setTimeout(240_000);
	const page = await as('onderzoeker');
	const id = await beginStudy(page, 'Alles eromheen');
	await visit(page, `/document/${id}`);
	await page.getByRole('button', { name: word('studies_cycle_begin_first') }).click();
	await expect(theText(page)).toContainText('Wat zagen we?');
	const cycle = new URL(page.url()).pathname + new URL(page.url()).search;
	await everyLook(page, async () => {
		await visit(page, cycle);
		await expect(theText(page)).toBeVisible();
	});
	await visit(page, `/document/${id}`);
	await gate(page, 'data').locator('summary').click();
	await gate(page, 'data').getByRole('checkbox').first().click();
	await expect(gate(page, 'data').getByRole('checkbox').first()).toBeChecked();
	await everyLook(page, async () => {
		await openToWrite(page, id);
		for (const closed of await page.locator('.foot summary').all()) await closed.click();
		await page.locator('form[action="?/add_source"]').getByRole('button').click();
		await expect(page.locator('form[action="?/add_source"] .error')).toBeVisible();
	});
	const reader = await as('docent');
	await everyLook(reader, async () => {
		await visit(reader, cycle);
		await visit(reader, `/document/${id}`);
		await gate(reader, 'data').locator('summary').click();
	});
	expect(complaints.splice(0).filter((one) => !/status of 422/.test(one))).toEqual([]);
});
