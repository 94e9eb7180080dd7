import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '../browser.ts';
import { filesWith, onDevice } from './device.ts';
import { expect, sessionCookie, test, visit } from './people.ts';
import {
	beginStudy,
	isSaved,
	openToWrite,
	saveState,
	theText,
	wordsIn,
	writeAtEnd
} from './text.ts';
import { word } from './words.ts';

// Two browsers, a crash and a line that comes back take a while on a busy machine.
test.describe.configure({ timeout: 180_000 });

// The browser itself says that it could not connect.
test.afterEach(({ complaints }) => {
	const offline = complaints.filter((one) => /ERR_INTERNET_DISCONNECTED|WebSocket/.test(one));
	for (const one of offline) complaints.splice(complaints.indexOf(one), 1);
});

/** Loses the line, writes, and waits until it is on the device. */
async function writeOffline(page: Page, words: string): Promise<void> {
	await page.context().setOffline(true);
	await writeAtEnd(page, words);
	await expect(saveState(page)).toContainText(word('editor_save_offline_kept'));
}

/** Ends the page as a fault in the browser does: nothing in it hears of it. Then there is a line again. */
async function crash(page: Page): Promise<BrowserContext> {
	const context = page.context();
	const session = await context.newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	session.send('Page.crash').catch(() => {});
	await crashed;
	await page.close();
	await context.setOffline(false);
	return context;
}

async function newPage(context: BrowserContext, path: string): Promise<Page> {
	const page = await context.newPage();
	await visit(page, path);
	return page;
}

/** Ends the page of a document, and opens it again, where what was written comes back and is saved. */
async function crashAndReopen(page: Page, id: string): Promise<Page> {
	const back = await newPage(await crash(page), `/document/${id}`);
	await expect(back.getByText(word('editor_recovered')).first()).toBeAttached();
	await isSaved(back);
	return back;
}

const occurrences = async (page: Page, words: string) =>
	((await theText(page).textContent()) ?? '').split(words).length - 1;

test('what was written without a line comes back after a crash, once, and is saved', async ({
	as
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginStudy(samira, 'Na de klap');
	await openToWrite(samira, id);
	await openToWrite(marloes, id);
	await writeAtEnd(samira, 'Voor de tunnel. ');
	await expect(theText(marloes)).toContainText('Voor de tunnel.');
	await writeOffline(samira, 'Uit de lege trein.');
	await theText(marloes).press('ControlOrMeta+Home');
	await marloes.keyboard.type('Op kantoor.');
	await isSaved(marloes);
	const back = await crashAndReopen(samira, id);
	for (const page of [back, marloes]) {
		await expect(theText(page)).toContainText('Uit de lege trein.');
		await expect(theText(page)).toContainText('Op kantoor.');
		expect(await occurrences(page, 'Uit de lege trein.')).toBe(1);
	}
	await expect.poll(async () => (await onDevice(back)).rows).toBe(0);

	// Undo is for what one does now.
	await theText(back).press('ControlOrMeta+z');
	await expect(theText(back)).toContainText('Uit de lege trein.');
	await back.reload();
	await isSaved(back);
	expect(await occurrences(back, 'Uit de lege trein.')).toBe(1);
});

test('two who begin in one empty paragraph, one of them without a line, have each their words once', async ({
	as
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginEmpty(samira);
	for (const page of [samira, marloes]) await openToWrite(page, id);
	await writeOffline(samira, 'In de trein.');
	await writeAtEnd(marloes, 'Op kantoor.');
	await isSaved(marloes);
	await samira.context().setOffline(false);
	await isSaved(samira);
	await expect(theText(marloes)).toContainText('In de trein.');
	// What is no edit made the editors copy each other's words.
	for (const page of [samira, marloes]) await theText(page).press('ControlOrMeta+Home');
	for (const page of [samira, marloes]) await page.keyboard.type('x');
	for (const page of [samira, marloes]) await isSaved(page);
	for (const page of [samira, marloes]) {
		await expect.poll(() => occurrences(page, 'x')).toBe(2);
		for (const words of ['In de trein.', 'Op kantoor.']) {
			expect(await occurrences(page, words)).toBe(1);
		}
	}
});

test('a paragraph that one made a heading, without a line, has the words that another wrote in it', async ({
	as
}) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginEmpty(samira);
	for (const page of [samira, marloes]) await openToWrite(page, id);
	await writeAtEnd(samira, 'Aanbellen');
	await expect(theText(marloes)).toContainText('Aanbellen');
	await isSaved(samira);
	await samira.context().setOffline(true);
	await theText(samira).press('ControlOrMeta+Alt+2');
	await expect(saveState(samira)).toContainText(word('editor_save_offline_kept'));
	await writeAtEnd(marloes, ' bij de buren');
	await isSaved(marloes);
	await samira.context().setOffline(false);
	await isSaved(samira);
	for (const page of [samira, marloes]) {
		await expect.poll(() => heading(page)).toBe('Aanbellen bij de buren');
		expect(await occurrences(page, 'Aanbellen')).toBe(1);
	}
	// The caret stayed where it was.
	await samira.keyboard.type('!');
	await expect.poll(() => heading(marloes)).toBe('Aanbellen! bij de buren');
});

test('and so it has after a crash', async ({ as }) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginEmpty(samira);
	for (const page of [samira, marloes]) await openToWrite(page, id);
	await writeAtEnd(samira, 'Aanbellen');
	await expect(theText(marloes)).toContainText('Aanbellen');
	await isSaved(samira);
	await samira.context().setOffline(true);
	await theText(samira).press('ControlOrMeta+Alt+2');
	await expect(saveState(samira)).toContainText(word('editor_save_offline_kept'));
	await writeAtEnd(marloes, ' bij de buren');
	await isSaved(marloes);
	const back = await crashAndReopen(samira, id);
	for (const page of [back, marloes]) {
		await expect.poll(() => heading(page)).toBe('Aanbellen bij de buren');
		expect(await occurrences(page, 'Aanbellen')).toBe(1);
	}
	await expect.poll(async () => (await onDevice(back)).rows).toBe(0);
});

