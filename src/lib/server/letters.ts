import type { Queryable } from '#db/connection.ts';
import { listNotifications, setMailed } from '#db/queries/notifications.ts';
import { listWaiting, lockMail, setMailedAt } from '#db/queries/mail-preferences.ts';
import { isLetterDue, NEWS_MS } from '#domain/letters.ts';
import type { Context } from './context.ts';
import { actorOf } from './credentials.ts';
import { letterContent } from './letter-content.ts';
import { letterHtml } from './letter-html.ts';
import { letterSubject, letterText } from './letter-text.ts';
import type { Letter } from './mail.ts';
import { newUnsubscribe, unsubscribeAddress } from './mail-preferences.ts';
import { itemsOf } from './told-items.ts';

/** More than this is not read in a letter. */
const TOLD_MAX = 500;

type Claimed = { letter: Letter; ids: string[]; personId: string; mailedBefore: Date | null };

/**
 * Writes to everybody for whom it is time, each one letter with all that is new. Answers how many went out. What
 * is in a letter is marked before it goes: of a process that ends in between a letter less is sent, never one
 * twice, and what it told stands in the inbox.
 */
export async function sendLetters(context: Context): Promise<number> {
	if (!context.mail.delivers) return 0;
	let sent = 0;
	for (const { person } of await dueAt(context.db, context.now())) {
		const claimed = await claimLetter(context, person.id);
		if (!claimed) continue;
		const { delivered } = await context.mail.send(claimed.letter);
		if (delivered) sent += 1;
		else await giveBack(context, claimed);
	}
	return sent;
}

async function dueAt(db: Queryable, now: Date, personId?: string) {
	const waiting = await listWaiting(db, new Date(now.getTime() - NEWS_MS), personId);
	return waiting.filter((each) => isLetterDue(each, now));
}

/** The letter for somebody, of which no other process makes one; null when there is none to send after all. */
async function claimLetter(context: Context, personId: string): Promise<Claimed | null> {
	const now = context.now();
	return context.db.transaction(async (tx) => {
		const locked = await lockMail(tx, { personId, unsubscribe: newUnsubscribe() });
		// Looked at again now that nobody else can: another process may have been just before us.
		const [due] = locked ? await dueAt(tx, now, personId) : [];
		if (!locked || !due) return null;
		const since = new Date(now.getTime() - NEWS_MS);
		const which = { unread: true, unmailed: true, since, limit: TOLD_MAX };
		const rows = await listNotifications(tx, personId, which);
		const language = due.language === 'en' ? 'en' : 'nl';
		const actor = await actorOf({ db: tx }, due.person, now);
		const items = await itemsOf(tx, actor, rows, { language, now, forMail: true });
		const ids = rows.map(({ id }) => id);
		await setMailed(tx, ids, now);
		// Nothing that they may still hear of.
		if (items.length === 0) return null;
		await setMailedAt(tx, personId, now);
		const unsubscribe = unsubscribeAddress(context, locked.unsubscribe);
		const frame = {
			language,
			name: due.person.name,
			publicUrl: context.publicUrl,
			unsubscribe
		} as const;
		const content = letterContent(items);
		const subject = letterSubject(content, language);
		return {
			...{ ids, personId, mailedBefore: locked.mailedAt },
			letter: {
				...{ to: due.email, subject, unkept: true },
				text: letterText(content, frame),
				html: letterHtml(content, subject, frame),
				headers: {
					'List-Unsubscribe': `<${unsubscribe}>`,
					'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
					'Auto-Submitted': 'auto-generated'
				}
			}
		};
	});
}

/** The mail server would not have it: it goes along with the next letter. */
async function giveBack({ db }: Context, { ids, personId, mailedBefore }: Claimed): Promise<void> {
	await db.transaction(async (tx) => {
		await setMailed(tx, ids, null);
		await setMailedAt(tx, personId, mailedBefore);
	});
}
