import { PgBoss } from 'pg-boss';
import type { Context } from '#server/context.ts';
import { sendLetters } from '#server/letters.ts';
import { tellDueMirrors } from '#server/mirrors.ts';
import { tellAll } from '#server/telling.ts';
import { reportTo, type Log } from './log.ts';

/** Of a pool of its own, so that no request waits for a job. */
const CONNECTIONS = 2;
const EVERY_MINUTE = '* * * * *';
const LOOK_EVERY_S = 5;
/** A job that takes longer is one whose process is gone. */
const EXPIRES_S = 10 * 60;
/** Who looks into it sees what ran today. */
const KEPT_S = 24 * 60 * 60;
const CLOSE_WITHIN_MS = 5_000;

/**
 * What is done by the clock: once, however many nodes there are, and by whichever of them comes first. It keeps its
 * own tables in the schema `pgboss` of the same database.
 */
export async function openJobs(
	url: string,
	context: Context,
	log: Log
): Promise<{ close(): Promise<void> }> {
	const jobs: Record<string, () => Promise<unknown>> = {
		// What nobody heard at once, because the process that did it stopped before it could tell.
		tell: () => tellAll(context),
		mirrors: () => tellDueMirrors(context),
		letters: () => sendLetters(context)
	};
	const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: CONNECTIONS });
	const report = reportTo(log);
	boss.on('error', (error) => report('jobs can not be looked up', error));
	await boss.start();
	for (const [name, job] of Object.entries(jobs)) {
		// One at a time and at most one that waits. What failed comes again with the next minute.
		await boss.createQueue(name, {
			...{ policy: 'stately', retryLimit: 0 },
			...{ expireInSeconds: EXPIRES_S, deleteAfterSeconds: KEPT_S }
		});
		await boss.schedule(name, EVERY_MINUTE);
		await boss.work(name, { pollingIntervalSeconds: LOOK_EVERY_S }, async () => {
			try {
				await job();
			} catch (error) {
				report(`the job ${name} failed`, error);
				// Not the error itself: it is stored, and a failed query repeats what people wrote.
				throw new Error('see the log');
			}
		});
	}
	return { close: () => boss.stop({ graceful: true, timeout: CLOSE_WITHIN_MS }) };
}

/** Soon enough to feel at once; a step that rings twice is told of once. */
const TELL_AFTER_MS = 150;

/**
 * Tells of what happened as soon as its process rings, instead of at the next minute. Several nodes may do it at
 * once: each event is taken by one.
 */
export function tellWhenRung(context: Context, log: Log): () => Promise<void> {
	const report = reportTo(log);
	let telling = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	const run = () => {
		timer = undefined;
		telling = telling
			.then(() => tellAll(context))
			.then(
				() => {},
				(error: unknown) => report('somebody was not told', error)
			);
	};
	const unheard = context.bus.listen(({ kind }) => {
		if (kind === 'told' || kind === 'presence' || kind === 'updates' || kind === 'work') return;
		timer ??= setTimeout(run, TELL_AFTER_MS);
	});
	// What was left by who stopped before it could tell.
	timer = setTimeout(run, TELL_AFTER_MS);
	return async () => {
		unheard();
		clearTimeout(timer);
		await telling;
	};
}
