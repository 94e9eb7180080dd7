import { expect, test, visit } from './people.ts';
import { word } from './words.ts';

// The browser reports an answer of 4xx as an error of its own; a refused form is meant to be one.
test.afterEach(({ complaints }) => {
	const refusals = complaints.filter((one) => /the server responded with a status of 4/.test(one));
	for (const refusal of refusals) complaints.splice(complaints.indexOf(refusal), 1);
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test('signing in with a wrong password says so, and keeps the address', async ({
			asNobody
		}) => {
			const page = await asNobody({ javaScriptEnabled });
			if (javaScriptEnabled) await visit(page, '/login');
			else await page.goto('/login');
			const email = page.getByLabel(word('people_email'));
			const password = page.getByLabel(word('people_password'));
			await email.fill('student@wisselwerking.example');
			await password.fill('niet dit wachtwoord');
			await page.getByRole('button', { name: word('people_sign_in') }).click();
			await expect(page.getByText(word('error_sign_in_wrong'))).toBeVisible();
			await expect(email).toHaveValue('student@wisselwerking.example');
			await expect(password).toHaveAttribute('aria-invalid', 'true');
			// A password is never sent back; a page that stays still has it.
			if (javaScriptEnabled) await expect(password).toBeFocused();
			else await expect(password).toHaveValue('');
		});
	});
}

test('an invitation without an address says so, and keeps what was chosen', async ({ as }) => {
	const page = await as('coordinator');
	await visit(page, '/werkplaats/twente/members');
	const form = page.locator('form').filter({ has: page.getByLabel(word('places_email')) });
	await form.getByLabel(word('places_function')).selectOption('student');
	await form.getByLabel(word('places_email')).fill('geen adres');
	await form.getByRole('button', { name: word('places_invite_send') }).click();
	await expect(form.getByText(word('error_email_invalid'))).toBeVisible();
	await expect(form.getByLabel(word('places_email'))).toHaveValue('geen adres');
	await expect(form.getByLabel(word('places_email'))).toBeFocused();
	await expect(form.getByLabel(word('places_function'))).toHaveValue('student');
});

test('what was typed in a form before the page is awake stays', async ({ asNobody }) => {
	const page = await asNobody();
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/login', { waitUntil: 'commit' });
	const email = page.getByLabel(word('people_email'));
	await email.fill('student@wisselwerking.example');
	release();
	await page.locator('html[data-hydrated]').waitFor();
	await expect(email).toHaveValue('student@wisselwerking.example');
});
