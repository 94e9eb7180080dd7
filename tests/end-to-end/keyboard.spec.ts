import type { Locator, Page } from '@playwright/test';
import { beginAssignment, give, handIn, letIn, makeGroup, writeTogether } from './classes.ts';
import { expect, hydrated, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

const PASSWORD = 'wisselwerking-demo';
const MOST_STOPS = 80;

test('sign in, begin a study, write, share and sign out by keyboard alone', async ({
	asNobody
}) => {
	test.setTimeout(90_000);
	const page = await asNobody({ viewport: { width: 1280, height: 800 } });
	await visit(page, '/login');
	await tabTo(page, page.getByLabel(word('people_email')));
	await page.keyboard.type('onderzoeker@wisselwerking.example');
	await tabTo(page, page.getByLabel(word('people_password')));
	await page.keyboard.type(PASSWORD);
	await page.keyboard.press('Enter');
	await expect(page).not.toHaveURL(/login/);
	await hydrated(page);

	await tabTo(page, page.getByRole('link', { name: word('documents_new') }).first());
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/new/);
	const study = page.getByRole('radio', { name: /studie/i });
	await tabTo(page, page.getByRole('radio').first());
	for (let step = 0; step < 3 && !(await study.isChecked()); step++) {
		await page.keyboard.press('ArrowDown');
	}
	await expect(study).toBeChecked();
	await tabTo(page, page.getByLabel(word('documents_begin_name')));
	await page.keyboard.type('Zonder muis');
	await tabTo(page, page.getByRole('button', { name: word('documents_begin_go') }));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/document\//);
	await expect(theText(page)).toBeVisible();

	await tabTo(page, theText(page));
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.type('Dit is zonder muis geschreven.');
	await expect(theText(page)).toContainText('Dit is zonder muis geschreven.');
	await isSaved(page);
	await page.keyboard.press('Escape');
	await expect(theText(page)).not.toBeFocused();

	await tabTo(
		page,
		page.getByRole('button', { name: word('documents_share'), exact: true }),
		'back'
	);
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: word('documents_share_title') });
	await expect(dialog).toBeVisible();
	await tabTo(page, dialog.getByLabel(word('documents_share_name')));
	await page.keyboard.type('student@wisselwerking.example');
	await tabTo(page, dialog.getByRole('button', { name: word('documents_share_give') }));
	await page.keyboard.press('Enter');
	await expect(dialog.getByText('Emre')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(
		page.getByRole('button', { name: word('documents_share'), exact: true })
	).toBeFocused();

	await tabTo(page, page.locator('a[href="/account"]'), 'back');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/account/);
	await tabTo(page, page.getByRole('button', { name: word('people_sign_out'), exact: true }));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/login/);
	await page.goto('/');
	await expect(page).toHaveURL(/\/login/);
});

test('on a busy page a key works where the one before it put the caret', async ({ as }) => {
	const page = await as('onderzoeker');
	await openToWrite(page, await beginStudy(page, 'Snelle vingers'));
	await writeAtEnd(page, ' Woorden.');
	await page.keyboard.press('Home');
	const busy = page.evaluate(() => {
		const until = performance.now() + 100;
		while (performance.now() < until);
	});
	await Promise.all([page.keyboard.press('End'), page.keyboard.press('Backspace'), busy]);
	await expect(theText(page)).toHaveText(/Woorden$/);
});

