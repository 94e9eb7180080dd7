import { voiceName } from '#lib/ui/voice.ts';
import { m } from '#lib/paraglide/messages.js';
import { openedCase } from '#server/cases.ts';
import type { Context } from '#server/context.ts';
import type { OpenedDocument } from '#server/documents.ts';
import type { PolicyListed } from '#server/review-beside.ts';
import type { Actor } from '#domain/facts.ts';

/** What people call the parts of a document that they may read, by id. */
export async function partsNamed(
	context: Context,
	actor: Actor,
	{ id, kind, parts }: OpenedDocument,
	policies: readonly PolicyListed[]
): Promise<Record<string, string>> {
	const isStory = kind === 'case' && parts.some((part) => part.kind === 'voice');
	const voices = isStory ? (await openedCase(context, actor, id)).voices : [];
	let cycles = 0;
	const nameOf = (part: (typeof parts)[number]): string => {
		switch (part.kind) {
			case 'cycle':
				return m.reviews_part_cycle({ number: (cycles += 1) });
			case 'voice': {
				const voice = voices.find((one) => one.id === part.id);
				return voice ? m.reviews_part_voice({ name: voiceName(voice) }) : m.reviews_part_text();
			}
			case 'lessons':
				return m.reviews_part_lessons();
			case 'guide':
				return m.reviews_part_guide();
			case 'policy':
				return policies.find((policy) => policy.part === part.id)?.title ?? '';
			default:
				return m.reviews_part_text();
		}
	};
	return Object.fromEntries(parts.map((part) => [part.id, nameOf(part)]));
}
