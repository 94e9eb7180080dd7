import type { Transaction } from '#db/connection.ts';
import {
	deleteGroup,
	deleteMember,
	findGroup,
	findMember,
	insertGroup,
	insertMembers,
	listGroups,
	listGroupTexts,
	listMembers,
	updateGroup,
	updateMember,
	type GroupRow
} from '#db/queries/run-groups.ts';
import { insertGroupParts } from '#db/queries/run-texts.ts';
import type { RunRow } from '#db/queries/runs.ts';
import { membersOf } from '#db/queries/memberships.ts';
import { deletePart } from '#db/queries/voices.ts';
import { EMPTY_CONTENT, type Content } from '#domain/content/schema.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { oneLine } from '#domain/line.ts';
import { GROUP_NAME_MAX, GROUPS_MAX, type GroupRole } from '#domain/runs.ts';
import { isWritten } from '#domain/turns.ts';
import type { Context } from './context.ts';
import { personGiven } from './grants.ts';
import { countAddress } from './limits.ts';
import { changeAccessToRun, changeRun } from './run-change.ts';
import { countWords, writeFirstContents } from './texts.ts';

/** Chance, as an argument: gives the same items in any order. */
export type Shuffle = <T>(items: readonly T[]) => T[];

/** Lets members of the werkplaats with this function take part, who do not yet. */
export async function addFunction(
	context: Context,
	actor: Actor,
	runId: string,
	as: WerkplaatsFunction
): Promise<void> {
	await changeRun(context, actor, runId, 'lead', async (tx, { run, document, now }) => {
		const members = await membersOf(tx, document.werkplaats, now);
		const chosen = members.filter(
			({ function: own, from, disabledAt }) => own === as && from <= now && !disabledAt
		);
		const people = chosen.map(({ person }) => person.id);
		const came = await insertMembers(tx, run.id, people, now);
		return came > 0 ? { name: 'run.joined', details: { people: came } } : null;
	});
}

/** Lets somebody with an account take part, by address or id. */
export async function addPerson(
	context: Context,
	actor: Actor,
	runId: string,
	who: string
): Promise<void> {
	// Whether an address has an account is told here, so not for lists of them.
	if (who.includes('@')) await countAddress(context, actor.id);
	await changeRun(context, actor, runId, 'lead', async (tx, { run, now }) => {
		const { personId, guest } = await personGiven(tx, who, now).catch(named);
		if (guest) throw new Invalid({ person: 'guest_takes_no_part' });
		const came = await insertMembers(tx, run.id, [personId], now);
		return came > 0 ? { name: 'run.joined', personId } : null;
	});
}

/** There is no list here to choose from. */
function named(caught: unknown): never {
	throw caught instanceof Invalid ? new Invalid({ person: 'person_unknown' }) : caught;
}

/** Ends that somebody takes part; what they wrote stays. */
export async function removePerson(
	context: Context,
	actor: Actor,
	runId: string,
	personId: string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		if (!(await findMember(tx, run.id, personId))) throw new NotFound();
		await deleteMember(tx, run.id, personId);
		return { name: 'run.left', personId };
	});
}

export async function addGroup(
	context: Context,
	actor: Actor,
	runId: string,
	name: string
): Promise<void> {
	await changeRun(context, actor, runId, 'lead', async (tx, { run }) => {
		const groups = await listGroups(tx, run.id);
		await makeGroup(tx, run, groups.length, checkName(name));
		return { name: 'run.group_added' };
	});
}

export async function renameGroup(
	context: Context,
	actor: Actor,
	runId: string,
	{ group, name }: { group: string; name: string }
): Promise<void> {
	await changeRun(context, actor, runId, 'lead', async (tx, { run }) => {
		await groupOf(tx, run.id, group);
		await updateGroup(tx, group, { name: checkName(name) });
		return { name: 'run.group_renamed' };
	});
}

/** Takes away a group that wrote nothing; who was in it is in none. */
export async function removeGroup(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		await groupOf(tx, run.id, groupId);
		for (const { partId } of await listGroupTexts(tx, [groupId])) {
			if ((await countWords(tx, partId)) > 0) throw new Conflict('group_has_words');
			await deletePart(tx, partId);
		}
		await deleteGroup(tx, groupId);
		return { name: 'run.group_removed' };
	});
}

/** Puts somebody who takes part into a group, or into none. */
export async function placePerson(
	context: Context,
	actor: Actor,
	runId: string,
	{ person, group }: { person: string; group: string | null }
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		if (group) await groupOf(tx, run.id, group);
		// Behind closed doors nobody is let in by themselves.
		if (run.isPrivate && person === actor.id) throw new Conflict('private_group');
		if (!(await findMember(tx, run.id, person))) throw new NotFound();
		await updateMember(tx, run.id, person, { groupId: group, role: null });
		return { name: 'run.placed', personId: person };
	});
}

