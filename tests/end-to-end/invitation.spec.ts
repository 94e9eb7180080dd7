import { randomUUID } from 'node:crypto';
import { invite } from './invite.ts';
import { expect, hydrated, test, visit } from './people.ts';
import { word } from './words.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('an invitation is accepted on a phone', async ({ as, asNobody, complaints }) => {
	const anne = await as('coordinator');
	const path = await invite(anne, `${randomUUID()}@wisselwerking.example`);

	const gerda = await asNobody(PHONE);
	await visit(gerda, path);
	await expect(gerda.getByRole('heading', { level: 1 })).toBeVisible();
	await gerda.getByLabel(word('people_name')).fill('Gerda van de Proef');
	await gerda.getByLabel(word('people_password')).fill('kort');
	await gerda.getByRole('button', { name: word('people_invitation_accept') }).tap();
	await expect(gerda.getByLabel(word('people_password'))).toHaveAttribute('aria-invalid', 'true');
	await expect(gerda.getByLabel(word('people_name'))).toHaveValue('Gerda van de Proef');
	complaints.splice(0);

	await gerda.getByLabel(word('people_password')).fill('drie koppen koffie met melk');
	await gerda.getByRole('button', { name: word('people_invitation_accept') }).tap();
	await expect(gerda).toHaveURL(/\/werkplaats\/twente$/);
	await hydrated(gerda);
	await expect(gerda.getByRole('main')).toBeVisible();

	const again = await asNobody(PHONE);
	const response = await again.goto(path);
	expect(response?.status()).toBe(410);
	complaints.splice(0);
});
