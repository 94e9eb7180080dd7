import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { part } from '#db/schema/documents.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { dutchLooks, everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { record } from './recording.ts';
import { isSaved, theText, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

const [FIRST] = FORMATS.incident;

async function beginAssignment(page: Page, title: string): Promise<string> {
	const response = await page.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'assignment', title }
	});
	expect(response.status()).toBe(201);
	const { id }: { id: string } = await response.json();
	return id;
}

async function partOf(page: Page, id: string, kind: string): Promise<string> {
	const { parts } = await (await page.request.get(`/api/v1/documents/${id}`)).json();
	return parts.find((part: { kind: string }) => part.kind === kind).id;
}

async function beginWith(page: Page, format: string): Promise<void> {
	await page.locator('summary', { hasText: word('assignments_format_begin') }).click();
	await page.getByRole('radio', { name: word(format) }).check();
	await page.getByRole('button', { name: word('assignments_format_go') }).click();
}

const roundNamed = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

test('a teacher begins with a conversation format and changes it; a student reads it, and nothing of the guide’s sheet', async ({
	as,
	complaints
}) => {
	const secret = `blad-${randomUUID()}`;
	const teacher = await as('docent');
	const student = await as('student');
	const recording = await record(student);
	const id = await beginAssignment(teacher, 'Een bezoek dat anders liep');
	await visit(student, `/document/${id}`);
	const guide = await partOf(teacher, id, 'guide');

	await visit(teacher, `/document/${id}`);
	await teacher.getByRole('link', { name: word('assignments_design_begin') }).click();
	await beginWith(teacher, 'assignments_format_incident');
	await expect(teacher.getByText('7 rondes, 65 minuten').first()).toBeVisible();
	await expect(roundNamed(teacher, FIRST!.title)).toBeVisible();

	// One round changes, and goes a place down; focus goes along.
	const round = roundNamed(teacher, 'Kiezen');
	await round.locator('summary').click();
	await round.getByLabel(word('assignments_round_minutes')).fill('een kwartier');
	await round.getByRole('button', { name: word('documents_save') }).click();
	await expect(round.getByText(word('error_minutes'))).toBeVisible();
	await round.getByLabel(word('assignments_round_minutes')).fill('15');
	await round.getByRole('button', { name: word('documents_save') }).click();
	await expect(teacher.getByText('7 rondes, 75 minuten').first()).toBeVisible();
	await expect(round.locator('summary')).toBeFocused();
	await round.getByRole('button', { name: word('assignments_down', { title: 'Kiezen' }) }).click();
	await expect(teacher.getByRole('heading', { level: 3 }).nth(3)).toContainText('Kiezen');
	await expect(
		round.getByRole('button', { name: word('assignments_down', { title: 'Kiezen' }) })
	).toBeFocused();

	// Other rounds come only in the place of these when that was said.
	await teacher.locator('summary', { hasText: word('assignments_format_begin') }).click();
	await teacher.getByRole('radio', { name: word('assignments_format_gossip') }).check();
	await teacher.getByRole('button', { name: word('assignments_format_go') }).click();
	await expect(teacher.getByText(word('error_replaces_rounds'))).toBeVisible();
	await expect(roundNamed(teacher, 'Kiezen')).toBeVisible();
	complaints.splice(0);

	await teacher.locator('summary', { hasText: word('assignments_criterion_new') }).click();
	await teacher.getByLabel(word('assignments_criterion_title')).last().fill('Vraagt door');
	const level = (number: string) =>
		teacher.getByLabel(word('assignments_level', { number })).last();
	await level('1').fill('stelt gesloten vragen');
	await level('2').fill('stelt open vragen en wacht');
	await teacher.getByRole('button', { name: word('assignments_criterion_add') }).click();
	await expect(teacher.getByRole('cell', { name: 'stelt gesloten vragen' })).toBeVisible();
	await teacher.locator('summary', { hasText: word('assignments_questions_change') }).click();
	await teacher
		.getByLabel(word('assignments_questions_each'), { exact: true })
		.fill('Wat zou jij vragen?\n');
	await teacher
		.locator('form[action="?/questions"]')
		.getByRole('button', { name: word('documents_save') })
		.click();
	await expect(teacher.getByText('Wat zou jij vragen?').first()).toBeVisible();

	// The guide's sheet says that it is apart.
	await visit(teacher, `/document/${id}`);
	await teacher.getByRole('link', { name: word('assignments_guide') }).click();
	await expect(teacher.getByText(word('assignments_guide_apart'))).toBeVisible();
	await expect(theText(teacher)).toBeVisible();
	await isSaved(teacher);
	await theText(teacher).click();
	await writeAtEnd(teacher, ` ${secret}`);
	await isSaved(teacher);

	// The student reads all but that, in every way in.
	await visit(student, `/document/${id}`);
	const short = '7 rondes, 75 minuten · rubric met 1 criterium · 1 feedbackvraag';
	await expect(student.getByRole('link', { name: word('assignments_guide') })).toHaveCount(0);
	await student.getByRole('link', { name: short }).click();
	await expect(roundNamed(student, 'Kiezen')).toBeVisible();
	await expect(student.getByRole('cell', { name: 'stelt open vragen en wacht' })).toBeVisible();
	await expect(student.getByText('Wat zou jij vragen?')).toBeVisible();
	await expect(student.locator('main form')).toHaveCount(0);
	const ways = [
		...[`/document/${id}`, `/document/${id}?part=${guide}`, `/document/${id}/design`],
		...[`/document/${id}/__data.json?part=${guide}`, `/document/${id}/design/__data.json`],
		...[`/api/v1/documents/${id}`, `/api/v1/documents/${id}/design`],
		`/api/v1/documents?q=${secret}`,
		...['md', 'html', 'json'].map((format) => `/api/v1/documents/${id}/export/${format}`)
	];
	for (const way of ways) {
		const said = (await (await student.request.get(way)).text()).replaceAll(`q=${secret}`, '');
		expect(said, way).not.toContain(secret);
		const isAsked = way.includes(guide);
		if (!isAsked) expect(said, way).not.toContain(guide);
	}
	expect(await closeOf(student, guide)).toBe(4404);
	await visit(student, `/document/${id}?part=${guide}`);
	await expect(student.getByRole('heading', { name: 'Zo begeleid je het' })).toHaveCount(0);
	expect(await recording.heard([secret, 'Zo begeleid je het'])).toEqual([]);
	const put = { data: { steps: [], rubric: [], questions: [] } };
	expect((await student.request.put(`/api/v1/documents/${id}/design`, put)).status()).toBe(403);
	complaints.splice(0);

	// What the recording would have heard, it hears from who guides.
	const other = await record(teacher);
	await visit(teacher, `/document/${id}?part=${guide}`);
	await isSaved(teacher);
	expect(await other.heard([secret])).not.toEqual([]);
});

