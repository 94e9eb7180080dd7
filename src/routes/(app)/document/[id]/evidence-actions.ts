import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import type { OpenedDocument } from '#server/documents.ts';
import { acceptPassage, describeEvidence, removeEvidence } from '#server/evidence.ts';
import { coupleEvidence, placeEvidence } from '#server/findings.ts';
import { openEvidence } from '#server/study-evidence.ts';
import { passagesUsed, studiesToFill } from '#server/passages-used.ts';
import { answer } from '../../../door.ts';
import { id as identityField, passage } from '../../../fields.ts';
import { identity } from '../../../identity.ts';

type Asked = RequestEvent<{ id: string }>;

/** The evidence of a study; of a case, which passages of the open text studies lean on, and which studies may. */
export async function evidenceOf(
	context: Context,
	actor: Actor,
	{ id, kind }: Pick<OpenedDocument, 'id' | 'kind'>,
	part: string | undefined
) {
	const isQuotable = kind === 'case' && part !== undefined;
	return {
		evidence: kind === 'study' ? await openEvidence(context, actor, id) : null,
		passages: isQuotable ? await passagesUsed(context, actor, part) : [],
		studies: isQuotable ? await studiesToFill(context, actor, id) : []
	};
}

const Known = z.object({ evidence: identityField });
const Described = Known.extend({ shows: z.string().max(1000, { error: 'too_long' }).default('') });
const Seen = Known.extend({
	// A form sends every line end as two characters.
	seen: z
		.string()
		.max(50_000)
		.transform((text) => text.replaceAll('\r\n', '\n'))
});
const Placed = Known.extend({
	finding: z.union([z.literal('').transform(() => null), identityField])
});
const Coupled = z.object({
	evidence: z
		.union([identityField, z.array(identityField)], { error: 'required' })
		.transform((ids) => [ids].flat()),
	part: identityField,
	passage: z
		.string()
		.max(1_000_000)
		.transform((json, issues) => {
			try {
				return JSON.parse(json) as unknown;
			} catch {
				issues.addIssue({ code: 'custom', message: 'invalid' });
				return z.NEVER;
			}
		})
		.pipe(passage)
});

// The forms around the evidence of a study, each one use case.

export async function describe(event: Asked) {
	return answer(event, Described, (context, actor, input) =>
		describeEvidence(context, actor, identity(event.params.id), input)
	);
}

export async function accept(event: Asked) {
	return answer(event, Seen, (context, actor, input) =>
		acceptPassage(context, actor, identity(event.params.id), input)
	);
}

export async function place(event: Asked) {
	return answer(event, Placed, (context, actor, input) =>
		placeEvidence(context, actor, identity(event.params.id), input)
	);
}

export async function couple(event: Asked) {
	return answer(event, Coupled, async (context, actor, { passage: words, ...input }) => {
		await coupleEvidence(context, actor, identity(event.params.id), { ...input, ...words });
	});
}

export async function remove(event: Asked) {
	return answer(event, Known, (context, actor, { evidence }) =>
		removeEvidence(context, actor, identity(event.params.id), evidence)
	);
}
