import { listGroups, listGroupTexts } from '#db/queries/run-groups.ts';
import type { DemoClass, DemoFeedback, DemoGroup, DemoTurn } from '#db/seeds/demo/class.ts';
import { DEMO_CLASSES } from '#db/seeds/demo/classes.ts';
import { dayOf, momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Feedback } from '#domain/feedback.ts';
import { replaceDesign } from '#server/assignments.ts';
import { openWork } from '#server/class-work.ts';
import type { Context } from '#server/context.ts';
import { confirmContribution } from '#server/contributions.ts';
import { beginGuide } from '#server/guides.ts';
import { allocateReviews, beginFeedback, saveFeedback } from '#server/reviews.ts';
import { addGroup, addPerson, placePerson } from '#server/run-groups.ts';
import { beginRun } from '#server/runs.ts';
import { handIn } from '#server/submissions.ts';
import { finishWork, returnWork } from '#server/work-returns.ts';
import { writeAs } from '#server/writing.ts';

type ActorOf = (name: DemoName) => Actor;

/** A class while it is planted. */
type Planting = {
	context: Context;
	then: (at: Ago) => Context;
	actorOf: ActorOf;
	teacher: Actor;
	planted: DemoClass;
	run: string;
};

type PlantedGroup = DemoGroup & { id: string; part: string; lines: Content[] };

/** Lets the people of the demo do assignments, each at their own time. */
export async function plantClasses(
	context: Context,
	actorOf: ActorOf,
	idOf: (title: string) => string
): Promise<void> {
	for (const planted of DEMO_CLASSES) {
		const teacher = actorOf(planted.by);
		const then = (at: Ago): Context => ({ ...context, now: () => momentOf(at, context.now()) });
		const run = await begin(then(planted.begun), teacher, idOf(planted.of), planted, {
			dueAt: dayOf(planted.due, context.now()),
			closesAt: dayOf(planted.closes, context.now())
		});
		const planting = { context, then, actorOf, teacher, planted, run };
		const groups: PlantedGroup[] = [];
		for (const group of planted.groups) groups.push(await form(planting, group));
		for (const group of groups) {
			for (const turn of group.turns.slice(0, 1)) await write(planting, group, turn);
		}
		await allocateReviews(then(planted.allocated), teacher, run, (groups) => [...groups]);
		for (const group of groups) await answer(planting, group, groups);
	}
}

async function begin(
	context: Context,
	teacher: Actor,
	document: string,
	{ design, guide, title, reviews, isAnonymous }: DemoClass,
	deadlines: { dueAt: Date; closesAt: Date }
): Promise<string> {
	await replaceDesign(context, teacher, document, design);
	if (guide) {
		await writeAs(context, teacher, await beginGuide(context, teacher, document), guide);
	}
	return beginRun(context, teacher, document, {
		...{ kind: 'class', title, formation: 'by_hand', groupSize: 4, code: null },
		...{ ...deadlines, reviews, isAnonymous, isPrivate: false }
	});
}

async function form(
	{ context, then, actorOf, teacher, planted, run }: Planting,
	group: DemoGroup
): Promise<PlantedGroup> {
	const at = then(planted.begun);
	await addGroup(at, teacher, run, group.name);
	const made = (await listGroups(context.db, run)).at(-1);
	const [text] = made ? await listGroupTexts(context.db, [made.id]) : [];
	if (!made || !text) throw new Error('a group without a text');
	for (const name of group.members) {
		const { id: person } = actorOf(name);
		await addPerson(at, teacher, run, person);
		await placePerson(at, teacher, run, { person, group: made.id });
	}
	return { ...group, id: made.id, part: text.partId, lines: [] };
}

async function write({ then, actorOf, run }: Planting, group: PlantedGroup, turn: DemoTurn) {
	for (const { by, lines, ...at } of turn.written) {
		group.lines.push(...lines);
		const content = { type: 'doc', content: group.lines };
		await writeAs(then(at), actorOf(by), group.part, content);
	}
	if (!turn.handedIn) return;
	const { by, ...at } = turn.handedIn;
	const { submission } = await handIn(then(at), actorOf(by), run);
	for (const { by, says } of turn.confirmed ?? []) {
		await confirmContribution(then(at), actorOf(by), submission, says);
	}
}

/** What others say of a group's work, turn by turn, and what the group does with that. */
async function answer(planting: Planting, group: PlantedGroup, groups: readonly PlantedGroup[]) {
	const { context, then, teacher, run } = planting;
	for (const [nth, turn] of group.turns.entries()) {
		if (nth > 0) await write(planting, group, turn);
		if (turn.peers) await answerAsPeers(planting, group, groups, turn.peers);
		if (turn.teacher) {
			const { submissions } = await openWork(context, teacher, run, group.id);
			const review = await beginFeedback(then(turn.teacher), teacher, submissions[0]?.id ?? '');
			await give(planting, teacher, review, turn.teacher);
		}
		if (turn.returned) await returnWork(then(turn.returned), teacher, run, group.id);
	}
	if (group.finished) await finishWork(then(group.finished), teacher, run, group.id);
}

/** Whoever was asked to look at this group's work says it. */
async function answerAsPeers(
	planting: Planting,
	{ name }: PlantedGroup,
	groups: readonly PlantedGroup[],
	said: DemoFeedback
): Promise<void> {
	const { context, actorOf, teacher, run } = planting;
	for (const { id, members } of groups) {
		const { toReview } = await openWork(context, teacher, run, id);
		const review = toReview.find(({ of }) => of === name);
		const [first] = members;
		if (review && first) return give(planting, actorOf(first), review.id, said);
	}
	throw new Error(`nobody was asked to look at the work of ${name}`);
}

async function give({ then, planted }: Planting, by: Actor, review: string, said: DemoFeedback) {
	const { rubric, questions } = planted.design;
	const { levels = [], answers = [], remarks = '' } = said;
	const feedback: Feedback = {
		marks: rubric.flatMap(({ title: criterion, levels: known }, nth) => {
			const level = known[levels[nth] ?? -1];
			return level ? [{ criterion, level }] : [];
		}),
		answers: questions.flatMap((question, nth) => {
			const answer = answers[nth];
			return answer ? [{ question, answer }] : [];
		}),
		remarks
	};
	await saveFeedback(then(said), by, review, { ...feedback, revision: 0, give: true });
}
