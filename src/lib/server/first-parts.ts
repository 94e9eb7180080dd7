import type { Transaction } from '#db/connection.ts';
import { insertPart } from '#db/queries/documents.ts';
import { insertVoice } from '#db/queries/voices.ts';
import { validContent } from '#domain/content/known.ts';
import type { Content } from '#domain/content/schema.ts';
import { Invalid } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { PartKind } from '#domain/kinds.ts';
import type { FirstPart } from '#domain/templates/templates.ts';
import { OWN_VOICE } from '#domain/voices.ts';
import { writeFirstContent } from './texts.ts';
import { giveVoiceIn } from './voices.ts';

/** What some parts begin with instead of the text of the template, by their kind; each such part there is once. */
type GivenTexts = Partial<Record<PartKind, Content>>;

export function givenTexts({ content, guide }: { content?: Content; guide?: Content }): GivenTexts {
	const text = content && validContent(content);
	const sheet = guide && validContent(guide);
	if (text === null || sheet === null) throw new Invalid({ content: 'invalid' });
	return { text, guide: sheet };
}

/** The parts with which it begins; who begins a case holds the voice of their party in it. */
export async function makeFirstParts(
	tx: Transaction,
	actor: Actor,
	{ id, werkplaats }: { id: string; werkplaats: string },
	parts: readonly FirstPart[],
	texts: GivenTexts
): Promise<void> {
	const here = actor.memberships.filter((membership) => membership.werkplaats === werkplaats);
	const own = here.flatMap((membership) => OWN_VOICE[membership.function] ?? []);
	for (const [position, part] of parts.entries()) {
		const { perspective } = part;
		const values = { documentId: id, kind: part.kind, perspective, position };
		const partId = await insertPart(tx, values);
		await writeFirstContent(tx, partId, (!perspective && texts[part.kind]) || part.content);
		if (!perspective) continue;
		await insertVoice(tx, partId);
		if (!own.includes(perspective)) continue;
		const given = { documentId: id, partId, personId: actor.id, givenBy: actor.id };
		await giveVoiceIn(tx, { ...given, expiresAt: null });
	}
}
