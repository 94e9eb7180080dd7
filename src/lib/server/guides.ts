import { nextPosition } from '#db/queries/cycles.ts';
import { insertPart } from '#db/queries/documents.ts';
import { findPartFacts } from '#db/queries/facts.ts';
import type { Actor } from '#domain/facts.ts';
import { FIRST_GUIDE } from '#domain/templates/templates.ts';
import { changeAround } from './change-around.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { writeFirstContent } from './texts.ts';

/** Begins the guide's sheet of an assignment that has none; however many press, there is one. Answers its part. */
export async function beginGuide(context: Context, actor: Actor, id: string): Promise<string> {
	return changeAround(context, actor, id, 'design', async (tx, facts) => {
		const parts = await findPartFacts(tx, [facts], context.now());
		const there = parts.find(({ kind }) => kind === 'guide');
		if (there) return there.id;
		const { kind, perspective, content } = FIRST_GUIDE;
		const position = await nextPosition(tx, id);
		const part = await insertPart(tx, { documentId: id, kind, perspective, position });
		await writeFirstContent(tx, part, content);
		await recordEvent(tx, {
			name: 'guide.begun',
			actorId: actor.id,
			werkplaatsId: facts.werkplaats,
			documentId: id,
			details: { part }
		});
		return part;
	});
}
