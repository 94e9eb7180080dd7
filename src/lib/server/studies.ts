import { findOneDocumentFacts } from '#db/queries/facts.ts';
import { listSources } from '#db/queries/sources.ts';
import { listStudyClosings } from '#db/queries/study-closings.ts';
import { silentBeside } from '#domain/closing.ts';
import { NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { waitedFor } from '#domain/gates.ts';
import { authorize } from '#domain/policy.ts';
import { missingKinds } from '#domain/sources.ts';
import type { Context } from './context.ts';
import { cyclesOf } from './cycles.ts';
import { gatesOf } from './gates.ts';
import { speaksFor } from './study-closings.ts';

/** What stands around the text of a study, and what each party does differently. Null for other documents. */
export async function openStudy(context: Context, actor: Actor, id: string) {
	const { db } = context;
	const facts = await findOneDocumentFacts(db, id, context.now());
	if (!facts) throw new NotFound();
	authorize(actor, 'view', { type: 'document', document: facts });
	if (facts.kind !== 'study') return null;
	const sources = await listSources(db, id);
	const gates = await gatesOf(db, id);
	const closings = await listStudyClosings(db, id);
	return {
		cycles: await cyclesOf(db, id),
		gates,
		waitsFor: waitedFor(gates),
		sources,
		missing: missingKinds(sources),
		closings,
		silent: silentBeside(closings),
		speaksFor: await speaksFor(db, actor, facts, closings, context.now())
	};
}
