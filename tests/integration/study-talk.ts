import type { Actor } from '#domain/facts.ts';
import type { CommentBody, ThreadsOf } from '#domain/threads.ts';
import { createDocument, openDocument } from '#server/documents.ts';
import { shareDocument } from '#server/grants.ts';
import { openThreads } from '#server/opened-threads.ts';
import { startThread, type NewThread } from '#server/threads.ts';
import { writeAs } from '#server/writing.ts';
import { addMember, addWerkplaats } from './builders.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import { contentOf, meantIn } from './passages.ts';

export const QUOTE = 'Hij keek steeds naar zijn papieren.';
const TEXT = ['Iedereen kwam, de eerste weken.', `Toen belde hij aan. ${QUOTE} Dat was alles.`];

/** A study that people of a werkplaats talk about, each with a level of their own. */
export type Talk = {
	house: TestHouse;
	werkplaats: string;
	/** Owns it. */
	samira: Actor;
	/** Writes in it. */
	marloes: Actor;
	/** Comments on it: a teacher. */
	karin: Actor;
	/** Only reads it: a student to whom it was shown. */
	noor: Actor;
	/** Comments on it: a citizen to whom it was given so. */
	gerda: Actor;
	/** Of another werkplaats, asked to comment. */
	ruth: Actor;
	/** Of the werkplaats, and may not read it. */
	jip: Actor;
	study: string;
	text: string;
};

export async function openTalk(): Promise<Talk> {
	const house = await openTestHouse();
	const { context, db } = house;
	const werkplaats = await addWerkplaats(db, { slug: 'twente', name: 'Twente' });
	const elsewhere = await addWerkplaats(db, { slug: 'utrecht', name: 'Utrecht' });
	const samira = await addMember(db, werkplaats, 'researcher', { name: 'Samira' });
	const marloes = await addMember(db, werkplaats, 'researcher', { name: 'Marloes' });
	const karin = await addMember(db, werkplaats, 'teacher', { name: 'Karin' });
	const noor = await addMember(db, werkplaats, 'student', { name: 'Noor' });
	const ruth = await addMember(db, elsewhere, 'researcher', { name: 'Ruth' });
	const jip = await addMember(db, werkplaats, 'student', { name: 'Jip' });
	const gerda = await addMember(db, werkplaats, 'citizen', { name: 'Gerda' });
	const of = { werkplaats: 'twente', kind: 'study', title: 'Aanbellen' } as const;
	const study = await createDocument(context, samira, of);
	await shareDocument(context, samira, study, { person: ruth.id, level: 'comment' });
	await shareDocument(context, samira, study, { person: gerda.id, level: 'comment' });
	await shareDocument(context, samira, study, { person: noor.id, level: 'view' });
	const text = (await openDocument(context, samira, study)).parts[0]!.id;
	await writeAs(context, samira, text, contentOf(TEXT));
	return { house, werkplaats, samira, marloes, karin, noor, gerda, ruth, jip, study, text };
}

/** Beside the text of a part as it is now. */
export const beside = (part: string): ThreadsOf => ({ part, version: null, submission: null });

export const says = (text: string): CommentBody => [{ text }];

/** A thread about some words of a part; null about none. */
export async function talkAbout(
	{ context, db }: TestHouse,
	actor: Actor,
	part: string,
	{ words = QUOTE, ...given }: Partial<NewThread> & { words?: string | null } = {}
): Promise<string> {
	const meant = words === null ? null : await meantIn(db, part, words);
	return startThread(context, actor, beside(part), {
		...{ meant, body: says('Hoe weet je dat?'), assignee: null, dueOn: null, suggestion: null },
		...given
	});
}

/** The threads of a part as somebody sees them, by their id. */
export async function threadsOfPart({ context }: TestHouse, actor: Actor, part: string) {
	const { threads } = await openThreads(context, actor, beside(part));
	return new Map(threads.map((thread) => [thread.id, thread]));
}
