import { momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import { DEMO_THREADS, type DemoPiece, type DemoThread } from '#db/seeds/demo/threads.ts';
import { lastDay } from '#domain/days.ts';
import type { Actor } from '#domain/facts.ts';
import type { CommentBody } from '#domain/threads.ts';
import { addComment } from '#server/comments.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { react } from '#server/reactions.ts';
import { changeThread, startThread } from '#server/threads.ts';
import { passageOf, rewriteWords } from './demo-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type ActorOf = (name: DemoName) => Actor;

/** What people say beside the texts of the demo, each at the time that they said it. */
export async function plantThreads(
	context: Context,
	actorOf: ActorOf,
	idOf: (title: string) => string
): Promise<void> {
	for (const planted of DEMO_THREADS) {
		const [first] = planted.said;
		if (!first) continue;
		const maker = actorOf(first.by);
		const { parts } = await openDocument(context, maker, idOf(planted.document));
		const part = parts.find(({ perspective }) => perspective === (planted.voice ?? null));
		if (!part) throw new Error(`The demo talks beside a text that is not there: ${planted.voice}`);
		await plantThread(context, actorOf, part.id, planted);
	}
}

async function plantThread(
	context: Context,
	actorOf: ActorOf,
	part: string,
	{ quote, gone, said: [first, ...replies], action, resolved }: DemoThread
): Promise<void> {
	if (!first) return;
	const then = (at: Ago): Context => ({ ...context, now: () => momentOf(at, context.now()) });
	const stood = gone && quote ? [[gone.before, `${quote} ${gone.before}`] as const] : [];
	if (gone) await rewriteWords(context, actorOf(gone.by), part, stood);
	const of = { part, version: null, submission: null };
	const id = await startThread(then(first), actorOf(first.by), of, {
		meant: quote ? await passageOf(context, part, quote) : null,
		body: bodyOf(first.says, actorOf),
		...{ assignee: null, dueOn: null, suggestion: null }
	});
	if (gone) {
		const back = stood.map(([before, after]) => [after, before] as const);
		await rewriteWords(context, actorOf(gone.by), part, back);
	}
	for (const reply of replies) {
		const [at, by] = [then(reply), actorOf(reply.by)];
		const comment = await addComment(at, by, id, bodyOf(reply.says, actorOf));
		for (const { by: who, sign } of reply.signs ?? []) {
			await react(at, actorOf(who), comment, { sign, given: true });
		}
	}
	const last = replies.at(-1) ?? first;
	if (action) {
		const dueOn = lastDay(new Date(context.now().getTime() + action.days * DAY_MS));
		const assignee = actorOf(action.for).id;
		await changeThread(then(last), actorOf(last.by), id, { assignee, dueOn });
	}
	if (resolved) {
		await changeThread(then(resolved), actorOf(resolved.by), id, { resolved: true });
	}
}

function bodyOf(pieces: readonly DemoPiece[], actorOf: ActorOf): CommentBody {
	return pieces.map((piece) => {
		if (typeof piece === 'string') return { text: piece };
		return 'person' in piece ? { person: actorOf(piece.person).id } : piece;
	});
}
