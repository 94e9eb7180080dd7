import type { OpenedRun } from '#server/runs.ts';

/** Of a run what every page of it shows; who is in it and what they wrote travel apart. */
export function runTold(run: OpenedRun) {
	const { id, title, assignment, werkplaats, design, formation, groupSize } = run;
	const { dueAt, closesAt, reviews, isAnonymous, openedAt, endedAt } = run;
	return {
		...{ id, title, assignment, werkplaats, design, formation, groupSize },
		...{ dueAt, closesAt, reviews, isAnonymous, openedAt, endedAt }
	};
}
