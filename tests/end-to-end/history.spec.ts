import { everyLook } from './looks.ts';
import { expect, test, visit } from './people.ts';
import { beginStudy, isSaved, openToWrite, theText, wordsIn, writeAtEnd } from './text.ts';
import { word } from './words.ts';

test.describe.configure({ timeout: 240_000 });

/** The only text of a study. */
async function partOf(page: Parameters<typeof visit>[0], id: string): Promise<string> {
	const { parts }: { parts: { id: string }[] } = await (
		await page.request.get(`/api/v1/documents/${id}`)
	).json();
	return parts[0]!.id;
}

test('a version gets a name, what changed since is shown, and it is put back while somebody types', async ({
	as
}) => {
	const [lector, researcher] = [await as('lector'), await as('onderzoeker')];
	const id = await beginStudy(lector, 'Hoe dit verslag ontstond');
	const part = await partOf(lector, id);
	await openToWrite(lector, id);
	await writeAtEnd(lector, ' Zij vertelt over de straat.');
	await isSaved(lector);

	await lector.getByRole('button', { name: word('history_title'), exact: true }).click();
	await lector.getByLabel(word('history_name')).fill('Na het eerste gesprek');
	await lector.getByRole('button', { name: word('history_name_do') }).click();
	const kept = lector.getByRole('link', { name: 'Na het eerste gesprek' });
	await expect(kept).toBeVisible();

	await openToWrite(researcher, id);
	await writeAtEnd(researcher, ' En dit schreef iemand anders.');
	await isSaved(researcher);

	// Who wrote what, in the text.
	await lector.getByLabel(word('history_colour')).check();
	await expect(lector.locator('.written-by').last()).toContainText('iemand anders');

	await visit(lector, `/document/${id}/history?part=${part}&version=now`);
	await expect(lector.locator('.compared ins').first()).toContainText(
		'En dit schreef iemand anders.'
	);
	await lector.keyboard.press('Alt+ArrowDown');
	await expect(lector.getByRole('group', { name: word('history_steps') })).toContainText(
		'En dit schreef iemand anders.'
	);

	// One passage, by keyboard.
	const back = lector.getByRole('button', { name: word('history_passage_do') });
	await back.focus();
	await lector.keyboard.press('Enter');
	const told = lector.getByRole('region', { name: word('ui_notices') });
	await expect(told.getByText(word('history_passage_done'))).toBeVisible();
	await expect
		.poll(async () => wordsIn(theText(researcher)))
		.not.toContain('En dit schreef iemand anders.');
	await writeAtEnd(researcher, ' En dit schreef iemand anders.');
	await isSaved(researcher);

	await lector.getByRole('link', { name: 'Na het eerste gesprek' }).click();
	await lector.getByText(word('history_restore'), { exact: true }).click();
	await writeAtEnd(researcher, ' Nog net getypt.');
	await lector.getByRole('button', { name: word('history_restore_do') }).click();
	await expect(lector).toHaveURL(new RegExp(`/document/${id}\\?part=`));
	await isSaved(researcher);
	await expect
		.poll(async () => wordsIn(theText(researcher)))
		.not.toContain('En dit schreef iemand anders.');
	const { days }: { days: { versions: { id: string }[] }[] } = await (
		await lector.request.get(`/api/v1/parts/${part}/versions`)
	).json();
	const texts = await Promise.all(
		days
			.flatMap(({ versions }) => versions)
			.map(async (one) =>
				(await lector.request.get(`/api/v1/parts/${part}/versions/${one.id}`)).text()
			)
	);
	const now = await wordsIn(theText(researcher));
	expect([now, ...texts].join('\n')).toContain('Nog net getypt.');
});

test('who comes back sees what others added, and goes to it', async ({ as, house }) => {
	const [lector, researcher] = [await as('lector'), await as('onderzoeker')];
	const id = await beginStudy(lector, 'Wie terugkomt');
	const part = await partOf(lector, id);
	await openToWrite(researcher, id);
	await expect
		.poll(async () => {
			const rows = await house.connection.db.$client.query(
				'select 1 from seen where part_id = $1',
				[part]
			);
			return rows.rowCount;
		})
		.toBe(1);
	await visit(researcher, '/');
	await openToWrite(lector, id);
	await writeAtEnd(lector, ' Dit kwam er later bij.');
	await isSaved(lector);
	// As if the visit was yesterday.
	await house.connection.db.$client.query(
		"update seen set at = at - interval '1 day' where part_id = $1",
		[part]
	);
	await openToWrite(researcher, id);
	await expect(researcher.locator('.new-since')).toContainText('Dit kwam er later bij.');
	await researcher.getByRole('button', { name: word('history_news_to') }).click();
	await researcher.getByRole('button', { name: word('history_news_seen') }).click();
	await expect(researcher.locator('.new-since')).toHaveCount(0);
	// Of one's own words nothing is new.
	await expect(lector.locator('.new-since')).toHaveCount(0);
});

test('the page of the history looks right in every size and theme', async ({ as }) => {
	const lector = await as('lector');
	const found: { documents: { id: string; title: string }[] } = await (
		await lector.request.get('/api/v1/documents?kind=study&werkplaats=twente')
	).json();
	const { id } = found.documents.find(({ title }) => title === 'Aanbellen zonder aanleiding')!;
	await everyLook(lector, async () => {
		await visit(lector, `/document/${id}/history`);
		await expect(lector.locator('.compared ins').first()).toBeVisible();
	});
});