/** The words of the one heading. */
function heading(page: Page): Promise<string> {
	return wordsIn(theText(page).locator('[data-level]'));
}

/** A document with one empty paragraph. */
async function beginEmpty(page: Page): Promise<string> {
	const id = await beginStudy(page, 'Leeg');
	await openToWrite(page, id);
	await theText(page).press('ControlOrMeta+a');
	await page.keyboard.press('Backspace');
	await isSaved(page);
	return id;
}

test('leaving asks nothing when all is on the device, and asks when it is not', async ({ as }) => {
	const [samira, marloes] = [await as('onderzoeker'), await as('lector')];
	const id = await beginStudy(samira, 'Veilig weg');
	await openToWrite(samira, id);
	let asked = 0;
	for (const page of [samira, marloes]) {
		page.on('dialog', (dialog) => {
			asked++;
			void dialog.accept();
		});
	}
	await writeOffline(samira, 'Bewaard.');
	const gone = samira.waitForEvent('close');
	await samira.close({ runBeforeUnload: true });
	await gone;
	expect(asked).toBe(0);

	const vault = await beginStudy(marloes, 'Kluis', { sensitivity: 'vault' });
	await openToWrite(marloes, vault);
	await marloes.context().setOffline(true);
	await writeAtEnd(marloes, 'Niet bewaard.');
	await expect(saveState(marloes)).toContainText(word('editor_save_offline_unsent'));
	await marloes.close({ runBeforeUnload: true });
	await expect.poll(() => asked).toBe(1);
});

test('a vault leaves nothing at all on the device', async ({ as }) => {
	const marloes = await as('lector');
	const id = await beginStudy(marloes, 'Kluis', { sensitivity: 'vault' });
	await openToWrite(marloes, id);
	await marloes.context().setOffline(true);
	await writeAtEnd(marloes, 'Zwijgplicht.');
	await expect(saveState(marloes)).toContainText(word('editor_save_offline_unsent'));
	const kept = await onDevice(marloes);
	expect(kept.stores).toEqual([]);
	expect(kept.text).not.toContain('Zwijgplicht');
	await marloes.context().setOffline(false);
	await isSaved(marloes);
});

test('what becomes a vault while it is open leaves the device at once', async ({ as }) => {
	const marloes = await as('lector');
	const id = await beginStudy(marloes, 'Eerst open');
	await openToWrite(marloes, id);
	await writeOffline(marloes, 'Nog gewoon. ');
	expect((await onDevice(marloes)).rows).toBe(1);
	await marloes.context().setOffline(false);
	await isSaved(marloes);
	const response = await marloes.request.patch(`/api/v1/documents/${id}`, {
		data: { sensitivity: 'vault' }
	});
	expect(response.ok()).toBe(true);
	// Told over the open line.
	await expect
		.poll(async () => {
			await marloes.context().setOffline(true);
			await writeAtEnd(marloes, 'Nu geheim. ');
			const { rows } = await onDevice(marloes);
			const words = await saveState(marloes).textContent();
			await marloes.context().setOffline(false);
			await isSaved(marloes);
			return rows === 0 && words?.includes(word('editor_save_offline_unsent'));
		})
		.toBe(true);
});

