import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, openToWrite, theText, writeAtEnd, isSaved } from './text.ts';
import { word } from './words.ts';

const EXAMPLE = 'Zo liep het bij ons in de ochtend.';
const LIST = '/werkplaats/twente/templates';

test('a coordinator keeps a text as a template, and a colleague begins with it', async ({ as }) => {
	const coordinator = await as('coordinator');
	const id = await beginStudy(coordinator, 'Voorbeeld voor anderen');
	await openToWrite(coordinator, id);
	await writeAtEnd(coordinator, EXAMPLE);
	await isSaved(coordinator);
	await coordinator.getByRole('button', { name: word('documents_more') }).click();
	await coordinator.getByRole('menuitem', { name: word('documents_as_template') }).click();
	await expect(coordinator.locator(`[data-guidance="${EXAMPLE}"]`)).toBeVisible();
	const saving = coordinator.locator('form[action^="?/save"]');
	await saving.getByLabel(word('templates_name')).fill('Onze ochtendopbouw');
	await saving.getByRole('button', { name: word('templates_keep') }).click();
	await expect(coordinator.getByText('Onze ochtendopbouw').first()).toBeVisible();

	const colleague = await as('onderzoeker');
	await visit(colleague, '/new?kind=study&werkplaats=twente');
	await colleague.getByLabel(word('documents_begin_name')).fill('Verder met hun opbouw');
	const start = colleague.getByLabel(word('documents_begin_template')).filter({ visible: true });
	await start.selectOption({ label: 'Onze ochtendopbouw' });
	await colleague.getByRole('button', { name: word('documents_begin_go') }).click();
	await expect(theText(colleague).locator(`[data-guidance="${EXAMPLE}"]`)).toBeVisible();

	await visit(coordinator, LIST);
	const row = coordinator.locator('li', { hasText: 'Onze ochtendopbouw' });
	await row.locator('summary').click();
	await row.getByRole('button', { name: word('templates_archive') }).click();
	await expect(row.getByText(word('templates_archived'))).toBeVisible();
	await visit(colleague, '/new?kind=study&werkplaats=twente');
	await expect(start.getByRole('option', { name: 'Onze ochtendopbouw' })).toHaveCount(0);
});

test('an intervision report begins restricted, also without scripts', async ({ as }) => {
	const page = await as('professional', { javaScriptEnabled: false });
	await page.goto('/new?kind=case&werkplaats=twente');
	await page.getByLabel(word('documents_begin_name')).fill('Intervisie van dinsdag');
	const start = page.getByLabel(word('documents_begin_template')).filter({ visible: true });
	await start.selectOption({ label: word('documents_template_intervision') });
	await page.getByRole('button', { name: word('documents_begin_go') }).click();
	await expect(
		page.getByRole('heading', { name: 'Terugblik op de vorige afspraak' })
	).toBeVisible();
	await expect(page.getByText(word('sensitivity_restricted'), { exact: true })).toBeVisible();
});

test('the texts to begin with are those of the kind that is chosen', async ({ as }) => {
	const page = await as('onderzoeker');
	await visit(page, '/new?kind=study');
	const proposal = page.getByRole('option', { name: word('documents_template_proposal') });
	const lesson = page.getByRole('option', { name: word('documents_template_lesson') });
	await expect(proposal).toHaveCount(1);
	await expect(lesson).toHaveCount(0);
	await page.getByRole('radio', { name: word('kind_case') }).check();
	await expect(proposal).toHaveCount(0);
	await expect(lesson).toHaveCount(1);
});

test('templates are for everybody, with none, before one is kept, and with some', async ({
	as,
	complaints
}) => {
	test.setTimeout(240_000);
	const page = await as('lector');
	await everyLook(page, () => visit(page, LIST));
	const id = await beginStudy(page, 'Sjabloon van een lector');
	await everyLook(page, async () => {
		await visit(page, `${LIST}?from=${id}`);
		await page.locator('form[action^="?/save"]').getByLabel(/./).fill(' ');
		await page.locator('form[action^="?/save"]').getByRole('button').click();
		await expect(page.locator('form[action^="?/save"] .error')).toBeVisible();
	});
	await page.locator('form[action^="?/save"]').getByLabel(/./).fill('Van een lector');
	await page.locator('form[action^="?/save"]').getByRole('button').click();
	await everyLook(page, async () => {
		await visit(page, LIST);
		await page.locator('li summary').first().click();
	});
	expect(complaints.splice(0).filter((one) => !/status of 422/.test(one))).toEqual([]);
});
