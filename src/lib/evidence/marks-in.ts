import { m } from '#lib/paraglide/messages.js';
import type { StudyEvidence, UsedPassage } from './evidence.ts';
import type { PassageMark } from './drawn-mark.ts';

/** The words to underline in a text: findings on which evidence hangs, or passages that studies lean on. */
export function marksIn(
	part: string,
	{ evidence, passages }: { evidence: StudyEvidence | null; passages: readonly UsedPassage[] },
	target: string | null
): PassageMark[] {
	const findings = (evidence?.findings ?? []).flatMap(({ id, opened }): PassageMark[] => {
		if (opened?.part !== part) return [];
		const count = evidence?.evidence.filter(({ finding }) => finding === id).length ?? 0;
		const label = m.evidence_count({ count });
		return [{ id, passage: opened.passage, count, label, target: id === target }];
	});
	const used = passages.map(({ id, passage, study }) => {
		const label = m.evidence_used_in({ title: study.title });
		const words = { ...passage, before: '', after: '' };
		return { id, passage: words, count: 1, label, target: id === target };
	});
	return [...findings, ...used];
}
