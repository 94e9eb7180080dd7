import type { Page } from '@playwright/test';
import { dutchLooks } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { onDevice } from './device.ts';
import { beginStudy, openToWrite, saveState, theText, writeAtEnd } from './text.ts';
import { wireOf } from './wire.ts';
import type { Wire } from './wire.ts';
import { wordInEither } from './words.ts';

// Where the words are that one types, in each situation that a line brings: read, seen and heard by everybody.
test.describe.configure({ timeout: 240_000 });

// The browser itself says that it could not connect.
test.afterEach(({ complaints }) => complaints.splice(0));

const LINES = 'Wat ik zag toen ik aanbelde, en wat mevrouw A. daarover zei. ';

/** Words that the server does not get, and the device does. */
async function writeUnsent(page: Page, wire: Wire): Promise<void> {
	wire.hold();
	await writeAtEnd(page, LINES.repeat(2));
	await expect.poll(async () => (await onDevice(page)).rows).toBeGreaterThan(0);
}

test('a page without a line is for everybody, with nothing unsent and with words on the device', async ({
	as
}) => {
	const page = await as('onderzoeker');
	const wire = await wireOf(page);
	const id = await beginStudy(page, 'Onderweg, met een lange titel die over de rand wil');
	const open = async () => {
		wire.release();
		await openToWrite(page, id);
	};
	await dutchLooks(page, async () => {
		await open();
		await wire.close(1013, 'stays');
		await expect(saveState(page)).toHaveAttribute('data-save-state', 'offline');
	});
	await dutchLooks(page, async () => {
		await open();
		await wire.close(1013, 'stays');
		await writeAtEnd(page, LINES);
		await expect(saveState(page)).toHaveText(wordInEither('editor_save_offline_kept'));
	});
});

test('a page without a line whose words can be kept nowhere is for everybody', async ({ as }) => {
	const page = await as('lector');
	const wire = await wireOf(page);
	const id = await beginStudy(page, 'Kluis', { sensitivity: 'vault' });
	page.on('dialog', (dialog) => void dialog.accept());
	await dutchLooks(page, async () => {
		wire.release();
		await openToWrite(page, id);
		await wire.close(1013, 'stays');
		await writeAtEnd(page, LINES);
		await expect(saveState(page)).toHaveText(wordInEither('editor_save_offline_unsent'));
	});
});

test('a page whose words are long on their way is for everybody', async ({ as }) => {
	const page = await as('onderzoeker');
	const wire = await wireOf(page);
	const id = await beginStudy(page, 'Een trage server');
	await dutchLooks(page, async () => {
		wire.release();
		await openToWrite(page, id);
		wire.hold();
		await writeAtEnd(page, LINES);
		// Ten seconds of patience first.
		await expect(saveState(page)).toHaveText(wordInEither('editor_save_slow_kept'), {
			timeout: 20_000
		});
	});
});

const REFUSALS = {
	'was signed out': 4401,
	'has no access any more': 4403,
	'has an older page than the server': 4426,
	'wrote what the server did not take': 4400
};
for (const [who, code] of Object.entries(REFUSALS)) {
	test(`the page of who ${who}, with words unsent, is for everybody`, async ({ as }) => {
		const page = await as('onderzoeker');
		const wire = await wireOf(page);
		const id = await beginStudy(page, 'Geweigerd');
		page.on('dialog', (dialog) => void dialog.accept());
		await dutchLooks(page, async () => {
			wire.release();
			await openToWrite(page, id);
			wire.hold();
			await writeAtEnd(page, LINES);
			await wire.close(code);
			await expect(saveState(page)).toHaveAttribute('data-save-state', 'stopped');
			await expect(page.locator('.notice .inside').first()).toBeVisible();
		});
	});
}

test('words that came back, and words that have no place any more, are for everybody', async ({
	as
}) => {
	const page = await as('onderzoeker');
	const wire = await wireOf(page);
	const id = await beginStudy(page, 'Teruggezet');
	await dutchLooks(page, async () => {
		wire.release();
		await openToWrite(page, id);
		await writeUnsent(page, wire);
		wire.release();
		await openToWrite(page, id);
		await expect(page.locator('.toast.done')).toBeVisible();
	});
	page.on('dialog', (dialog) => void dialog.accept());
	await dutchLooks(page, async () => {
		wire.release();
		await openToWrite(page, id);
		await writeUnsent(page, wire);
		await wire.close(4400);
		await expect(saveState(page)).toHaveAttribute('data-save-state', 'stopped');
		wire.release();
		await visit(page, `/document/${id}`);
		await expect(page.locator('.notice textarea').first()).toBeVisible();
		await expect(theText(page)).toBeVisible();
	});
});

test('the question before one signs out with words unsent is for everybody', async ({ as }) => {
	const page = await as('onderzoeker');
	const wire = await wireOf(page);
	const id = await beginStudy(page, 'Gedeelde computer');
	await dutchLooks(page, async () => {
		wire.release();
		await openToWrite(page, id);
		await writeUnsent(page, wire);
		await visit(page, '/account');
		await page.locator('form[action="/logout"] button').last().click();
		await expect(page.getByRole('dialog')).toBeVisible();
	});
});
