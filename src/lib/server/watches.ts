import { findDocument } from '#db/queries/documents.ts';
import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { resolveThemes, resolveWerkplaats } from '#db/queries/references.ts';
import { listThemes } from '#db/queries/themes.ts';
import { deleteWatch, findWatch, hasHandIn, listWatches, putWatch } from '#db/queries/watches.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize } from '#domain/policy.ts';
import { isFollowed, type Watched, type Watching, type WatchStanding } from '#domain/told.ts';
import type { Context } from './context.ts';

/** What the actor hears of a document, theme or werkplaats, named by id or slug, and why. */
export async function watchOf(
	context: Context,
	actor: Actor,
	what: Watched
): Promise<WatchStanding> {
	const place = await placed(context, actor, what);
	const own = await findWatch(context.db, actor.id, place);
	const said: Watching = own ? (own.muted ? 'muted' : 'watching') : 'unsaid';
	if (!('document' in place)) return { said, because: null, follows: said === 'watching' };
	const because = await reasonFor(context, actor, place.document);
	return { said, because, follows: isFollowed(said, because) };
}

/** What it is that the actor may watch, as people call it. */
export async function nameOfWatched(
	context: Context,
	actor: Actor,
	what: Watched,
	language: 'nl' | 'en'
): Promise<string> {
	const place = await placed(context, actor, what);
	if ('document' in place) return (await findDocument(context.db, place.document))?.title ?? '';
	if ('werkplaats' in place) {
		return (await resolveWerkplaats(context.db, place.werkplaats))?.name ?? '';
	}
	const theme = (await listThemes(context.db)).find(({ id }) => id === place.theme);
	return (language === 'en' ? theme?.nameEn : theme?.nameNl) ?? '';
}

/** Says of a document, theme or werkplaats whether the actor wants to hear of it; `unsaid` takes that back. */
export async function setWatch(
	context: Context,
	actor: Actor,
	what: Watched,
	watching: Watching
): Promise<void> {
	const place = await placed(context, actor, what);
	// A theme is not somebody's until they watch it: there is nothing in it to be quiet about.
	if (watching === 'muted' && !('document' in place)) throw new Invalid({ watching: 'unknown' });
	if (watching === 'unsaid') return deleteWatch(context.db, actor.id, place);
	const row = { muted: watching === 'muted', since: context.now() };
	await putWatch(context.db, actor.id, place, row);
}

/** Why somebody hears of a document without saying so: it is partly theirs, or they watch what it belongs to. */
async function reasonFor(
	context: Context,
	actor: Actor,
	document: string
): Promise<WatchStanding['because']> {
	const now = context.now();
	if (await hasHandIn(context.db, actor.id, document, now)) return 'hand';
	const facts = await findOneDocumentFacts(context.db, document, now);
	if (!facts) return null;
	const watched = await listWatches(context.db, actor.id);
	if (watched.some(({ themeId }) => themeId && facts.themes.includes(themeId))) return 'theme';
	if (watched.some(({ werkplaatsId }) => werkplaatsId === facts.werkplaats)) return 'werkplaats';
	return null;
}

async function placed(context: Context, actor: Actor, what: Watched): Promise<Watched> {
	const { db } = context;
	if ('document' in what) {
		const document = await findOneDocumentFacts(db, what.document, context.now());
		if (!document) throw new NotFound();
		authorize(actor, 'view', { type: 'document', document });
		return what;
	}
	if ('theme' in what) {
		const [theme] = await resolveThemes(db, [what.theme]);
		if (!theme) throw new NotFound();
		return { theme };
	}
	const place = await resolveWerkplaats(db, what.werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'view_werkplaats', { type: 'werkplaats', werkplaats: place.id });
	return { werkplaats: place.id };
}
