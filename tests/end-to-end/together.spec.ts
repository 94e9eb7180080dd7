import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import {
	beginStudy,
	isSaved,
	openToWrite,
	saveState,
	theText,
	wordsIn,
	writeAtEnd
} from './text.ts';
import { wireOf } from './wire.ts';

test('two people write at once, see each other’s carets, and end with the same text', async ({
	as
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginStudy(samira, 'Twee pennen');
	await openToWrite(samira, id);
	await openToWrite(marloes, id);
	await writeAtEnd(samira, 'Begin. ');
	await expect(theText(marloes)).toContainText('Begin.');

	await theText(marloes).press('ControlOrMeta+Home');
	await theText(samira).press('ControlOrMeta+End');
	await Promise.all([
		marloes.keyboard.type('Vooraan schrijft Marloes. ', { delay: 15 }),
		samira.keyboard.type('Achteraan schrijft Samira.', { delay: 15 })
	]);

	for (const page of [samira, marloes]) {
		await expect(theText(page)).toContainText('Vooraan schrijft Marloes.');
		await expect(theText(page)).toContainText('Achteraan schrijft Samira.');
		await expect(theText(page).locator('.caret')).toHaveCount(1);
		await isSaved(page);
	}
	await expect(theText(samira).locator('.caret-flag')).toHaveText('Marloes');
	await expect(theText(marloes).locator('.caret-flag')).toHaveText('Samira');
	await sameText(samira, marloes);

	await samira.reload();
	await expect(theText(samira)).toContainText('Achteraan schrijft Samira.');
	await sameText(samira, marloes);
});

test('who writes in a paragraph that somebody makes a heading meanwhile keeps the words', async ({
	as
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const wire = await wireOf(marloes);
	const id = await beginStudy(samira, 'Op hetzelfde moment');
	for (const page of [samira, marloes]) await openToWrite(page, id);
	await writeAtEnd(samira, 'Aanbellen');
	await expect(theText(marloes)).toContainText('Aanbellen');
	wire.deafen();
	await theText(samira).press('ControlOrMeta+Alt+2');
	await isSaved(samira);
	await writeAtEnd(marloes, ' bij de buren');
	const last = (page: Page) => wordsIn(theText(page).locator('[data-level]').last());
	await expect.poll(() => last(samira)).toBe('Aanbellen bij de buren');
	wire.release();
	await expect.poll(() => last(marloes)).toBe('Aanbellen bij de buren');
	for (const page of [samira, marloes]) await isSaved(page);
	await sameText(samira, marloes);
});

test('one goes offline, both write on, and both have everything when it is back', async ({
	as,
	complaints
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginStudy(samira, 'In de trein');
	await openToWrite(samira, id);
	await openToWrite(marloes, id);
	await writeAtEnd(samira, 'Voor de tunnel. ');
	await expect(theText(marloes)).toContainText('Voor de tunnel.');

	await samira.context().setOffline(true);
	await writeAtEnd(samira, 'In de tunnel. ');
	await expect(saveState(samira)).toHaveAttribute('data-save-state', 'offline');
	await theText(marloes).press('ControlOrMeta+Home');
	await marloes.keyboard.type('Op kantoor. ');
	await isSaved(marloes);
	await expect(theText(marloes)).not.toContainText('In de tunnel.');

	await samira.context().setOffline(false);
	await isSaved(samira);
	for (const page of [samira, marloes]) {
		await expect(theText(page)).toContainText('In de tunnel.');
		await expect(theText(page)).toContainText('Op kantoor.');
	}
	await sameText(samira, marloes);
	// The browser itself says that it could not connect.
	complaints.splice(0);
});

async function sameText(one: Page, other: Page): Promise<void> {
	const read = (page: Page) => wordsIn(theText(page));
	await expect.poll(async () => (await read(one)) === (await read(other))).toBe(true);
}
