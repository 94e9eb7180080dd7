import { Invalid } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import type { Context } from './context.ts';
import { findDocuments } from './documents.ts';

const IN_ADDRESS = /\/document\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/** Of one title there are rarely more; who means another pastes its address. */
const SAME_TITLE_MAX = 100;

/** The document that somebody means by a title or an address, of what they may view. */
export async function documentMeant(
	context: Context,
	actor: Actor,
	typed: string
): Promise<string> {
	const meant = oneLine(typed);
	if (meant === '') throw new Invalid({ other: 'required' });
	const [, id] = IN_ADDRESS.exec(meant) ?? [];
	if (id) return id.toLowerCase();
	const found = await findDocuments(context, actor, { q: meant, limit: SAME_TITLE_MAX });
	const named = found.filter(({ title }) => title.toLowerCase() === meant.toLowerCase());
	const [document] = named;
	if (!document) throw new Invalid({ other: 'document_unknown' });
	if (named.length > 1) throw new Invalid({ other: 'document_ambiguous' });
	return document.id;
}
