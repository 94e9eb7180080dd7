import { randomUUID } from 'node:crypto';
import { loadText } from '#db/queries/updates.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Push } from '#domain/content/suggestions/pushing.ts';
import { plainText } from '#domain/content/text.ts';
import type { Actor } from '#domain/facts.ts';
import type { Level } from '#domain/levels.ts';
import { decideSuggestions } from '#server/suggestion-decisions.ts';
import { openMine, pushSuggestion } from '#server/suggestions.ts';
import { refreshText, storedContent, writeFirstContent } from '#server/texts.ts';
import { writeAs } from '#server/writing.ts';
import { addDocument, addGrant, addMember, addWerkplaats } from './builders.ts';
import type { TestHouse } from './house.ts';

/** A text of these paragraphs. */
export function paragraphs(texts: readonly string[]): Content {
	const content = texts.map((text) => ({
		type: 'paragraph',
		attrs: { guidance: null },
		...(text && { content: [{ type: 'text', text }] })
	}));
	return { type: 'doc', content };
}

export type Suggesting = Awaited<ReturnType<typeof openSuggesting>>;

/** A study with a text, and people of every level on it; the outsider was given nothing. */
export async function openSuggesting(house: TestHouse, text: readonly string[] | Content) {
	const { context, db, sql } = house;
	const here = await addWerkplaats(db);
	const elsewhere = await addWerkplaats(db);
	const owner = await addMember(db, here, 'coordinator');
	const { id, part } = await addDocument(db, { werkplaatsId: here, createdBy: owner.id });
	const content = 'type' in text ? text : paragraphs(text as readonly string[]);
	await db.transaction((tx) => writeFirstContent(tx, part, content));

	async function setLevel(actor: Actor, level: Level): Promise<void> {
		await sql`delete from "grant" where document_id = ${id} and person_id = ${actor.id}`;
		await addGrant(db, { documentId: id, personId: actor.id, level, grantedBy: owner.id });
	}

	async function guest(level: Level | null, name: string): Promise<Actor> {
		const actor = await addMember(db, elsewhere, 'guest', { name });
		if (level) await setLevel(actor, level);
		return actor;
	}

	async function push(
		actor: Actor,
		version: number,
		change: Partial<Push> = {},
		from = context
	): Promise<{ version: number }> {
		const { content: blocks = [] } = paragraphs([`Van ${actor.name}`]);
		const made = { push: randomUUID(), version, from: 0, to: 0, blocks, ...change };
		return pushSuggestion(from, actor, part, made);
	}

	/** They would have the whole text so. */
	async function suggest(actor: Actor, wanted: readonly string[], level?: Level): Promise<void> {
		if (level) await setLevel(actor, level);
		const { version, suggested } = await openMine(context, actor, part);
		const blocks = paragraphs(wanted).content ?? [];
		await push(actor, version, { from: 0, to: suggested.content?.length ?? 0, blocks });
	}

	const editor = await addMember(db, here, 'researcher', { name: 'Els' });
	await setLevel(editor, 'edit');
	return {
		document: id,
		part,
		owner,
		editor,
		suggester: await guest('suggest', 'Sam'),
		other: await guest('suggest', 'Otto'),
		commenter: await guest('comment', 'Cor'),
		reader: await guest('view', 'Ria'),
		outsider: await guest(null, 'Olga'),
		setLevel,
		push,
		suggest,
		/** The text as it is stored, and as it was read out. */
		text: async () => plainText(await storedContent(db, part)),
		suggested: async (actor: Actor) => plainText((await openMine(context, actor, part)).suggested),
		write: (wanted: readonly string[]) => writeAs(context, editor, part, paragraphs(wanted)),
		decide: async (actor: Actor, decision: Parameters<typeof decideSuggestions>[3]) => {
			const { decided } = await decideSuggestions(context, actor, part, decision);
			return { decided };
		},
		refresh: () => refreshText(context, part),
		/** All that is stored of the text. */
		bytes: async () => {
			const { snapshot, updates } = await loadText(db, part);
			return [snapshot, ...updates.map(({ bytes }) => bytes)].map((bytes) =>
				Buffer.from(bytes ?? []).toString('base64')
			);
		},
		erase: async (actor: Actor) => {
			await sql`delete from membership where person_id = ${actor.id}`;
			await sql`delete from person where id = ${actor.id}`;
		}
	};
}