test('hand in, and give feedback on the work of another group, by keyboard alone', async ({
	as,
	house
}) => {
	test.setTimeout(120_000);
	const pim = await as('docent');
	const emre = await as('student', { viewport: { width: 1280, height: 800 } });
	const { id } = await beginAssignment(pim, house, 'Zonder muis inleveren');
	const run = await give(pim, id, { title: 'Toetsen', size: 1 });
	await letIn(pim, run, { student: 'Emre Yıldız', student2: 'Naomi Sedney' });
	await makeGroup(pim, run, 'Noord', ['Emre Yıldız']);
	await makeGroup(pim, run, 'Zuid', ['Naomi Sedney']);
	const naomi = await as('student2');
	await visit(naomi, run);
	await writeTogether(naomi, 'Wie deed er open?');
	await handIn(naomi, 1);

	await visit(emre, run);
	await tabTo(emre, theText(emre));
	await emre.keyboard.type('Ik zou eerst aanbellen.');
	await isSaved(emre);
	await emre.keyboard.press('Escape');
	await tabTo(emre, emre.locator('#hand-in summary'));
	await emre.keyboard.press('Enter');
	await tabTo(emre, emre.getByRole('button', { name: word('runs_hand_in_go') }));
	await emre.keyboard.press('Enter');
	await expect(emre.getByText(word('runs_handed_in_now'))).toBeVisible();

	await visit(pim, run);
	await pim.getByRole('button', { name: word('runs_allocate') }).click();
	await expect(pim.getByText(word('runs_saved_allocated'))).toBeVisible();
	await tabTo(emre, emre.locator('#review a'));
	await emre.keyboard.press('Enter');
	await expect(emre).toHaveURL(/\/submission\//);
	await tabTo(emre, emre.getByRole('radio').first());
	await emre.keyboard.press('Space');
	await emre.keyboard.press('ArrowDown');
	await expect(emre.getByRole('radio', { name: 'Bij haar situatie' })).toBeChecked();
	await tabTo(emre, emre.getByLabel(word('runs_remarks')));
	await emre.keyboard.type('Die vraag nemen wij over.');
	await tabTo(emre, emre.locator('summary', { hasText: word('runs_feedback_give') }));
	await emre.keyboard.press('Enter');
	await tabTo(emre, emre.getByRole('button', { name: word('runs_feedback_give_go') }));
	await emre.keyboard.press('Enter');
	await expect(emre.getByRole('heading', { name: word('runs_review_own') })).toBeVisible();
	await expect(naomi.locator('#feedback')).toContainText('Die vraag nemen wij over.');
});

/** Presses Tab until the target has the focus; at every stop the focus must be there to see. */
async function tabTo(page: Page, target: Locator, direction: 'on' | 'back' = 'on'): Promise<void> {
	await target.waitFor();
	const focused = () => target.evaluate((element) => element.contains(document.activeElement));
	for (let stop = 0; stop < MOST_STOPS; stop++) {
		if (await focused()) return;
		await page.keyboard.press(direction === 'on' ? 'Tab' : 'Shift+Tab');
		expect(await focusFault(page)).toBe('');
	}
	throw new Error(`no ${MOST_STOPS} stops reach ${String(target)}`);
}

/** What is wrong with how the focus shows: nothing to see, out of sight, or covered. */
function focusFault(page: Page): Promise<string> {
	return page.evaluate(() => {
		const element = document.activeElement;
		// Between the last and the first stop lies the browser itself.
		if (!(element instanceof HTMLElement) || element === document.body) return '';
		const name = element.outerHTML.slice(0, 160);
		const shows = (one: Element | null) => {
			if (!one) return false;
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
			return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
		};
		// A caret shows by itself; within a date the browser marks the day, the month, or the calendar.
		const ownMark = 'textarea, [contenteditable="true"], input[type="date"]';
		const around = element.closest('label, .field, li');
		if (!element.matches(ownMark) && !shows(element) && !shows(around)) {
			return `no sign of focus: ${name}`;
		}
		const box = element.getBoundingClientRect();
		const top = Math.max(box.top, 0);
		const bottom = Math.min(box.bottom, innerHeight);
		if (bottom - top < 1 || box.right < 1 || box.left > innerWidth) return `out of sight: ${name}`;
		const at = document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2);
		if (!at || element.contains(at) || at.contains(element)) return '';
		return element.closest('label')?.contains(at)
			? ''
			: `covered: ${name} by ${at.outerHTML.slice(0, 80)}`;
	});
}
