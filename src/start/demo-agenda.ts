import {
	DEMO_CLEAR,
	DEMO_CLOSED,
	DEMO_DECIDED,
	DEMO_DOTS,
	DEMO_EDITOR,
	DEMO_RELATIONS,
	type DemoDecision
} from '#db/seeds/demo/agenda.ts';
import { momentOf, type DemoDocument } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Actor } from '#domain/facts.ts';
import { makeAgendaLink } from '#server/agenda-links.ts';
import type { Context } from '#server/context.ts';
import { giveDot } from '#server/dots.ts';
import { curateQuestion, type AskedBy } from '#server/questions.ts';
import { relate } from '#server/relations.ts';
import { splitSecret } from '#server/secrets.ts';

/** What people did with the questions and the work, once all of it is there; `idOf` knows documents by title. */
export async function plantAgenda(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	idOf: (title: string) => string
): Promise<void> {
	const editor = actorOf(DEMO_EDITOR);
	// What is made clear may be changed by that: not today, when everybody looks.
	const decided = momentOf(DEMO_DECIDED, context.now());
	const then = { ...context, now: () => decided };
	const decide = async ({ question, into, ...decided }: DemoDecision) => {
		const mergedInto = into ? idOf(into) : null;
		const curation = { type: null, cluster: '', reason: '', ...decided, mergedInto };
		await curateQuestion(then, editor, idOf(question), curation);
	};
	// People weigh what they can read, and only what is open.
	for (const each of DEMO_CLEAR) await decide(each);
	for (const { by, questions } of DEMO_DOTS) {
		for (const title of questions) await giveDot(context, actorOf(by), idOf(title));
	}
	for (const each of DEMO_CLOSED) await decide(each);
	for (const { from, to, ...relation } of DEMO_RELATIONS) {
		await relate(context, editor, idOf(from), { ...relation, to: idOf(to) });
	}
}

/** By now it is closed: what came through it stays. */
const LINK_DAYS = 21;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Who asked a question through a link for citizens, which its maker had made. */
export async function askedThroughLink(
	context: Context,
	maker: Actor,
	{ werkplaats, viaLink, begun }: DemoDocument
): Promise<AskedBy> {
	const made = momentOf(begun, context.now());
	const until = new Date(made.getTime() + LINK_DAYS * DAY_MS);
	const then = { ...context, now: () => made };
	const { link } = await makeAgendaLink(then, maker, { werkplaats, until });
	const { id } = splitSecret(link.split('/').at(-1) ?? '') ?? {};
	if (!id) throw new Error('a link without an id');
	return { name: viaLink?.name ?? null, party: 'citizens', link: id };
}
