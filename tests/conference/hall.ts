import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { openDatabase } from '#db/connection.ts';
import { openEmbeddedPostgres } from '#db/embedded/server.ts';
import { findPersonByEmail } from '#db/queries/people.ts';
import { loadText } from '#db/queries/updates.ts';
import { person } from '#db/schema/people.ts';
import { run, runMember, runText } from '#db/schema/runs.ts';
import { SESSION_COOKIE, startSession } from '#server/session.ts';
import { buildDoc } from '#server/stored-text.ts';
import { textOf } from '#tests/live/client.ts';
import { startHouse } from '#tests/start-house.ts';
import type { Step } from '#domain/assignments.ts';
import { Visits } from './visits.ts';

/** The built product in a process of its own, with somebody who leads a workshop in it. */
export type Hall = {
	house: string;
	/** `ws://…/collab` */
	collab: string;
	pid: number;
	leader: Visits;
	runId: string;
	code: string;
	/** What somebody's group writes in a round, from 0; by the name of the person. */
	partOf(step: number): Promise<Map<string, string>>;
	/** The texts of a round as PostgreSQL has them, by part. */
	texts(step: number): Promise<Map<string, string>>;
	/** Does something on the board; answers when it was sent and when it was done. */
	lead(action: string, fields?: Record<string, string>): Promise<{ from: number; to: number }>;
	harvest(): Promise<string>;
	close(): Promise<void>;
};

const Made = z.object({ id: z.uuid() });
const LEADER = 'docent@wisselwerking.example';

export async function openHall(
	steps: readonly Step[],
	{ groups, groupSize }: { groups: number; groupSize: number }
): Promise<Hall> {
	await using opening = new AsyncDisposableStack();
	const started = await startHouse();
	opening.defer(() => started.stop());
	const { address: house, pid, dataDir } = started;
	const { url } = await openEmbeddedPostgres({ dataDir });
	const { db, close } = openDatabase(url, { max: 2 });
	opening.defer(close);
	const account = await findPersonByEmail(db, LEADER);
	if (!account) throw new Error('nobody leads');
	const { value } = await startSession(db, account.id, new Date());
	const leader = new Visits(house, `${SESSION_COOKIE(false)}=${value}`);
	const documentId = await makeAssignment(leader, steps);
	const begun = await leader.post(`/document/${documentId}/workshop`, {
		...{ title: 'Zaal', formation: 'random' },
		...{ groups: String(groups), groupSize: String(groupSize) }
	});
	const board = begun.location ?? '';
	const runId = board.split('/')[2] ?? '';
	const [row] = await db.select().from(run).where(eq(run.id, runId));
	if (!row?.code) throw new Error(`no workshop: ${begun.status}`);
	const partsOf = (step: number) =>
		db
			.select({ name: person.name, partId: runText.partId, step: runText.step })
			.from(runMember)
			.innerJoin(person, eq(person.id, runMember.personId))
			.innerJoin(runText, eq(runText.groupId, runMember.groupId))
			.where(eq(runMember.runId, runId))
			.then((rows) => rows.filter((one) => one.step === step));
	const ask = async (path: string, fields: Record<string, string>) => {
		const answer = await leader.post(path, fields);
		if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`);
		return answer;
	};
	const opened = opening.move();
	return {
		...{ house, pid, leader, runId, code: row.code },
		collab: `${house.replace('http', 'ws')}/collab`,
		partOf: async (step) =>
			new Map((await partsOf(step)).map(({ name, partId }) => [name, partId])),
		async texts(step) {
			const parts = new Set((await partsOf(step)).map(({ partId }) => partId));
			const found = new Map<string, string>();
			for (const part of parts) {
				const doc = buildDoc(await loadText(db, part));
				found.set(part, textOf(doc));
				doc.destroy();
			}
			return found;
		},
		async lead(action, fields = {}) {
			const from = performance.now();
			await ask(`${board}?/${action}`, fields);
			return { from, to: performance.now() };
		},
		async harvest() {
			const { location } = await ask(`/run/${runId}/harvest`, {});
			return location ?? '';
		},
		close: () => opened.disposeAsync()
	};
}

async function makeAssignment(leader: Visits, steps: readonly Step[]): Promise<string> {
	const title = 'Een huisbezoek, in groepen';
	const input = { werkplaats: 'twente', kind: 'assignment', title };
	const { id } = Made.parse(await leader.send('POST', '/api/v1/documents', input));
	await leader.send('PUT', `/api/v1/documents/${id}/design`, { steps, rubric: [], questions: [] });
	return id;
}
