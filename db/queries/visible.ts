import { sql, type SQL } from 'drizzle-orm';
import { accessPolicy, grant } from '#db/schema/access.ts';
import { document, documentTheme } from '#db/schema/documents.ts';
import { isGuest, sharesInGroups } from '#domain/access.ts';
import { DEFAULTS, GUEST_CAP, RESTRICTED_FUNCTIONS } from '#domain/defaults.ts';
import type { Actor, Membership } from '#domain/facts.ts';
import { KINDS } from '#domain/kinds.ts';
import { atLeast } from '#domain/levels.ts';

/** A guest has nothing of the other kinds, whatever was granted. */
const HELD_BY_GUESTS = KINDS.filter((kind) => GUEST_CAP[kind] !== 'none');

/**
 * The truth of `can(actor, 'view', document)` for documents that are not in the bin, as a condition on
 * `document`. Rights are decided inside the query, before any LIMIT. A property test holds the two together.
 */
export function visibleTo(actor: Actor, now: Date): SQL {
	const ways = [byName(actor, now)];
	for (const membership of actor.memberships) ways.push(byFunction(membership));
	const shared = actor.memberships.filter(sharesInGroups);
	if (shared.length > 0) ways.push(byWerkplaats(shared, now));
	if (!isGuest(actor)) {
		ways.push(
			sql`(${document.sensitivity} = 'open' or (${document.state} = 'published' and ${document.sensitivity} = 'werkplaats'))`
		);
	}
	const canHold = isGuest(actor) ? sql`${document.kind} in ${HELD_BY_GUESTS}` : sql`true`;
	return sql`(${document.deletedAt} is null and ${canHold} and (${sql.join(ways, sql` or `)}))`;
}

function stillHolds(now: Date): SQL {
	return sql`(${grant.expiresAt} is null or ${grant.expiresAt} > ${now.toISOString()}::timestamptz) and ${grant.level} >= 'view'`;
}

/** A grant to this person; in a vault only for functions that may hold raw material. */
function byName(actor: Actor, now: Date): SQL {
	const rules = new Set(actor.memberships.map((m) => DEFAULTS[m.function].vault));
	const vault = rules.has('grant')
		? sql`true`
		: rules.has('own')
			? sql`(${document.sensitivity} <> 'vault' or (${grant.level} = 'owner' and ${grant.partId} is null))`
			: sql`${document.sensitivity} <> 'vault'`;
	return sql`exists (select 1 from ${grant} where ${grant.documentId} = ${document.id}
		and ${grant.personId} = ${actor.id}::uuid and ${stillHolds(now)} and ${vault})`;
}

/** A grant to everyone, or everyone with a function, in a werkplaats of the actor's. */
function byWerkplaats(memberships: Membership[], now: Date): SQL {
	const mine = memberships.map(
		(m) =>
			sql`(${grant.werkplaatsId} = ${m.werkplaats}::uuid and (${grant.function} is null or ${grant.function} = ${m.function}))`
	);
	return sql`(${document.sensitivity} <> 'vault' and exists (select 1 from ${grant}
		where ${grant.documentId} = ${document.id} and ${stillHolds(now)} and (${sql.join(mine, sql` or `)})))`;
}

/** What comes with a membership: the policy of a theme, else of the werkplaats, else the default. */
function byFunction(membership: Membership): SQL {
	const { werkplaats, function: holder } = membership;
	const here =
		werkplaats === null ? sql`true` : sql`${document.werkplaatsId} = ${werkplaats}::uuid`;
	const reach = RESTRICTED_FUNCTIONS.includes(holder)
		? sql`${document.sensitivity} <> 'vault'`
		: sql`${document.sensitivity} in ('open', 'werkplaats')`;
	const cell = sql`${accessPolicy.werkplaatsId} = ${document.werkplaatsId}
		and ${accessPolicy.kind} = ${document.kind} and ${accessPolicy.function} = ${holder}`;
	const themed = sql`(select max(${accessPolicy.level}) from ${accessPolicy} where ${cell}
		and ${accessPolicy.themeId} in (select ${documentTheme.themeId} from ${documentTheme}
			where ${documentTheme.documentId} = ${document.id}))`;
	const whole = sql`(select ${accessPolicy.level} from ${accessPolicy} where ${cell} and ${accessPolicy.themeId} is null)`;
	return sql`(${here} and ${reach} and coalesce(${themed} >= 'view', ${whole} >= 'view', ${byDefault(membership)}))`;
}

function byDefault({ function: holder }: Membership): SQL {
	const cells = KINDS.map((kind) => {
		const cell = DEFAULTS[holder][kind];
		if (atLeast(cell.level, 'view')) return sql`${document.kind} = ${kind}`;
		if (!cell.released) return sql`false`;
		return sql`(${document.kind} = ${kind} and ${document.state} in ('final', 'published'))`;
	});
	return sql`(${sql.join(cells, sql` or `)})`;
}
