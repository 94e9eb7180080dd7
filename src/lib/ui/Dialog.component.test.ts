import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Who may do what</p>' }));

test('a dialog is named by its title and closes by Esc', async () => {
	let closed = 0;
	const props = { title: 'Delen', open: true, onclose: () => closed++, children };
	const screen = await render(Dialog, props);
	const dialog = screen.getByRole('dialog', { name: 'Delen' });
	await expect.element(dialog).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.element(dialog).not.toBeInTheDocument();
	expect(closed).toBe(1);
});