/**
 * Divides everybody who is in no group: first over the groups that have room, then in new ones of the run's size,
 * so that no two differ by more than one where that is possible.
 */
export async function formAtRandom(
	context: Context,
	actor: Actor,
	runId: string,
	shuffle: Shuffle,
	nameOf: (nth: number) => string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'lead', async (tx, { run }) => {
		const members = await listMembers(tx, run.id);
		const waiting = shuffle(members.filter(({ groupId }) => groupId === null));
		if (waiting.length === 0) return null;
		const groups = await listGroups(tx, run.id);
		const ids = groups.map(({ id }) => id);
		const needed = Math.min(Math.ceil(members.length / run.groupSize), GROUPS_MAX);
		while (ids.length < needed) {
			ids.push(await makeGroup(tx, run, ids.length, nameOf(ids.length + 1)));
		}
		const sizes = new Map(ids.map((id) => [id, 0]));
		for (const { groupId } of members) if (groupId) sizes.set(groupId, sizes.get(groupId)! + 1);
		for (const { person } of waiting) {
			const [smallest] = ids.toSorted((one, other) => sizes.get(one)! - sizes.get(other)!);
			if (!smallest) throw new Error('no group to put anybody in');
			sizes.set(smallest, sizes.get(smallest)! + 1);
			await updateMember(tx, run.id, person.id, { groupId: smallest, role: null });
		}
		return { name: 'run.formed', details: { people: waiting.length, groups: ids.length } };
	});
}

/** Goes into a group of one's own choice, as long as it has room; for runs in which people choose. */
export async function chooseGroup(
	context: Context,
	actor: Actor,
	runId: string,
	groupId: string
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'take_part', async (tx, { run }) => {
		if (run.formation !== 'choose') throw new Conflict('groups_not_chosen');
		await groupOf(tx, run.id, groupId);
		const members = await listMembers(tx, run.id);
		const inIt = members.filter((member) => member.groupId === groupId);
		if (inIt.some(({ person }) => person.id === actor.id)) return null;
		if (inIt.length >= run.groupSize) throw new Conflict('group_full');
		await updateMember(tx, run.id, actor.id, { groupId, role: null });
		return { name: 'run.group_chosen' };
	});
}

/** Takes up a role in one's group, or puts it down; who had it has it no more. */
export async function takeRole(
	context: Context,
	actor: Actor,
	runId: string,
	role: GroupRole | null
): Promise<void> {
	await changeAccessToRun(context, actor, runId, 'take_part', async (tx, { run, member }) => {
		if (!member?.groupId) throw new Conflict('no_group');
		for (const other of await listMembers(tx, run.id)) {
			if (other.groupId !== member.groupId || other.role !== role || !role) continue;
			await updateMember(tx, run.id, other.person.id, { role: null });
		}
		await updateMember(tx, run.id, actor.id, { role });
		return { name: 'run.role_taken', details: { role } };
	});
}

/** A group; of a class with its text at once, of a workshop with one for the round that goes on. */
export async function makeGroup(
	tx: Transaction,
	run: PlaceToWrite,
	before: number,
	name: string
): Promise<string> {
	if (before >= GROUPS_MAX) throw new Conflict('too_many_groups');
	const id = await insertGroup(tx, run.id, name);
	const step = run.kind === 'class' ? 0 : run.step;
	if (step !== null) await makeGroupTexts(tx, run, step, [id]);
	return id;
}

type PlaceToWrite = Pick<RunRow, 'id' | 'documentId' | 'kind' | 'design' | 'step'>;

/** A text to write in during one round for each of these groups that has none yet. */
export async function makeGroupTexts(
	tx: Transaction,
	{ documentId, kind, design }: PlaceToWrite,
	step: number,
	groups: readonly string[]
): Promise<void> {
	const round = kind === 'workshop' ? design.steps[step] : undefined;
	if (round && !isWritten(round)) return;
	const made = await insertGroupParts(tx, { documentId, step }, groups);
	await writeFirstContents(tx, made, round ? inviting(round.outcome) : EMPTY_CONTENT);
}

/** One line, which says what is to come until somebody writes. */
function inviting(outcome: string): Content {
	return { type: 'doc', content: [{ type: 'paragraph', attrs: { guidance: outcome } }] };
}

/** A group of this run; of another run there is none. */
export async function groupOf(tx: Transaction, runId: string, id: string): Promise<GroupRow> {
	const group = await findGroup(tx, id);
	if (group?.runId !== runId) throw new NotFound();
	return group;
}

function checkName(typed: string): string {
	const name = oneLine(typed);
	if (!name) throw new Invalid({ name: 'required' });
	if (name.length > GROUP_NAME_MAX) throw new Invalid({ name: 'too_long' });
	return name;
}
