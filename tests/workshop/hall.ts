import { person } from '#db/schema/people.ts';
import { runMember, visitor } from '#db/schema/runs.ts';
import { putDesign } from '#db/queries/assignments.ts';
import type { Step } from '#domain/assignments.ts';
import type { Actor } from '#domain/facts.ts';
import { createDocument } from '#server/documents.ts';
import type { Context } from '#server/context.ts';
import { whoAsks } from '#server/credentials.ts';
import { placePerson } from '#server/run-groups.ts';
import { startSession } from '#server/session.ts';
import { openBoard } from '#server/workshop-board.ts';
import { openFloor } from '#server/workshop-floor.ts';
import {
	beginWorkshop,
	joinAsVisitor,
	type NewWorkshop,
	type Participant
} from '#server/workshops.ts';
import { addMember, addWerkplaats } from '../integration/builders.ts';
import { openTestHouse, type TestHouse } from '../integration/house.ts';

const STEPS: Step[] = [
	step('Wat zie je?', 'everybody', 'Wat we zien'),
	step('Luister', 'nobody', ''),
	step('Vraag door', 'all_but_presenter', 'Onze vragen'),
	step('Spreek af', 'scribe', 'Wat we afspreken')
];

function step(title: string, turn: Step['turn'], outcome: string): Step {
	return { title, task: `Doe dit: ${title}`, minutes: 10, speaker: '', turn, outcome, not: '' };
}

/** A werkplaats with an assignment in rounds, and who leads it. */
export type Hall = {
	house: TestHouse;
	context: Context;
	werkplaats: string;
	teacher: Actor;
	assignment: string;
	/** A workshop with groups, that has not begun. */
	begin(terms?: Partial<NewWorkshop>): Promise<Gathering>;
};

/** One workshop, and people who come in. */
export type Gathering = {
	run: string;
	code: string;
	groups: string[];
	/** Somebody without an account, in a group when it is given; with the value of their cookie. */
	visitor(name: string, group?: string): Promise<Visitor>;
	/** So many people without an account in each group, with the values of their cookies: a hall at once. */
	fill(each: number): Promise<{ group: string; session: string }[]>;
	/** What the group of this person writes in this round. */
	partOf(who: Participant): Promise<string>;
};

export type Visitor = Participant & { session: string };

export async function openHall(): Promise<Hall> {
	const house = await openTestHouse();
	const { context, db } = house;
	const werkplaats = await addWerkplaats(db, { name: 'Werkplaats' });
	const teacher = await addMember(db, werkplaats, 'teacher', { name: 'Docent Tine' });
	const assignment = await createDocument(context, teacher, {
		...{ werkplaats, kind: 'assignment', title: 'Eenzaam in de flat' }
	});
	await putDesign(db, assignment, { steps: STEPS, rubric: [], questions: [] });
	return {
		...{ house, context, werkplaats, teacher, assignment },
		begin: async (terms = {}) => {
			const given = { formation: 'by_hand', groupSize: 4, groups: 2, isPrivate: false } as const;
			const run = await beginWorkshop(
				context,
				teacher,
				assignment,
				{ title: 'Donderdagmiddag', ...given, ...terms },
				(nth) => `Groep ${nth}`
			);
			return gather(context, teacher, run);
		}
	};
}

async function gather(context: Context, teacher: Actor, run: string): Promise<Gathering> {
	const board = await openBoard(context, teacher, run);
	const code = board.entrance?.code ?? '';
	return {
		...{ run, code, groups: board.groups.map(({ id }) => id) },
		async visitor(name, group) {
			const address = '10.0.0.1';
			const came = { code, name, consents: true, language: 'nl', address } as const;
			const { session } = await joinAsVisitor(context, came);
			const asker = await whoAsks(context, { session });
			if (!asker) throw new Error('a visitor who just came in is nobody');
			const { actor } = asker;
			if (group) await placePerson(context, teacher, run, { person: actor.id, group });
			return { actor, isVisitor: true, session };
		},
		async fill(each) {
			const { db } = context;
			const now = context.now();
			const seats = board.groups.flatMap(({ id }) => Array.from({ length: each }, () => id));
			const rows = seats.map((_, nth) => ({ name: `Deelnemer ${nth}` }));
			const people = await db.insert(person).values(rows).returning({ id: person.id });
			const taken = people.map(({ id: personId }, nth) => ({ personId, groupId: seats[nth]! }));
			await db
				.insert(visitor)
				.values(taken.map(({ personId }) => ({ personId, runId: run, consentedAt: now })));
			await db.insert(runMember).values(taken.map((of) => ({ ...of, runId: run, joinedAt: now })));
			const entered = taken.map(async ({ personId, groupId: group }) => {
				return { group, session: (await startSession(db, personId, now)).value };
			});
			return Promise.all(entered);
		},
		async partOf(who) {
			const { text } = await openFloor(context, who, run);
			if (!text) throw new Error('nothing to write in');
			return text.partId;
		}
	};
}
