import { AREAS } from './areas.ts';
import { groupOf } from './groups.ts';

/** What a case is about, coarse enough that nobody is found by it. */
export type CaseHead = {
	pseudonym: string;
	period: string;
	region: string;
	/** Leefgebieden: of a case that piles up there are several. */
	areas: string[];
	/** A group of the list of this year; null when not said. */
	group: string | null;
	groupList: number | null;
};

export const CASE_HEAD_MAX = 80;

export const EMPTY_CASE_HEAD: CaseHead = {
	pseudonym: '',
	period: '',
	region: '',
	areas: [],
	group: null,
	groupList: null
};

/** The fields of a head that can't be so, by name. */
export function caseHeadFaults(head: CaseHead): Record<string, string> {
	const faults: Record<string, string> = {};
	for (const field of ['pseudonym', 'period', 'region'] as const) {
		if (head[field].length > CASE_HEAD_MAX) faults[field] = 'too_long';
	}
	// A day of the calendar is not coarse: with it, and a region, a person is found.
	if (/\b\d{1,2}[-/ .](\d{1,2}|[a-z]{3,9})[-/ .]\d{2,4}\b/i.test(head.period)) {
		faults['period'] = 'too_precise';
	}
	// Four digits and two letters: a postal code.
	if (/\b\d{4}\s?[a-z]{2}\b/i.test(head.region)) faults['region'] = 'too_precise';
	if (head.areas.some((area) => !AREAS.some((known) => known === area)))
		faults['areas'] = 'unknown';
	if (head.group !== null && !groupOf(head.groupList, head.group)) faults['group'] = 'unknown';
	return faults;
}
