import { DEMO_EVIDENCE, type DemoEvidence } from '#db/seeds/demo/evidence.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Actor } from '#domain/facts.ts';
import { openedCase } from '#server/cases.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { linkEvidence } from '#server/evidence.ts';
import { coupleEvidence } from '#server/findings.ts';
import { passageOf, rewriteWords } from './demo-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** One was linked each day since then. */
const FIRST_DAYS_AGO = 16;

/** What the studies of the demo lean on, once the cases are told; `idOf` knows documents by title. */
export async function plantEvidence(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	idOf: (title: string) => string,
	people: Iterable<Actor>
): Promise<void> {
	const everybody = [...people];
	for (const { study, by, evidence } of DEMO_EVIDENCE) {
		const [id, actor] = [idOf(study), actorOf(by)];
		const [text] = (await openDocument(context, actor, id)).parts;
		for (const [nth, planted] of evidence.entries()) {
			const at = new Date(context.now().getTime() - (FIRST_DAYS_AGO - nth) * DAY_MS);
			const then: Context = { ...context, now: () => at };
			const { part, holder } = await voiceOf(
				context,
				actor,
				idOf(planted.case),
				planted,
				everybody
			);
			await rewrite(context, holder, part, planted, 'then');
			const meant = await passageOf(context, part, planted.was ?? planted.quote);
			const { shows } = planted;
			const linked = await linkEvidence(then, actor, id, { ...meant, part, shows });
			await rewrite(context, holder, part, planted, 'now');
			if (!planted.finding || !text) continue;
			const words = await passageOf(context, text.id, planted.finding);
			await coupleEvidence(context, actor, id, { ...words, part: text.id, evidence: [linked] });
		}
	}
}

/** The voice that is quoted, and who of the demo writes it. */
async function voiceOf(
	context: Context,
	actor: Actor,
	id: string,
	{ perspective, label = '' }: DemoEvidence,
	everybody: readonly Actor[]
): Promise<{ part: string; holder: Actor }> {
	const { voices } = await openedCase(context, actor, id);
	const voice = voices.find((one) => one.perspective === perspective && one.label === label);
	const holder = everybody.find((one) => one.id === voice?.holders[0]?.id);
	if (!voice || !holder) throw new Error(`The demo quotes a voice that is not there: ${label}`);
	return { part: voice.id, holder };
}

/** Takes a voice back to how it was when it was quoted, and on to how it is now. */
async function rewrite(
	context: Context,
	holder: Actor,
	part: string,
	{ quote, was, gone, before }: DemoEvidence,
	to: 'then' | 'now'
): Promise<void> {
	const pairs = [
		...(was ? [[quote, was] as const] : []),
		...(gone && before ? [[before, `${quote} ${before}`] as const] : [])
	];
	const back = pairs.map(([now, then]) => [then, now] as const);
	await rewriteWords(context, holder, part, to === 'then' ? pairs : back);
}
