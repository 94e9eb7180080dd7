import { isAbout, type Ring } from './bus.ts';
import type { Context } from './context.ts';
import { actorOf, type Asker } from './credentials.ts';
import { countUnread, type Unread } from './inbox.ts';

/** What rings in one breath is counted once. */
const COUNT_AFTER_MS = 100;

/**
 * Tells how much somebody has to read, now and whenever that changed, on whatever node it happened. `end` is called
 * when what they may do changed: they come back and it is decided anew.
 */
export async function watchInbox(
	context: Context,
	{ actor: person, sessionId, tokenId }: Pick<Asker, 'actor' | 'sessionId' | 'tokenId'>,
	{ tell, end }: { tell: (unread: Unread) => void; end: () => void }
): Promise<() => void> {
	const about = { person: person.id, documents: [], sessionId, tokenId };
	let timer: NodeJS.Timeout | undefined;
	const count = async () => {
		timer = undefined;
		const actor = await actorOf(context, person, context.now());
		tell(await countUnread(context, actor));
	};
	const hear = (ring: Ring) => {
		if (ring.kind === 'access' && isAbout(ring, about)) end();
		if (ring.kind !== 'told' || !ring.people.includes(person.id)) return;
		timer ??= setTimeout(() => void count().catch(end), COUNT_AFTER_MS);
	};
	const unheard = context.bus.listen(hear);
	const stop = () => {
		unheard();
		clearTimeout(timer);
	};
	try {
		await count();
	} catch (error) {
		stop();
		throw error;
	}
	return stop;
}
