import type { RunRow } from '#db/queries/runs.ts';
import type { Step } from '#domain/assignments.ts';

/** The round of a workshop that goes on, or went on last; the first is 1. */
export type Round = {
	nth: number;
	of: number;
	step: Step;
	beganAt: Date;
	/** What the clock counts down to; nothing happens by itself at that moment. */
	endsAt: Date;
	/** From then nobody writes; null while it goes on. */
	closedAt: Date | null;
};

/** Null before the first. */
export function roundOf(run: RunRow): Round | null {
	const step = run.step === null ? undefined : run.design.steps[run.step];
	if (run.step === null || !step || !run.stepBeganAt || !run.stepEndsAt) return null;
	return {
		nth: run.step + 1,
		of: run.design.steps.length,
		step,
		beganAt: run.stepBeganAt,
		endsAt: run.stepEndsAt,
		closedAt: run.stepClosedAt ?? run.endedAt
	};
}
