import { putDesign } from '#db/queries/assignments.ts';
import { datePast } from '#db/queries/planting.ts';
import { updateRun } from '#db/queries/runs.ts';
import { momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import {
	DEMO_DESIGN,
	DEMO_WORKSHOPS,
	type DemoParticipant,
	type DemoWorkshop
} from '#db/seeds/demo/workshop.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { whoAsks } from '#server/credentials.ts';
import { addPerson, placePerson, takeRole } from '#server/run-groups.ts';
import { sweepVisitors } from '#server/visitors.ts';
import { openBoard } from '#server/workshop-board.ts';
import { openFloor } from '#server/workshop-floor.ts';
import { harvest } from '#server/workshop-harvest.ts';
import { beginRound, endWorkshop } from '#server/workshop-rounds.ts';
import { beginWorkshop, joinAsVisitor } from '#server/workshops.ts';
import { writeAs } from '#server/writing.ts';

type Known = { actorOf: (name: DemoName) => Actor; idOf: (title: string) => string };
type Group = { id: string; people: Actor[]; planted: DemoWorkshop['groups'][number] };

/** A workshop that was held, with what came out of it, and one that people can come into. */
export async function plantWorkshops(context: Context, known: Known): Promise<void> {
	const { of, design } = DEMO_DESIGN;
	await putDesign(context.db, known.idOf(of), design);
	for (const planted of DEMO_WORKSHOPS) await plantWorkshop(context, known, planted);
	await sweepVisitors(context);
}

async function plantWorkshop(
	context: Context,
	{ actorOf, idOf }: Known,
	planted: DemoWorkshop
): Promise<void> {
	const leader = actorOf(planted.by);
	const then = { ...context, now: () => momentOf(planted.begun, context.now()) };
	const run = await beginWorkshop(
		then,
		leader,
		idOf(planted.of),
		{
			...{ title: planted.title, formation: 'by_hand', groupSize: 4, isPrivate: false },
			groups: planted.groups.length
		},
		(nth) => `Groep ${nth}`
	);
	const { groups: made, entrance } = await openBoard(then, leader, run);
	const groups: Group[] = [];
	for (const [nth, { id }] of made.entries()) {
		const group = planted.groups[nth];
		if (!group) throw new Error('a workshop has a group that nobody planted');
		const people: Actor[] = [];
		for (const participant of group.people) {
			const actor = await enter(then, { leader, run, actorOf }, participant, entrance?.code ?? '');
			await placePerson(then, leader, run, { person: actor.id, group: id });
			if ('role' in participant) await takeRole(then, actor, run, participant.role ?? null);
			people.push(actor);
		}
		groups.push({ id, people, planted: group });
	}
	if (planted.code) await updateRun(context.db, run, { code: planted.code });
	if (planted.ended) await hold(then, { leader, run, groups });
	if (planted.ended) await reap(context, { leader, run, planted, ended: planted.ended });
}

async function enter(
	then: Context,
	{ leader, run, actorOf }: { leader: Actor; run: string; actorOf: Known['actorOf'] },
	participant: DemoParticipant,
	code: string
): Promise<Actor> {
	if ('who' in participant) {
		const actor = actorOf(participant.who);
		await addPerson(then, leader, run, actor.id);
		return actor;
	}
	const given = { name: participant.visitor, consents: true, language: 'nl' } as const;
	const { session } = await joinAsVisitor(then, { ...given, code, address: '127.0.0.1' });
	const asker = await whoAsks(then, { session });
	if (!asker) throw new Error('a visitor of the demo is nobody');
	return asker.actor;
}

/** Goes through the rounds, and lets each group write. */
async function hold(
	then: Context,
	{ leader, run, groups }: { leader: Actor; run: string; groups: Group[] }
): Promise<void> {
	for (const nth of Object.keys(groups[0]?.planted.wrote ?? {}).map(Number)) {
		await beginRound(then, leader, run, nth);
		for (const { people, planted } of groups) {
			const [writer] = people;
			const content = planted.wrote[nth];
			if (!writer || !content) continue;
			const { text } = await openFloor(then, { actor: writer, isVisitor: false }, run);
			if (!text) throw new Error('a group of the demo has nothing to write in');
			await writeAs(then, writer, text.partId, content);
		}
	}
}

/** Ends it, and brings together what all wrote. */
async function reap(
	context: Context,
	of: { leader: Actor; run: string; planted: DemoWorkshop; ended: Ago }
): Promise<void> {
	const { leader, run, planted, ended } = of;
	const at = momentOf(ended, context.now());
	const after = { ...context, now: () => at };
	await endWorkshop(after, leader, run);
	const id = await harvest(after, leader, run);
	const changed = momentOf(planted.harvested ?? ended, context.now());
	await datePast(context.db, id, { begun: at, changed, by: leader.id, binned: false });
}