/** With what the live door closes a socket on a part, for whoever's page it is. */
function closeOf(page: Page, part: string): Promise<number> {
	return page.evaluate(
		(id) =>
			new Promise<number>((closed) => {
				const { protocol, host } = window.location;
				const door = protocol === 'https:' ? 'wss' : 'ws';
				const socket = new WebSocket(`${door}://${host}/collab/${id}?ack=1`);
				socket.addEventListener('close', ({ code }) => closed(code));
			}),
		part
	);
}

test('rounds are filled in without scripts too, and a sheet that is not there is begun', async ({
	as,
	house,
	complaints
}) => {
	const page = await as('docent', { javaScriptEnabled: false });
	const id = await beginAssignment(page, 'Zonder scripts');
	await page.goto(`/document/${id}/design`);
	await beginWith(page, 'assignments_format_five');
	await expect(page.getByText('5 rondes, 40 minuten').first()).toBeVisible();
	await page.locator('summary', { hasText: word('assignments_round_new') }).click();
	const form = page.locator('form[action="?/addRound"]');
	await form.getByLabel(word('assignments_round_title')).fill('Napraten');
	await form.getByRole('button').click();
	await expect(page.getByText(word('error_minutes'))).toBeVisible();
	await expect(form.getByLabel(word('assignments_round_title'))).toHaveValue('Napraten');
	complaints.splice(0);
	await form.getByLabel(word('assignments_round_minutes')).fill('5');
	await form.getByLabel(word('assignments_round_turn')).selectOption('nobody');
	await form.getByRole('button').click();
	await expect(page.getByText('6 rondes, 45 minuten').first()).toBeVisible();
	await roundNamed(page, 'Napraten')
		.getByRole('button', { name: word('assignments_up', { title: 'Napraten' }) })
		.click();
	await expect(page.getByRole('heading', { level: 3 }).nth(4)).toContainText('Napraten');

	const guide = await partOf(page, id, 'guide');
	await house.connection.db.delete(part).where(eq(part.id, guide));
	await page.goto(`/document/${id}`);
	await page.getByRole('button', { name: word('assignments_guide_begin') }).click();
	await expect(page.getByText(word('assignments_guide_apart'))).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Zo begeleid je het' })).toBeVisible();
});

test('rounds, rubric and questions are for everybody: empty, filled in, refused, and to read', async ({
	as,
	complaints
}) => {
	const teacher = await as('docent');
	const id = await beginAssignment(
		teacher,
		'Voor iedereen, met een lange titel die over de rand wil'
	);
	const at = `/document/${id}/design`;
	await everyLook(teacher, () => visit(teacher, at));
	const { incident: steps } = FORMATS;
	const levels = ['stelt vooral gesloten vragen', 'stelt open vragen', 'vraagt door en wacht'];
	const rubric = [
		{ title: 'Vraagt door', levels },
		{ title: 'Luistert', levels: [...levels, ...levels] }
	];
	const data = { steps, rubric, questions: ['Wat zou jij gevraagd hebben?'] };
	expect((await teacher.request.put(`/api/v1/documents/${id}/design`, { data })).status()).toBe(
		200
	);
	await everyLook(teacher, async () => {
		await visit(teacher, at);
		for (const summary of await teacher.locator('main summary').all()) await summary.click();
	});
	await dutchLooks(teacher, async () => {
		await visit(teacher, at);
		await teacher.locator('summary', { hasText: word('assignments_criterion_new') }).click();
		await teacher.getByRole('button', { name: word('assignments_criterion_add') }).click();
		await expect(teacher.getByText(word('error_criterion_levels'))).toBeVisible();
	});
	complaints.splice(0);
	const guide = await partOf(teacher, id, 'guide');
	await dutchLooks(teacher, () => visit(teacher, `/document/${id}?part=${guide}`));
	const student = await as('student');
	await everyLook(student, () => visit(student, at));
});
