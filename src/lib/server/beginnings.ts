import { Invalid } from '#domain/errors.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { FIRST_PARTS, findShipped, type FirstPart } from '#domain/templates/templates.ts';
import type { Context } from './context.ts';
import { findOwnTemplate } from './templates.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The parts and the readers with which a document of this kind begins, from a template if one is named. */
export async function beginningOf(
	context: Context,
	werkplaatsId: string,
	kind: Kind,
	template: string | undefined
): Promise<{ parts: readonly FirstPart[]; sensitivity: Sensitivity }> {
	const parts = FIRST_PARTS[kind];
	if (!template) return { parts, sensitivity: 'werkplaats' };
	const shipped = findShipped(kind, template);
	if (shipped) {
		const { content, sensitivity } = shipped;
		return { parts: [{ kind: 'text', perspective: null, content }], sensitivity };
	}
	const own = UUID.test(template)
		? await findOwnTemplate(context, { id: template, werkplaatsId, kind })
		: undefined;
	if (!own) throw new Invalid({ template: 'unknown' });
	// It was made of the shared text: the other parts of the kind begin as they do.
	const withOwn = parts.map((part, nth) => (nth === 0 ? { ...part, content: own } : part));
	return { parts: withOwn, sensitivity: 'werkplaats' };
}
