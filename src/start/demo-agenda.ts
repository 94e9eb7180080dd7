import { DEMO_DECISIONS, DEMO_DOTS, DEMO_EDITOR, DEMO_RELATIONS } from '#db/seeds/demo/agenda.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { giveDot } from '#server/dots.ts';
import { curateQuestion } from '#server/questions.ts';
import { relate } from '#server/relations.ts';

/** What people did with the questions and the work, once all of it is there; `idOf` knows documents by title. */
export async function plantAgenda(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	idOf: (title: string) => string
): Promise<void> {
	const editor = actorOf(DEMO_EDITOR);
	for (const { by, questions } of DEMO_DOTS) {
		for (const title of questions) await giveDot(context, actorOf(by), idOf(title));
	}
	for (const { question, decision, cluster = '', into } of DEMO_DECISIONS) {
		const mergedInto = into ? idOf(into) : null;
		const curation = { decision, type: null, cluster, mergedInto, reason: '' };
		await curateQuestion(context, editor, idOf(question), curation);
	}
	for (const { from, to, ...relation } of DEMO_RELATIONS) {
		await relate(context, editor, idOf(from), { ...relation, to: idOf(to) });
	}
}
