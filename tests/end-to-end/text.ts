import { expect, type Locator, type Page } from '@playwright/test';
import { visit } from './people.ts';

/** The text of a document, when it is open for writing. */
export function theText(page: Page): Locator {
	return page.locator('.text [role="textbox"]');
}

/** What stands in it, without the names at carets. */
export function wordsIn(place: Locator): Promise<string> {
	return place.evaluate((element) => {
		const copy = element.cloneNode(true) as Element;
		for (const extra of copy.querySelectorAll('.caret, .ProseMirror-separator')) extra.remove();
		return copy.textContent;
	});
}

/** The one sentence that says whether what was typed is stored. */
export function saveState(page: Page): Locator {
	return page.locator('[data-save-state]');
}

export async function isSaved(page: Page): Promise<void> {
	await expect(saveState(page)).toHaveAttribute('data-save-state', 'saved');
}

/** Opens a document and waits until one can write in it. */
export async function openToWrite(page: Page, id: string): Promise<void> {
	await visit(page, `/document/${id}`);
	await expect(theText(page)).toBeVisible();
	await isSaved(page);
}

/** Puts the caret at the end of the text and types. */
export async function writeAtEnd(page: Page, words: string): Promise<void> {
	await theText(page).press('ControlOrMeta+End');
	await page.keyboard.type(words);
}

/** Selects words in a text, as a mouse does. */
export async function select(page: Page, words: string): Promise<void> {
	const text = page.locator('.text .ProseMirror');
	await expect(text).toContainText(words);
	await text.evaluate((element, wanted) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
			if (at < 0) continue;
			if (element instanceof HTMLElement) element.focus();
			getSelection()?.setBaseAndExtent(
				walker.currentNode,
				at,
				walker.currentNode,
				at + wanted.length
			);
			return;
		}
	}, words);
}

/** A new study of the one whose page it is, in their werkplaats. */
export async function beginStudy(
	page: Page,
	title: string,
	more: { werkplaats?: string; sensitivity?: 'vault' } = {}
): Promise<string> {
	const response = await page.request.post('/api/v1/documents', {
		data: { werkplaats: 'twente', kind: 'study', title, ...more }
	});
	expect(response.status()).toBe(201);
	const { id }: { id: string } = await response.json();
	return id;
}
