import { expect, test, visit } from './people.ts';

test('who is not signed in comes to the door first', async ({ asNobody }) => {
	const page = await asNobody();
	await visit(page, '/');
	await expect(page).toHaveURL(/\/login/);
});

test('somebody of the demo finds work waiting', async ({ as }) => {
	const page = await as('onderzoeker');
	await visit(page, '/');
	await expect(page.getByRole('main')).toBeVisible();
});
