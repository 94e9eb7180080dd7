import { newWords, passagesBy, type Passage } from '#domain/content/news.ts';
import type { Actor } from '#domain/facts.ts';
import { authoredText } from './authored-text.ts';
import type { Context } from './context.ts';
import { readablePart } from './passages.ts';
import { tellPeople, type PersonTold } from './people-told.ts';

export type WritersTold = {
	/** Who wrote most of it first. */
	people: (PersonTold & { words: number })[];
	passages: Passage[];
};

/** Who wrote what of a text as it stands now, for who may read it. */
export async function readWriters(
	context: Context,
	actor: Actor,
	partId: string
): Promise<WritersTold> {
	const now = context.now();
	const { document } = await readablePart(context.db, actor, partId, now);
	const passages = passagesBy(await authoredText(context.db, partId));
	const ids = passages.map(({ person }) => person);
	const telling = { werkplaats: document.werkplaats, self: actor.id, now };
	const people = [...(await tellPeople(context.db, ids, telling)).values()].map((person) => ({
		...person,
		words: newWords(passages.filter((passage) => passage.person === person.id))
	}));
	return { people: people.sort((a, b) => b.words - a.words), passages };
}
