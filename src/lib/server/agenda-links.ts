import {
	findAgendaLink,
	insertAgendaLink,
	listAgendaLinks as openLinks,
	markClosed
} from '#db/queries/agenda-links.ts';
import { resolveWerkplaats } from '#db/queries/references.ts';
import { Conflict, Invalid, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { authorize, can } from '#domain/policy.ts';
import { questionContent } from '#domain/templates/question.ts';
import type { Context } from './context.ts';
import { actorOf } from './credentials.ts';
import { checkTitle } from './document-title.ts';
import { createDocument } from './documents.ts';
import { recordEvent } from './events.ts';
import { countQuestion, countQuestionAddress } from './limits.ts';
import { isSecret, newSecret, splitSecret } from './secrets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody remembers a link that hangs somewhere for longer. */
const LINK_DAYS_MAX = 366;

/** Makes a link with which citizens put questions on the agenda; it is shown this once. */
export async function makeAgendaLink(
	context: Context,
	actor: Actor,
	{ werkplaats, until }: { werkplaats: string; until: Date | null }
): Promise<{ link: string; until: Date }> {
	const place = await placeOf(context, actor, werkplaats);
	const now = context.now();
	if (until === null) throw new Invalid({ until: 'required' });
	if (until <= now) throw new Invalid({ until: 'past' });
	if (until.getTime() > now.getTime() + LINK_DAYS_MAX * DAY_MS) {
		throw new Invalid({ until: 'token_too_long' });
	}
	const { id, secretHash, value } = newSecret();
	await context.db.transaction(async (tx) => {
		await insertAgendaLink(tx, {
			...{ id, secretHash, werkplaatsId: place.id, madeBy: actor.id },
			...{ createdAt: now, expiresAt: until }
		});
		await recordEvent(tx, {
			name: 'agenda_link.made',
			actorId: actor.id,
			werkplaatsId: place.id
		});
	});
	return { link: `${context.publicUrl}/agenda/${value}`, until };
}

/** The links that are open now. */
export async function listAgendaLinks(context: Context, actor: Actor, werkplaats: string) {
	const place = await placeOf(context, actor, werkplaats);
	return openLinks(context.db, place.id, context.now());
}

/** Makes a link open nothing any more; what came through it stays. */
export async function closeAgendaLink(
	context: Context,
	actor: Actor,
	{ werkplaats, id }: { werkplaats: string; id: string }
): Promise<void> {
	const place = await placeOf(context, actor, werkplaats);
	await context.db.transaction(async (tx) => {
		const closing = { id, werkplaatsId: place.id, closedAt: context.now() };
		if (!(await markClosed(tx, closing))) throw new NotFound();
		await recordEvent(tx, {
			name: 'agenda_link.closed',
			actorId: actor.id,
			werkplaatsId: place.id
		});
	});
}

/** Where a link leads: the name of a werkplaats, and nothing else of it. Whoever has half a link has none. */
export async function readAgendaLink(context: Context, value: string) {
	const { werkplaats, isOpen } = await open(context, value);
	return { werkplaats: werkplaats.name, isOpen };
}

export type LinkQuestion = { question: string; example: string; name: string };

/**
 * Puts a question of a citizen on the agenda, in the name of who made the link. Until an editor made it clear
 * only editors read it: anybody can write anything here.
 */
export async function askThroughLink(
	context: Context,
	value: string,
	{ question, example, name, address }: LinkQuestion & { address: string }
): Promise<void> {
	await countQuestionAddress(context, address);
	const { link, werkplaats, maker, isOpen } = await open(context, value);
	if (!isOpen) throw new Conflict('agenda_link_closed');
	const title = asField('question', () => checkTitle(question));
	await countQuestion(context, link.id);
	await createDocument(context, maker, {
		werkplaats: werkplaats.id,
		kind: 'question',
		title,
		sensitivity: 'restricted',
		content: questionContent(title, example),
		asked: { name: name.trim() || null, party: 'citizens', link: link.id }
	});
}

async function open(context: Context, value: string) {
	const halves = splitSecret(value);
	const found = halves && (await findAgendaLink(context.db, halves.id));
	if (!halves || !found || !isSecret(halves.secret, found.link.secretHash)) throw new NotFound();
	const { link, werkplaats } = found;
	const now = context.now();
	const maker = await actorOf(context, found.maker, now);
	const coordinates = can(maker, 'manage_agenda', {
		type: 'werkplaats',
		werkplaats: werkplaats.id
	});
	// What would come in becomes the maker's: not of somebody who left.
	const isOpen =
		link.closedAt === null &&
		link.expiresAt > now &&
		werkplaats.archivedAt === null &&
		found.maker.disabledAt === null &&
		coordinates;
	return { link, werkplaats, maker, isOpen };
}

async function placeOf(context: Context, actor: Actor, werkplaats: string) {
	const place = await resolveWerkplaats(context.db, werkplaats);
	if (!place) throw new NotFound();
	authorize(actor, 'manage_agenda', { type: 'werkplaats', werkplaats: place.id });
	return place;
}

/** On this page the title is called the question. */
function asField<Result>(field: string, check: () => Result): Result {
	try {
		return check();
	} catch (error) {
		if (error instanceof Invalid) throw new Invalid({ [field]: error.fields.title ?? 'invalid' });
		throw error;
	}
}
