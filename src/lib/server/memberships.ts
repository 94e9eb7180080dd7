import { lockAccounts } from '#db/queries/installation.ts';
import {
	findMembership,
	membersOf,
	seatsOf,
	updateMembership,
	type MembershipRow
} from '#db/queries/memberships.ts';
import { isOrganisation } from '#db/queries/organisations.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import type { Transaction } from '#db/connection.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { WerkplaatsFunction } from '#domain/functions.ts';
import { isCoordinated, membershipFault } from '#domain/membership.ts';
import { authorize, can } from '#domain/policy.ts';
import type { Context } from './context.ts';
import { recordEvent } from './events.ts';
import { mayManage } from './invitations.ts';

/** Who takes part in a werkplaats; addresses only for who may see them. */
export async function listMembers(context: Context, actor: Actor, slug: string) {
	const place = await resolveWerkplaats(context.db, slug);
	if (!place) throw new NotFound();
	const subject = { type: 'werkplaats', werkplaats: place.id } as const;
	authorize(actor, 'view_members', subject);
	const addresses = can(actor, 'view_addresses', subject);
	const rows = await membersOf(context.db, place.id, context.now());
	return {
		werkplaats: { id: place.id, slug: place.slug, name: place.name },
		members: rows.map(({ email, disabledAt, ...member }) => ({
			...member,
			email: addresses ? email : null,
			disabled: disabledAt !== null,
			isSelf: member.person.id === actor.id
		})),
		abilities: {
			manage_members: can(actor, 'manage_members', subject),
			manage_policies: can(actor, 'manage_policies', subject)
		}
	};
}

export type MembershipChange = {
	id: string;
	function: WerkplaatsFunction;
	organisation: string | null;
	until: Date | null;
};

/** Changes as what, for whom and until when somebody takes part. */
export async function changeMembership(
	context: Context,
	actor: Actor,
	{ id, organisation, until, function: f }: MembershipChange
): Promise<void> {
	await change(context, actor, id, 'membership.changed', async (tx, row, now) => {
		const fault = membershipFault({ werkplaats: row.werkplaatsId, function: f, until }, now);
		if (fault) throw new Invalid(fault);
		if (organisation && !(await isOrganisation(tx, organisation))) {
			throw new Invalid({ organisation: 'unknown' });
		}
		await updateMembership(tx, id, { function: f, organisationId: organisation, until });
	});
}

/** Ends a membership now, and with it everything that it gave. */
export async function endMembership(context: Context, actor: Actor, id: string): Promise<void> {
	await change(context, actor, id, 'membership.ended', async (tx, row, now) => {
		// One that had yet to begin never does.
		const from = row.from > now ? now : row.from;
		await updateMembership(tx, id, { from, until: now });
	});
}

async function change(
	context: Context,
	actor: Actor,
	id: string,
	name: string,
	work: (tx: Transaction, row: MembershipRow, now: Date) => Promise<void>
): Promise<void> {
	const now = context.now();
	const personId = await context.db.transaction(async (tx) => {
		// Two coordinators who leave at the same moment would leave nobody.
		await lockAccounts(tx);
		const row = await findMembership(tx, id);
		if (!row || (row.until && row.until <= now)) throw new NotFound();
		if (!mayManage(actor, row.werkplaatsId)) throw new NotFound();
		const wasCoordinated = await hasCoordinator(tx, row, now);
		await work(tx, row, now);
		const isOwn = row.personId === actor.id;
		if (isOwn && wasCoordinated && !(await hasCoordinator(tx, row, now))) {
			throw new Conflict('last_coordinator');
		}
		const { werkplaatsId } = row;
		await recordEvent(tx, { name, actorId: actor.id, werkplaatsId, personId: row.personId });
		return row.personId;
	});
	context.bus.ring({ kind: 'access', people: [personId] });
}

async function hasCoordinator(tx: Transaction, { werkplaatsId }: MembershipRow, now: Date) {
	return werkplaatsId !== null && isCoordinated(await seatsOf(tx, werkplaatsId, now));
}
