import { atLeast } from '#domain/levels.ts';
import { lastWords } from '#lib/documents/last-words.ts';
import { isSameDay } from '#lib/ui/when.ts';
import { theContext } from '#server/context.ts';
import {
	findDocuments,
	findVisited,
	openDocument,
	type DocumentSummary
} from '#server/documents.ts';
import { presentInDocuments } from '#server/live.ts';
import { openInbox, type InboxGroup } from '#server/inbox.ts';
import { listBeginnings } from '#server/network.ts';
import { newSince } from '#server/news.ts';
import { readTexts } from '#server/parts.ts';
import { listMyActions } from '#server/waiting.ts';
import { asker } from '../door.ts';
import { askedOf } from './asked.ts';
import type { PageServerLoad } from './$types';

/** Enough to see what goes on; the lists have the rest. */
const RECENT = 30;
const SHOWN_HERE = 5;
const SHOWN_ELSEWHERE = 4;
const VISITED = 5;
const NEWS = 5;

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const { language } = event.locals;
	const [recent, visited, beginnings, asked, mine, updates, actions] = await Promise.all([
		findDocuments(context, actor, { limit: RECENT }),
		findVisited(context, actor, VISITED),
		listBeginnings(context, actor),
		askedOf(context, actor),
		openInbox(context, actor, language, { box: 'mine', unread: true }),
		openInbox(context, actor, language, { box: 'updates', unread: true }),
		listMyActions(context, actor, language)
	]);
	const ids = [...new Set([...recent, ...visited].map((document) => document.id))];
	const news = await newIn(updates.groups, [...visited, ...recent.slice(0, SHOWN_HERE)]);
	const own = new Set(actor.memberships.map((membership) => membership.werkplaats));
	return {
		now: context.now(),
		asked,
		waits: { mine: mine.groups.slice(0, NEWS), actions },
		news: news.slice(0, NEWS),
		newsIn: news.length,
		here: recent.filter(({ werkplaats }) => own.has(werkplaats.id)).slice(0, SHOWN_HERE),
		elsewhere: recent.filter(({ werkplaats }) => !own.has(werkplaats.id)).slice(0, SHOWN_ELSEWHERE),
		visited: visited.slice(1),
		resume: visited[0] ? await whereLeft(visited[0].id) : null,
		changedToday: recent.filter(({ changedAt }) => isSameDay(changedAt, context.now())).length,
		present: await presentInDocuments(context, actor, ids),
		mayBegin: beginnings.length > 0
	};

	/** What was told of documents, and what others wrote in those that the actor read or that changed last. */
	async function newIn(groups: InboxGroup[], near: DocumentSummary[]) {
		const written = await newSince(
			context,
			actor,
			near.map((document) => document.id)
		);
		const lineOf = (id: string) => {
			const line = written.get(id);
			return line ? { ...line, href: `/document/${id}?part=${line.part}` } : null;
		};
		const told = groups.map((group) => ({ ...group, written: lineOf(group.key) }));
		const silent = new Map(near.map((document) => [document.id, document])).values();
		const more = [...silent].flatMap(({ id, title, kind }) => {
			const line = groups.some(({ key }) => key === id) ? null : lineOf(id);
			return line
				? [{ key: id, title, kind, href: `/document/${id}`, talks: [], written: line }]
				: [];
		});
		return [...told, ...more];
	}

	/** The document that was open last, with how its text ends now. */
	async function whereLeft(id: string) {
		const { title, kind, parts } = await openDocument(context, actor, id);
		const [part] = parts;
		const content = part && (await readTexts(context, [part])).get(part.id);
		const mayWrite = parts.some((each) => atLeast(each.ability, 'edit'));
		return { id, title, kind, mayWrite, words: content ? lastWords(content) : null };
	}
};
