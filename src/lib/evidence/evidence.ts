import type { Anchor } from '#domain/anchors/anchor.ts';
import type { EvidenceState } from '#domain/evidence.ts';
import type { PartKind, Perspective } from '#domain/kinds.ts';
import { m } from '#lib/paraglide/messages.js';
import { voiceName } from '#lib/ui/voice.ts';

/** How a quoted passage is now; `now` is what stands there, where that differs from the quote. */
type Fared = { quote: string; state: EvidenceState; now: string | null };

/** A text of a case, as evidence names it. */
type QuotedPart = {
	id: string;
	kind: PartKind;
	perspective: Perspective | null;
	label: string;
};

/** Evidence for who may read the passage; without a quote where its words are of who took them back. */
export type Quoted = Omit<Fared, 'quote'> & {
	quote: string | null;
	quotedAt: Date;
	shows: string;
	linkedBy: { name: string };
	linkedAt: Date;
	part: QuotedPart;
	case: { id: string; title: string };
};

/** Null is what the reader may not open: only that it is there. */
export type Evidence = { id: string; finding: string | null; opened: Quoted | null };
export type Finding = { id: string; opened: (Fared & { part: string; passage: Anchor }) | null };

/** What a study leans on. */
export type StudyEvidence = { evidence: Evidence[]; findings: Finding[] };

/** A study to bring evidence to; `related` hangs together with the case. */
export type StudyToFill = { id: string; title: string; related: boolean };

/** A passage of a case that a study leans on, as it stands there now. */
export type UsedPassage = {
	id: string;
	passage: Omit<Anchor, 'before' | 'after'>;
	study: { id: string; title: string };
};

/** What a form about evidence shows again after it was refused. */
export type Refusal = {
	action: string;
	fields: Record<string, string>;
	conflict?: string;
	values: Record<string, string>;
};

/** The text of a case that a quote is from. */
export function partName({ kind, perspective, label }: QuotedPart): string {
	if (perspective) return voiceName({ perspective, label });
	return kind === 'lessons' ? m.cases_lessons() : m.cases_situation();
}

/** Where a quote is read among the words around it. */
export function addressOf({ id, opened }: { id: string; opened: Quoted }): string {
	return `/document/${opened.case.id}?part=${opened.part.id}&passage=${id}`;
}
