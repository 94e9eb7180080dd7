import type { Transaction } from '#db/connection.ts';
import {
	deleteMoment,
	insertMoment,
	listMoments,
	orderMoments,
	updateMoment,
	type NewMoment
} from '#db/queries/moments.ts';
import { Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { oneLine } from '#domain/line.ts';
import { MOMENT_PERIOD_MAX, MOMENT_TITLE_MAX, MOMENTS_MAX, type Moment } from '#domain/moments.ts';
import { changeCase } from './case-change.ts';
import type { Context } from './context.ts';

/** Adds a moment at the end of the timeline. */
export async function addMoment(
	context: Context,
	actor: Actor,
	documentId: string,
	given: NewMoment
): Promise<void> {
	const fields = checked(given);
	await changeMoments(context, actor, documentId, async (tx, moments) => {
		if (moments.length >= MOMENTS_MAX) throw new Invalid({ title: 'too_many' });
		await insertMoment(tx, documentId, moments.length + 1, fields);
	});
}

export async function changeMoment(
	context: Context,
	actor: Actor,
	documentId: string,
	{ id, ...given }: Moment
): Promise<void> {
	const fields = checked(given);
	await changeMoments(context, actor, documentId, async (tx, moments) => {
		if (!moments.some((moment) => moment.id === id)) throw new NotFound();
		await updateMoment(tx, documentId, id, fields);
	});
}

/** Takes a moment away; what voices tell of it stays in them. */
export async function removeMoment(
	context: Context,
	actor: Actor,
	documentId: string,
	id: string
): Promise<void> {
	await changeMoments(context, actor, documentId, async (tx, moments) => {
		if (!moments.some((moment) => moment.id === id)) throw new NotFound();
		await deleteMoment(tx, documentId, id);
	});
}

/** Moves a moment one place earlier or later. */
export async function moveMoment(
	context: Context,
	actor: Actor,
	documentId: string,
	id: string,
	by: -1 | 1
): Promise<void> {
	await changeMoments(context, actor, documentId, async (tx, moments) => {
		const ids = moments.map((moment) => moment.id);
		const from = ids.indexOf(id);
		if (from === -1) throw new NotFound();
		const to = Math.min(Math.max(from + by, 0), ids.length - 1);
		ids.splice(to, 0, ...ids.splice(from, 1));
		await orderMoments(tx, documentId, ids);
	});
}

async function changeMoments(
	context: Context,
	actor: Actor,
	documentId: string,
	change: (tx: Transaction, moments: Moment[]) => Promise<void>
): Promise<void> {
	await changeCase(context, actor, documentId, 'describe_case', async (tx) => {
		await change(tx, await listMoments(tx, documentId));
		return { name: 'case.timeline_changed' };
	});
}

function checked(given: NewMoment): NewMoment {
	const [title, period] = [oneLine(given.title), oneLine(given.period)];
	if (title === '') throw new Invalid({ title: 'required' });
	if (title.length > MOMENT_TITLE_MAX) throw new Invalid({ title: 'too_long' });
	if (period.length > MOMENT_PERIOD_MAX) throw new Invalid({ period: 'too_long' });
	return { title, period };
}
