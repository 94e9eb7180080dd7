import { momentOf, type Ago } from '#db/seeds/demo/document.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import { DEMO_SUGGESTIONS, type DemoSuggestion } from '#db/seeds/demo/suggestions.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { decideSuggestions } from '#server/suggestion-decisions.ts';
import { openMine, pushSuggestion } from '#server/suggestions.ts';

/** Lets people of the demo suggest in each other's texts, and decide on it, each at their own time. */
export async function plantSuggestions(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	idOf: (title: string) => string
): Promise<void> {
	const then = (at: Ago): Context => ({ ...context, now: () => momentOf(at, context.now()) });
	for (const planted of DEMO_SUGGESTIONS) {
		const actor = actorOf(planted.by);
		const { parts } = await openDocument(context, actor, idOf(planted.document));
		const part = parts.find(({ kind }) => kind === 'text')?.id;
		if (!part)
			throw new Error(`The demo suggests in a text that is not there: ${planted.document}`);
		await suggest(then(planted.at), actor, part, planted);
		const { decided } = planted;
		if (!decided) continue;
		const { verdict, by, at } = decided;
		await decideSuggestions(then(at), actorOf(by), part, { verdict, person: actor.id });
	}
}

async function suggest(context: Context, actor: Actor, part: string, planted: DemoSuggestion) {
	const { version, suggested } = await openMine(context, actor, part);
	const blocks = suggested.content ?? [];
	const from = blocks.findIndex((block) => textOf(block).includes(planted.words));
	const block = blocks[from];
	if (!block) throw new Error(`The demo suggests what can't be found: ${planted.words}`);
	await pushSuggestion(context, actor, part, {
		...{ push: crypto.randomUUID(), version, from, to: from + 1 },
		blocks: [replaced(block, planted)]
	});
}

function textOf(node: Content): string {
	return node.text ?? (node.content ?? []).map(textOf).join('');
}

function replaced(node: Content, planted: Pick<DemoSuggestion, 'words' | 'become'>): Content {
	return {
		...node,
		...(node.text && { text: node.text.replace(planted.words, planted.become) }),
		...(node.content && { content: node.content.map((child) => replaced(child, planted)) })
	};
}
