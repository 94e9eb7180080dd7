import type { Page } from '@playwright/test';
import {
	beginAssignment,
	give,
	giveFeedback,
	handIn,
	letIn,
	makeGroup,
	standingOf,
	writeTogether
} from './classes.ts';
import { dutchLooks, everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { record } from './recording.ts';
import { isSaved, theText, wordsIn } from './text.ts';
import { word, wordInEither } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const GUIDE = 'Alleen wie begeleidt weet dit vooraf';
const FIRST = 'Wij zouden beginnen met de bel';
const SECOND = 'Wij vragen voor wie het tweede kopje is';
const PEER = 'Mooi dat jullie bij de deur beginnen';
const TEACHER = 'Laat zien waar je dit las';

type Recording = Awaited<ReturnType<typeof record>>;

/** Where somebody was named; on Today people are named who work on something else, in other tests too. */
async function named(recording: Recording, names: string[]): Promise<string[]> {
	return (await recording.heard(names)).filter((where) => !where.startsWith('/: '));
}

test('an assignment goes the whole way: given, written together, handed in, looked at, returned, final', async ({
	as,
	house
}) => {
	const pim = await as('docent');
	const [emre, naomi, lotte] = [
		await as('student'),
		await as('student2'),
		await as('professional')
	];
	const recordings = new Map<Page, Recording>();
	for (const page of [emre, naomi, lotte]) recordings.set(page, await record(page));
	const { id, guide } = await beginAssignment(pim, house, 'De eerste tien minuten aan de deur');
	await visit(pim, `/document/${id}?part=${guide}`);
	await expect(theText(pim)).toBeVisible();
	await theText(pim).press('ControlOrMeta+End');
	await pim.keyboard.type(GUIDE);
	await isSaved(pim);
	const run = await give(pim, id, { title: 'Klas 2B', size: 2, anonymous: true });
	await expect(pim.getByText(word('runs_next_lead_people'))).toBeVisible();
	await letIn(pim, run, {
		student: 'Emre Yıldız',
		student2: 'Naomi Sedney',
		professional: 'Joost ten Velde'
	});
	await makeGroup(pim, run, 'De Kade', ['Emre Yıldız', 'Joost ten Velde']);
	await makeGroup(pim, run, 'De Brink', ['Naomi Sedney']);

	// They find it on their own page; two write in one text and see each other's words.
	await visit(emre, '/');
	await emre.locator(`main a.title-link[href="${run}"]`).click();
	await expect(emre).toHaveURL(run);
	await writeTogether(emre, `${FIRST}.`);
	await visit(lotte, run);
	await expect(theText(lotte)).toContainText(FIRST);
	await writeTogether(lotte, ' En dan wachten.');
	await expect(theText(emre)).toContainText('En dan wachten.');
	expect(await wordsIn(theText(emre))).toBe(await wordsIn(theText(lotte)));
	await visit(naomi, run);
	await writeTogether(naomi, `${SECOND}.`);
	// Nobody was asked to look at anything yet.
	expect(await recordings.get(naomi)!.heard([FIRST, 'De Kade'])).toEqual([]);
	expect(await recordings.get(emre)!.heard([SECOND, 'De Brink'])).toEqual([]);

	await handIn(emre, 1);
	// Who is in the same group sees that it was done, without asking.
	await expect(lotte.locator('#hand-ins').getByRole('listitem')).toHaveCount(1);
	await handIn(naomi, 1);
	await visit(pim, run);
	await expect(standingOf(pim, 'De Kade')).toContainText(word('runs_progress_handed_in'));
	await expect(pim.locator('[data-count="handed_in"]')).toContainText('2');
	await pim.getByRole('button', { name: word('runs_allocate') }).click();

	// Each looks at the other's work, and does not learn whose it is.
	await naomi.locator('#review a').click();
	await expect(naomi.getByText(FIRST)).toBeVisible();
	await giveFeedback(naomi, PEER);
	await expect(naomi.getByRole('heading', { name: word('runs_review_own') })).toBeVisible();
	expect(await recordings.get(naomi)!.heard(['De Kade'])).toEqual([]);
	expect(await named(recordings.get(naomi)!, ['Emre', 'Joost ten Velde'])).toEqual([]);
	await expect(emre.locator('#feedback')).toContainText(PEER);
	await expect(emre.locator('#feedback')).toContainText(word('runs_feedback_somebody'));
	await expect(emre.locator('#review')).toContainText(
		word('runs_review_work_hidden', { nth: '1' })
	);
	expect(await recordings.get(emre)!.heard(['De Brink', SECOND])).toEqual([]);
	expect(await named(recordings.get(emre)!, ['Naomi'])).toEqual([]);

	await pim.getByRole('link', { name: 'De Kade' }).click();
	await pim.getByRole('link', { name: word('runs_review_go') }).click();
	await giveFeedback(pim, TEACHER);
	await expect(pim.locator('#feedback')).toContainText(TEACHER);
	await pim.getByRole('link', { name: word('runs_back_to_run', { title: 'Klas 2B' }) }).click();
	await pim.getByRole('button', { name: word('runs_return') }).click();
	await expect(pim.getByText(word('runs_progress_feedback'))).toBeVisible();

	// Returned: they read it, write on, confirm what each did, and hand in again.
	await expect(emre.locator('#feedback')).toContainText(TEACHER);
	await emre.getByLabel(word('runs_contribution_says')).fill('Ik belde aan.');
	await emre.getByRole('button', { name: word('runs_contribution_go') }).click();
	await expect(emre.getByText(word('runs_contribution_saved'))).toBeVisible();
	await writeTogether(emre, ' Dat lazen we bij Samira.');
	await handIn(emre, 2);
	await visit(emre, (await emre.locator('#hand-ins a').last().getAttribute('href'))!);
	await expect(emre.getByText(FIRST)).toBeVisible();
	await expect(emre.getByText('Dat lazen we bij Samira')).toHaveCount(0);

	await expect(pim.locator('#hand-ins').getByRole('listitem').first()).toBeVisible();
	await pim.getByRole('button', { name: word('runs_finish') }).click();
	await expect(pim.getByRole('button', { name: word('runs_reopen') })).toBeVisible();
	await visit(emre, run);
	await expect(
		emre.getByText(word('runs_next_final')).or(emre.getByText(word('runs_next_review_one')))
	).toBeVisible();
	await expect(emre.locator('.text [role="textbox"][contenteditable="true"]')).toHaveCount(0);
	await visit(emre, `/document/${id}`);
	await expect(emre.getByRole('heading', { name: word('runs_times_own') })).toBeVisible();
	for (const recording of recordings.values()) expect(await recording.heard([GUIDE])).toEqual([]);
});

test('every page of an assignment that is given is for everybody', async ({
	as,
	house,
	complaints
}) => {
	const pim = await as('docent');
	const [emre, naomi] = [await as('student'), await as('student2')];
	const { id } = await beginAssignment(pim, house, 'Een opdracht om naar te kijken');
	await everyLook(pim, () => visit(pim, `/document/${id}/give`));
	await everyLook(pim, async () => {
		await visit(pim, `/document/${id}/give`);
		await pim.getByRole('button', { name: wordInEither('runs_give_go') }).click();
		await expect(pim.locator('[aria-invalid="true"]').first()).toBeVisible();
	});
	complaints.splice(0);
	await speakDutch(pim);
	const run = await give(pim, id, { title: 'Een klas om naar te kijken', size: 2 });
	await everyLook(pim, () => visit(pim, run));
	await speakDutch(pim);
	await letIn(pim, run, { student: 'Emre Yıldız', student2: 'Naomi Sedney' });
	await dutchLooks(pim, () => visit(pim, run));
	await everyLook(emre, () => visit(emre, run));
	await everyLook(emre, () => visit(emre, '/'));
	await makeGroup(pim, run, 'Kade', ['Emre Yıldız']);
	await makeGroup(pim, run, 'Brink', ['Naomi Sedney']);
	for (const page of [emre, naomi]) {
		await speakDutch(page);
		await visit(page, run);
		await writeTogether(page, 'Wij beginnen bij de bel.');
		await handIn(page, 1);
	}
	await visit(pim, run);
	await pim.getByRole('button', { name: word('runs_allocate') }).click();
	await expect(pim.getByText(word('runs_saved_allocated'))).toBeVisible();
	await everyLook(emre, async () => {
		await visit(emre, run);
		await expect(emre.locator('#review a')).toBeVisible();
	});
	const work = (await emre.locator('#review a').getAttribute('href'))!;
	await everyLook(emre, () => visit(emre, work));
	await speakDutch(emre);
	await visit(emre, work);
	await giveFeedback(emre, PEER);
	await expect(emre.getByRole('heading', { name: word('runs_review_own') })).toBeVisible();
	await dutchLooks(emre, () => visit(emre, work));
	await everyLook(pim, async () => {
		await visit(pim, run);
		await pim.locator('#groups > ul summary').first().click();
	});
	await everyLook(pim, async () => {
		await visit(pim, run);
		await pim.getByRole('link', { name: 'Brink' }).click();
		await expect(pim.locator('.text[data-phase="live"]')).toBeVisible();
	});
	await everyLook(pim, () => visit(pim, work));
	await dutchLooks(pim, () => visit(pim, `/document/${id}`));
	await dutchLooks(naomi, () => visit(naomi, run));
});

/** After looks, which end in English. */
async function speakDutch(page: Page): Promise<void> {
	const url = process.env.HOUSE_ADDRESS!;
	await page.context().addCookies([{ name: 'language', value: 'nl', url }]);
	await page.setViewportSize({ width: 1280, height: 800 });
}
