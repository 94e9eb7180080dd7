import { momentOf } from '#db/seeds/demo/document.ts';
import type { DemoStage } from '#db/seeds/demo/history.ts';
import type { DemoName } from '#db/seeds/demo/people.ts';
import type { Content } from '#domain/content/schema.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { keepVersion } from '#server/versions.ts';
import { writeAs } from '#server/writing.ts';

/** Lets people of the demo write a text that is there already anew, one after the other, each at their own time. */
export async function plantHistory(
	context: Context,
	actorOf: (name: DemoName) => Actor,
	id: string,
	{ content, stages }: { content: Content; stages: readonly DemoStage[] }
): Promise<void> {
	const blocks = content.content ?? [];
	const [first] = stages;
	if (!first) return;
	const { parts } = await openDocument(context, actorOf(first.by), id);
	const [part] = parts;
	if (!part) return;
	// What the server wrote when the document was begun is nobody's; each writes their own.
	await writeAs(context, actorOf(first.by), part.id, {
		type: 'doc',
		content: [{ type: 'paragraph' }]
	});
	for (const { by, at, share, name } of stages) {
		const text = { ...content, content: blocks.slice(0, Math.ceil(blocks.length * share)) };
		await writeAs(context, actorOf(by), part.id, text);
		const reason = name ? 'named' : 'paused';
		const kept = {
			reason,
			name,
			by: name && actorOf(by).id,
			at: momentOf(at, context.now())
		} as const;
		await context.db.transaction((tx) => keepVersion(tx, part.id, kept));
	}
}
