import { randomUUID } from 'node:crypto';
import { dutchLooks, everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { record } from './recording.ts';
import { isSaved, saveState, theText, wordsIn, writeAtEnd } from './text.ts';
import { word, wordInEither } from './words.ts';
import { beginWorkshop, card, comeIn, makeAssignment } from './workshop.ts';

test.describe.configure({ timeout: 300_000 });

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
const SMALL = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

test('a workshop from its code to its harvest, with somebody who has no account', async ({
	as,
	asNobody
}) => {
	const guide = `Begeleidersblad ${randomUUID()}`;
	const ours = 'Zal ik de bel voor u maken';
	const others = 'Voor wie is het tweede kopje';
	const lead = await as('docent');
	const assignment = await makeAssignment(lead, 'De eerste tien minuten', guide);
	const { code, run } = await beginWorkshop(lead, assignment, { formation: 'choose', groups: 2 });

	const fatma = await asNobody(SMALL);
	const wim = await as('student', PHONE);
	const told = [await record(fatma), await record(wim)];
	const alone = await asNobody(PHONE);
	await comeIn(fatma, code, 'Fatma');
	await visit(wim, `/workshop/${code}`);
	await wim.locator('main form button').first().tap();
	await comeIn(alone, code, 'Lotte');
	await expect(lead.getByRole('listitem').filter({ hasText: 'Fatma' }).first()).toBeVisible();
	await expect(lead.getByText(word('workshop_visitor')).first()).toBeVisible();

	for (const page of [fatma, wim]) {
		await page.getByRole('button', { name: word('workshop_choose', { group: 'Groep 1' }) }).tap();
		await expect(page.getByRole('heading', { name: 'Groep 1' })).toBeVisible();
	}
	await alone.getByRole('button', { name: word('workshop_choose', { group: 'Groep 2' }) }).tap();
	await fatma.getByRole('button', { name: word('workshop_role_take_scribe') }).tap();
	await expect(fatma.getByText(word('workshop_role_yours'))).toBeVisible();

	// Round one: everybody writes, and who leads sees it come.
	await lead.getByRole('button', { name: word('workshop_begin', { nth: '1' }) }).click();
	for (const page of [fatma, wim, alone]) {
		await expect(page.getByRole('timer')).toHaveText(/^1[12]:\d\d$/);
		await expect(theText(page)).toBeVisible();
	}
	await expect(lead.getByRole('timer')).toBeVisible();
	await writeAtEnd(fatma, ours);
	await expect.poll(() => wordsIn(theText(wim))).toContain(ours);
	await writeAtEnd(wim, ', en dan pas naar binnen');
	await writeAtEnd(alone, others);
	await expect(card(lead, 'Groep 1').locator('.content')).toContainText(`${ours}, en dan`);
	await expect(card(lead, 'Groep 2').locator('.content')).toContainText(others);
	await lead.getByRole('button', { name: word('workshop_extend', { minutes: '5' }) }).click();
	await expect(fatma.getByRole('timer')).toHaveText(/^1[67]:\d\d$/);

	// Closed: nobody writes, and what stands there stays.
	await Promise.all([fatma, wim, alone].map(isSaved));
	await lead.getByRole('button', { name: word('workshop_close', { nth: '1' }) }).click();
	for (const page of [fatma, wim]) {
		await expect(page.getByText(word('workshop_round_closed'))).toBeVisible();
		await expect(page.locator('.text [contenteditable="true"]')).toHaveCount(0);
		await expect(page.locator('.text')).toContainText(ours);
		await expect(saveState(page)).toHaveAttribute('data-save-state', 'readOnly');
	}
	await expect(fatma.getByRole('timer')).toHaveCount(0);

	// Round two: only the scribe writes; the other is told who does.
	await lead.getByRole('button', { name: word('workshop_begin', { nth: '2' }) }).click();
	await expect(theText(fatma)).toHaveAttribute('contenteditable', 'true');
	await expect(wim.getByText(word('workshop_turn_of', { names: 'Fatma' }))).toBeVisible();
	await expect(wim.locator('.text [contenteditable="true"]')).toHaveCount(0);
	await writeAtEnd(fatma, 'De open vraag');
	await expect(wim.locator('.text')).toContainText('De open vraag');
	await isSaved(fatma);

	// The end, and what came out of it.
	await lead.locator('summary', { hasText: word('workshop_end') }).click();
	await lead.getByRole('button', { name: word('workshop_end_sure') }).click();
	await expect(lead.getByText(word('workshop_ended_state'))).toBeVisible();
	await expect(fatma.getByRole('heading', { name: word('workshop_thanks') })).toBeVisible();
	await lead.getByRole('link', { name: word('workshop_harvest_open') }).click();
	for (const words of [ours, others, 'De open vraag']) {
		await expect(lead.getByText(words)).toBeVisible();
	}
	await everyLook(lead, () => visit(lead, `/run/${run}/harvest`));
	await visit(lead, `/run/${run}/harvest`);
	await lead.locator('form.make button').click();
	await expect(lead).toHaveURL(/\/document\//);
	await expect(lead.locator('.text')).toContainText(others);

	// Her name goes when she says so; her words stay.
	await fatma.locator('summary', { hasText: word('workshop_forget') }).tap();
	await fatma.getByRole('button', { name: word('workshop_forget_sure') }).tap();
	await expect(fatma.getByRole('heading', { name: word('workshop_forgotten') })).toBeVisible();
	await fatma.goto(`/workshop/floor/${run}`);
	await expect(fatma.getByLabel(word('workshop_code'), { exact: true })).toBeVisible();
	await visit(lead, `/run/${run}/board`);
	await expect(lead.getByText('Fatma')).toHaveCount(0);
	await expect(card(lead, 'Groep 1')).toContainText(wordInEither('workshop_nameless'));

	for (const recording of told) expect(await recording.heard([guide, others])).toEqual([]);
});

test('a visitor comes in and takes a place with the keyboard alone', async ({
	as,
	asNobody,
	complaints
}) => {
	const lead = await as('docent');
	const assignment = await makeAssignment(lead, 'Met het toetsenbord');
	const { code } = await beginWorkshop(lead, assignment, { formation: 'choose', groups: 1 });
	const page = await asNobody();
	await visit(page, '/workshop');
	await tabTo(word('workshop_code'));
	await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`);
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(word('workshop_join_name'))).toBeVisible();
	await tabTo(word('workshop_join_name'));
	await page.keyboard.type('Wim');
	await page.keyboard.press('Enter');
	await expect(page.getByText(word('error_consent_missing'))).toBeVisible();
	await expect(page.getByLabel(word('workshop_consent'))).toBeFocused();
	// The refusal itself.
	complaints.splice(0);
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: word('workshop_in') })).toBeVisible();
	await tabTo(word('workshop_choose', { group: 'Groep 1' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Groep 1' })).toBeFocused();
	await tabTo(word('workshop_role_take_presenter'));
	await page.keyboard.press('Enter');
	await expect(page.getByText(word('workshop_role_yours'))).toBeVisible();
	await lead.getByRole('button', { name: word('workshop_begin', { nth: '1' }) }).click();
	// What is on the screen changes, and is said; where one was stays where it was.
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat had jij gevraagd?');
	const said = { nth: '1', title: 'Wat had jij gevraagd?', minutes: '12' };
	await expect(
		page.getByRole('status').filter({ hasText: word('workshop_said_begin', said) })
	).toHaveCount(1);

	async function tabTo(name: string) {
		const isThere = () =>
			page.evaluate((wanted) => {
				const { activeElement } = document;
				const labels = activeElement instanceof HTMLInputElement ? activeElement.labels : null;
				const own = labels?.[0]?.textContent ?? activeElement?.textContent ?? '';
				return own.trim().startsWith(wanted);
			}, name);
		for (let tabs = 0; tabs < 40; tabs += 1) {
			if (await isThere()) return;
			await page.keyboard.press('Tab');
		}
		expect(await isThere(), `${name} is reached by Tab`).toBe(true);
	}
});

test('the pages of a workshop are for everybody', async ({ as, asNobody, complaints }) => {
	const lead = await as('docent');
	const empty = await lead.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'assignment', title: 'Nog zonder rondes' }
	});
	const { id }: { id: string } = await empty.json();
	await everyLook(lead, () => visit(lead, `/document/${id}/workshop`));
	const assignment = await makeAssignment(lead, 'Voor iedereen te volgen');
	await everyLook(lead, () => visit(lead, `/document/${assignment}/workshop`));
	await lead
		.context()
		.addCookies([{ name: 'language', value: 'nl', url: process.env.HOUSE_ADDRESS! }]);
	const { code, run } = await beginWorkshop(lead, assignment, { formation: 'choose', groups: 2 });
	const page = await asNobody();
	await everyLook(page, () => visit(page, '/workshop'));
	await everyLook(page, () => visit(page, `/workshop/${code}`));
	await page
		.context()
		.addCookies([{ name: 'language', value: 'nl', url: process.env.HOUSE_ADDRESS! }]);
	await comeIn(page, code, 'Fatma');
	const floor = `/workshop/floor/${run}`;
	await everyLook(page, () => visit(page, floor));
	await everyLook(lead, () => visit(lead, `/run/${run}/board`));
	await dutchLooks(page, () => visit(page, floor));
	await page.getByRole('button', { name: word('workshop_choose', { group: 'Groep 1' }) }).click();
	await dutchLooks(lead, () => visit(lead, `/run/${run}/board`));
	await lead.getByRole('button', { name: word('workshop_begin', { nth: '1' }) }).click();
	await expect(theText(page)).toBeVisible();
	await writeAtEnd(page, 'Zal ik de bel maken?');
	await isSaved(page);
	await everyLook(page, async () => {
		await visit(page, floor);
		await expect(theText(page)).toBeVisible();
	});
	await everyLook(lead, async () => {
		await visit(lead, `/run/${run}/board`);
		await expect(card(lead, 'Groep 1').locator('.content')).toBeVisible();
	});
	await page.goto('/workshop/ZZZZZZ');
	await expect(page.getByRole('link', { name: /code/ })).toBeVisible();
	complaints.splice(0);
});
