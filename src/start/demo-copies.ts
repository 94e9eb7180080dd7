import { datePast } from '#db/queries/planting.ts';
import {
	DEMO_VARIANTS,
	DEMO_VERSIONS,
	type DemoVariant,
	type DemoVersion
} from '#db/seeds/demo/copies.ts';
import type { Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import { READER_ITEMS } from '#domain/case-versions.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import { makeVersion } from '#server/case-versions.ts';
import type { Context } from '#server/context.ts';
import { changeDocument } from '#server/document-changes.ts';
import { openDocument } from '#server/documents.ts';
import { openVersion } from '#server/opened-version.ts';
import { readTexts } from '#server/parts.ts';
import { takeOver } from '#server/variants.ts';
import { answerVersion, readAlong } from '#server/version-checks.ts';
import { writeAs } from '#server/writing.ts';

type Known = {
	actorOf: (name: DemoName) => Actor;
	/** Knows documents by title. */
	idOf: (title: string) => string;
	momentOf: (ago: Ago, now: Date) => Date;
};

/** What people copied and made fit for where it goes, once all that it is made of is there. */
export async function plantCopies(context: Context, known: Known): Promise<void> {
	for (const planted of DEMO_VARIANTS) {
		await datedPast(context, known, planted, await plantVariant(context, known, planted));
	}
	for (const planted of DEMO_VERSIONS) {
		await datedPast(context, known, planted, await plantVersion(context, known, planted));
	}
}

async function plantVariant(
	context: Context,
	{ actorOf, idOf }: Known,
	{ of, by, rewritten, ...given }: DemoVariant
): Promise<string> {
	const id = await takeOver(context, actorOf(by), idOf(of), given);
	await rewrite(context, actorOf(by), id, rewritten);
	return id;
}

/** Everybody whose words are in it agrees, a second person reads it, and it becomes final for the werkplaats. */
async function plantVersion(
	context: Context,
	{ actorOf, idOf }: Known,
	{ of, by, purpose, rewritten, agreed, reader }: DemoVersion
): Promise<string> {
	const maker = actorOf(by);
	const id = await makeVersion(context, maker, idOf(of), purpose);
	await rewrite(context, maker, id, rewritten);
	await changeDocument(context, maker, id, { state: 'in_review' });
	for (const name of agreed) {
		const somebody = actorOf(name);
		const version = await openVersion(context, somebody, id);
		for (const { id: voice, own } of version?.checks?.voices ?? []) {
			const on = version?.on ?? '';
			if (own) await answerVersion(context, somebody, id, { voice, says: 'yes', on });
		}
	}
	const read = await openVersion(context, actorOf(reader), id);
	await readAlong(context, actorOf(reader), id, { items: [...READER_ITEMS], on: read?.on ?? '' });
	await changeDocument(context, maker, id, { state: 'final' });
	await changeDocument(context, maker, id, { sensitivity: 'werkplaats' });
	return id;
}

async function rewrite(
	context: Context,
	by: Actor,
	id: string,
	rewritten: DemoVariant['rewritten']
): Promise<void> {
	const { parts } = await openDocument(context, by, id);
	const [part] = parts;
	const before = part && (await readTexts(context, [part])).get(part.id);
	if (!before) throw new Error('a copy has no text');
	const found = new Set<string>();
	const text = within(before, (words) => {
		let after = words;
		for (const [was, becomes] of rewritten) {
			if (!after.includes(was)) continue;
			found.add(was);
			after = after.replace(was, becomes);
		}
		return after;
	});
	for (const [was] of rewritten) {
		if (!found.has(was)) throw new Error(`The demo rewrites what is not there: ${was}`);
	}
	await writeAs(context, by, part.id, text);
}

function within(node: Content, rewritten: (words: string) => string): Content {
	return {
		...node,
		...(node.text !== undefined && { text: rewritten(node.text) }),
		...(node.content && { content: node.content.map((child) => within(child, rewritten)) })
	};
}

async function datedPast(
	context: Context,
	{ actorOf, momentOf }: Known,
	{ begun, changed }: DemoVariant | DemoVersion,
	id: string
): Promise<void> {
	await datePast(context.db, id, {
		begun: momentOf(begun, context.now()),
		changed: momentOf(changed, context.now()),
		by: actorOf(changed.by).id,
		binned: false
	});
}