test('signing out warns of words that would go, and then destroys them with their key', async ({
	as
}) => {
	const samira = await as('onderzoeker');
	const id = await beginStudy(samira, 'Gedeelde computer');
	await openToWrite(samira, id);
	await writeOffline(samira, 'Van Samira alleen.');
	const page = await newPage(await crash(samira), '/account');
	expect((await onDevice(page)).rows).toBe(1);
	await page.getByRole('button', { name: word('people_sign_out'), exact: true }).click();
	const dialog = page.getByRole('dialog', { name: word('people_sign_out_unsent_title') });
	await expect(dialog.getByLabel(word('people_sign_out_unsent_label'))).toHaveValue(
		'Van Samira alleen.'
	);
	await dialog.getByRole('button', { name: word('people_sign_out_stay') }).click();
	expect((await onDevice(page)).rows).toBe(1);
	await page.getByRole('button', { name: word('people_sign_out'), exact: true }).click();
	await dialog.getByRole('button', { name: word('people_sign_out_anyway') }).click();
	await expect(page).toHaveURL(/\/login/);
	const after = await onDevice(page);
	expect(after.stores).toEqual([]);
	expect(after.text).not.toContain('Van Samira alleen.');
});

test('signing out destroys it without scripts too, and so does ending the session elsewhere', async ({
	as,
	house
}) => {
	const samira = await as('onderzoeker');
	const id = await beginStudy(samira, 'Zonder script');
	await openToWrite(samira, id);
	await writeOffline(samira, 'Nog hier.');
	const context = await crash(samira);
	const page = await newPage(context, '/account');
	expect((await onDevice(page)).rows).toBe(1);

	// As another device of hers would.
	const [cookie] = await context.cookies();
	const response = await fetch(`${house.address}/logout`, {
		method: 'POST',
		body: new URLSearchParams(),
		redirect: 'manual',
		headers: { origin: house.address, cookie: `${cookie!.name}=${cookie!.value}` }
	});
	expect(response.headers.get('clear-site-data')).toBe('"storage"');
	await visit(page, '/');
	await expect(page).toHaveURL(/\/login/);
	await expect.poll(async () => (await onDevice(page)).stores).toEqual([]);
});

test('who comes after somebody on the same browser finds nothing of theirs', async ({
	as,
	house
}) => {
	const samira = await as('onderzoeker');
	const id = await beginStudy(samira, 'Na elkaar');
	await openToWrite(samira, id);
	await writeOffline(samira, 'Van Samira.');
	const context = await crash(samira);
	await context.clearCookies();
	await context.addCookies([await sessionCookie(house, 'lector')]);
	const marloes = await newPage(context, `/document/${id}`);
	await isSaved(marloes);
	await expect.poll(async () => (await onDevice(marloes)).stores).toEqual([]);
	await expect(theText(marloes)).not.toContainText('Van Samira.');
});

test('two tabs of one person keep their own, and the one that stays takes over', async ({ as }) => {
	const one = await as('onderzoeker');
	const id = await beginStudy(one, 'Twee tabbladen');
	await openToWrite(one, id);
	const two = await one.context().newPage();
	await openToWrite(two, id);
	await writeOffline(one, 'Uit een. ');
	await writeAtEnd(two, 'Uit twee. ');
	await expect(saveState(two)).toContainText(word('editor_save_offline_kept'));
	expect((await onDevice(two)).rows).toBe(2);
	await crash(one);
	await isSaved(two);
	await expect(theText(two)).toContainText('Uit een.');
	await expect(theText(two)).toContainText('Uit twee.');
	expect(await occurrences(two, 'Uit een.')).toBe(1);
	await expect.poll(async () => (await onDevice(two)).rows).toBe(0);
});

test('on the disk of the device none of it can be read', async ({ house }) => {
	const profile = mkdtempSync(join(tmpdir(), 'wisselwerking-profile-'));
	const context = await chromium.launchPersistentContext(profile, {
		...{ baseURL: house.address, locale: 'nl-NL' },
		...{ executablePath: await findBrowser(), args: launchArguments }
	});
	try {
		await context.addCookies([await sessionCookie(house, 'onderzoeker')]);
		const page = await context.newPage();
		const id = await beginStudy(page, 'Schijf');
		await openToWrite(page, id);
		await writeOffline(page, 'Kwispelstaartend.');
		expect((await onDevice(page)).rows).toBe(1);
		expect(filesWith(profile, 'Kwispelstaartend')).toEqual([]);
		// The same words as another product would keep them: the search does find what is there.
		await page.evaluate(
			() =>
				new Promise<void>((resolve) => {
					const request = indexedDB.open('clear', 1);
					request.onupgradeneeded = () => request.result.createObjectStore('texts');
					request.onsuccess = () => {
						const write = request.result.transaction('texts', 'readwrite', {
							durability: 'strict'
						});
						write.objectStore('texts').put('Kwispelstaartend', 'one');
						write.oncomplete = () => resolve();
					};
				})
		);
		expect(filesWith(profile, 'Kwispelstaartend')).not.toEqual([]);
	} finally {
		await context.close();
		rmSync(profile, { recursive: true, force: true });
	}
});
