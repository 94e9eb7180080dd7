import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { byAuthor } from '#domain/content/compared/compared.ts';
import { comparedHtml } from '#domain/content/compared/compared-html.ts';
import { renderHtml } from '#domain/content/html.ts';
import { pickPart } from '#domain/parts.ts';
import { handsOf } from '#lib/history/hands.ts';
import { saysChange, saysWriter } from '#lib/history/says.ts';
import { theContext } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import {
	compareVersions,
	listHistory,
	nameVersion,
	NOW,
	type Comparison
} from '#server/history.ts';
import { putPassageBack, restoreAndWatch } from '#server/restoring.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import { versionMeant } from '../../../../version-meant.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { searchParams } = event.url;
	const document = await openDocument(context, actor, identity(event.params.id));
	const { id: part } = await partMeant(event.params.id, event.url, document.parts);
	const history = await listHistory(context, actor, part);
	const latest = history.days[0]?.versions[0]?.id ?? NOW;
	const version = versionMeant(searchParams.get('version') || latest);
	const other = versionMeant(searchParams.get('with') || null);
	const found = await compareVersions(context, actor, part, { version, other });
	const view = VIEWS.find((name) => name === searchParams.get('view')) ?? 'changed';
	const { before, after, changes, people, isSame } = found;
	return {
		...{ document, history, version, other, view, before, after, changes, isSame },
		people: view === 'changed' ? writersOf(found) : people,
		html: shown(found, view, event.locals.language)
	};
};

/** What changed, the text by itself, and the same by who wrote it. */
const VIEWS = ['changed', 'text', 'who'] as const;

function shown(found: Comparison, view: (typeof VIEWS)[number], language: 'nl' | 'en'): string {
	const { content, people, text } = found;
	if (view === 'text') return renderHtml(text.content, { language });
	if (view === 'who') {
		return comparedHtml(byAuthor(text), saysWriter(handsOf(people)), language);
	}
	return comparedHtml(content, saysChange(handsOf(writersOf(found))), language);
}

/** Those of whom something was added, so that they are told from each other. */
function writersOf({ changes, people }: Comparison): Comparison['people'] {
	const wrote = new Set(changes.flatMap((change) => change.people));
	return people.filter(({ id }) => wrote.has(id));
}

/** The text that the address names; a text of somebody else's can't be named, and one of a group is no part of the page. */
async function partMeant(
	document: string,
	{ searchParams }: URL,
	parts: Parameters<typeof pickPart>[0]
): Promise<{ id: string }> {
	const named = searchParams.get('part');
	const part = pickPart(parts, named);
	if (!part || (named && part.id !== named)) redirect(303, `/document/${document}`);
	return part;
}

const Name = z.object({ name: z.string({ error: 'required' }).max(1000, { error: 'too_long' }) });
const Restore = z.object({ version: z.string({ error: 'required' }) });
const Passage = Restore.extend({ keys: z.string({ error: 'required' }).max(100_000) });

export const actions: Actions = {
	name: (event) =>
		answer(event, Name, async (context, actor, { name }) => {
			await nameVersion(context, actor, identity(event.url.searchParams.get('part') ?? ''), name);
		}),
	restore: async (event) => {
		const part = identity(event.url.searchParams.get('part') ?? '');
		const refused = await answer(event, Restore, async (context, actor, { version }) => {
			await restoreAndWatch(context, actor, part, identity(version));
		});
		return refused ?? redirect(303, `/document/${event.params.id}?part=${part}`);
	},
	passage: async (event) => {
		const part = identity(event.url.searchParams.get('part') ?? '');
		return answer(event, Passage, async (context, actor, { version, keys }) => {
			const meant = { version: identity(version), keys: keys.split(' ') };
			await putPassageBack(context, actor, part, meant);
		});
	}
};
