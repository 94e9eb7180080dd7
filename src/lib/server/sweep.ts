import { deleteInvitationsBefore } from '#db/queries/invitations.ts';
import { deleteExpiredLimits } from '#db/queries/limits.ts';
import { deleteNotificationsBefore } from '#db/queries/notifications.ts';
import { deleteExpiredResets } from '#db/queries/resets.ts';
import { deleteExpiredSessions } from '#db/queries/sessions.ts';
import { deleteEmptyLayersBefore } from '#db/queries/suggestions.ts';
import { deleteExpiredTokens } from '#db/queries/tokens.ts';
import { deleteKeptBefore } from '#db/queries/updates.ts';
import { thinVersions } from '#db/queries/versions.ts';
import { emptyBin } from './bin.ts';
import type { Context } from './context.ts';
import { tellDueMirrors } from './mirrors.ts';
import { sweepVisitors } from './visitors.ts';

/** So long after its end an invitation is still of use to whoever asks what became of it. */
const INVITATION_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** So long somebody can get back a text of which hardly anything was left. */
const TEXT_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** So long somebody who suggests nothing (any more) can have a text open to suggest in. */
const LAYER_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Nobody looks further back for what they were told; what happened stands in the documents. */
const TOLD_KEPT_MS = 365 * 24 * 60 * 60 * 1000;

/** Clears away what ended, and says of what was planned that its day came: harmless at any moment and as often as one likes. Answers how much there was. */
export async function sweep(context: Context): Promise<Record<string, number>> {
	const now = context.now();
	const { db } = context;
	return {
		sessions: await deleteExpiredSessions(db, now),
		tokens: await deleteExpiredTokens(db, now),
		invitations: await deleteInvitationsBefore(db, new Date(now.getTime() - INVITATION_KEPT_MS)),
		resets: await deleteExpiredResets(db, now),
		letters: await context.mail.expire(now),
		limits: await deleteExpiredLimits(db, now),
		texts: await deleteKeptBefore(db, new Date(now.getTime() - TEXT_KEPT_MS)),
		layers: await deleteEmptyLayersBefore(db, new Date(now.getTime() - LAYER_KEPT_MS)),
		versions: await thinVersions(db, now),
		notifications: await deleteNotificationsBefore(db, new Date(now.getTime() - TOLD_KEPT_MS)),
		documents: await emptyBin(context),
		mirrors: await tellDueMirrors(context),
		// After the bin: with a workshop that was destroyed nothing else holds the names any more.
		visitors: await sweepVisitors(context)
	};
}
