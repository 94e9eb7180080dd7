import type { Page } from '@playwright/test';
import { visit } from './people.ts';
import { word } from './words.ts';

/** Invites somebody to Twente as an inwoner, as its coordinator; gives the path of the link to pass on. */
export async function invite(coordinator: Page, email: string): Promise<string> {
	await visit(coordinator, '/werkplaats/twente/members');
	const address = coordinator.getByLabel(word('places_email'));
	const form = coordinator.locator('form').filter({ has: address });
	await form.getByLabel(word('places_email')).fill(email);
	await form.getByLabel(word('places_function')).selectOption('citizen');
	await form.getByRole('button', { name: word('places_invite_send') }).click();
	const link = await coordinator.getByLabel(word('places_invitation_link')).inputValue();
	// The demo tells people the address that it has for itself.
	return new URL(link).pathname;
}
