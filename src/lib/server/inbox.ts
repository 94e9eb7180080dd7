import { listNotifications, markNotifications, type Read } from '#db/queries/notifications.ts';
import { listMutedBy } from '#db/queries/watches.ts';
import type { Actor } from '#domain/facts.ts';
import { BOXES, type Box } from '#domain/told.ts';
import type { Context } from './context.ts';
import { heardBy, itemsOf, type ToldItem } from './told-items.ts';
import type { Language } from './told-words.ts';

/** On one page; older ones are on the next. */
const SHOWN = 50;
/** Nobody counts further than this. */
const COUNTED_MAX = 100;

/** What happened to one document or one assignment, the latest first; what is said in one thread stands together. */
export type InboxGroup = ToldItem['of'] & {
	muted: boolean;
	unread: number;
	talks: { thread: string | null; items: ToldItem[] }[];
};

export type Unread = Record<Box, number>;

export type Inbox = {
	unread: Unread;
	groups: InboxGroup[];
	/** Where the next page begins; null on the last one. */
	next: Date | null;
};

type InboxQuery = { box?: Box; unread?: boolean; before?: Date; limit?: number };

/** What the actor was told and may hear now: in one box or both, grouped by where it happened. */
export async function openInbox(
	context: Context,
	actor: Actor,
	language: Language,
	{ limit = SHOWN, ...which }: InboxQuery = {}
): Promise<Inbox> {
	const now = context.now();
	const rows = await listNotifications(context.db, actor.id, { ...which, limit: limit + 1 });
	const items = await itemsOf(context.db, actor, rows.slice(0, limit), { language, now });
	const muted = new Set(await listMutedBy(context.db, actor.id));
	return {
		unread: await countUnread(context, actor),
		groups: grouped(items).map((group) => ({ ...group, muted: muted.has(group.document) })),
		next: rows.length > limit ? (rows[limit - 1]?.at ?? null) : null
	};
}

function grouped(items: readonly ToldItem[]): Omit<InboxGroup, 'muted'>[] {
	return [...Map.groupBy(items, ({ of }) => of.key).values()].flatMap((own) => {
		const [latest] = own;
		if (!latest) return [];
		const talks = Map.groupBy(own, ({ thread, id }) => thread ?? id);
		return [
			{
				...latest.of,
				unread: own.filter(({ read }) => !read).length,
				talks: [...talks.values()].map((said) => ({ thread: said[0]?.thread ?? null, items: said }))
			}
		];
	});
}

/** How much of it the actor did not read, of what they may hear now; counted up to `COUNTED_MAX`. */
export async function countUnread(context: Context, actor: Actor): Promise<Unread> {
	const which = { unread: true, limit: COUNTED_MAX };
	const rows = await listNotifications(context.db, actor.id, which);
	const heard = rows.length > 0 ? await heardBy(context.db, actor, rows, context.now()) : [];
	const inBox = (box: Box) => heard.filter(({ row }) => row.box === box).length;
	const [mine, updates] = BOXES.map(inBox);
	return { mine: mine ?? 0, updates: updates ?? 0 };
}

/** Marks what the actor was told as read. Whoever else was told has that apart. */
export async function markRead(context: Context, actor: Actor, read: Read): Promise<void> {
	const marked = await markNotifications(context.db, actor.id, read, context.now());
	if (marked > 0) context.bus.ring({ kind: 'told', people: [actor.id] });
}

/** Who opens a document has seen its news, and what was said to them once they open the thread. */
export async function readByVisit(
	context: Context,
	actor: Actor,
	document: string,
	thread: string | null
): Promise<void> {
	await markRead(context, actor, { visited: document });
	if (thread) await markRead(context, actor, { thread });
}
