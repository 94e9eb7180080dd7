import { m } from '#lib/paraglide/messages.js';

/** What was just done, for who does not see that the page changed. */
const SAID = {
	people: m.runs_saved_people,
	form: m.runs_saved_formed,
	allocate: m.runs_saved_allocated,
	hand_in: m.runs_handed_in_now,
	confirm: m.runs_contribution_saved,
	return: m.runs_returned_now,
	finish: m.runs_finished_now,
	reopen: m.runs_reopened_now
};

export type Done = keyof typeof SAID;

export function saidOf(form: object | null): string {
	return form && 'done' in form ? (SAID[form.done as Done]?.() ?? '') : '';
}
