/**
 * Somebody who pays for a study, or is in it, may ask to change what was found. That is no secret and no order: it
 * is written down with what was answered, and stays.
 */
export const CONCERNS = ['i_asked', 'asked_me', 'asked_others'] as const;
/** How the request concerns who logs it. */
export type Concern = (typeof CONCERNS)[number];

export const NAME_MAX = 120;
export const REQUEST_MAX = 4000;

/** Who comments on a study logs what concerns them; what was asked of others, only who manages it. */
export function mayLog(
	concern: Concern,
	{ comments, manages }: { comments: boolean; manages: boolean }
): boolean {
	return concern === 'asked_others' ? manages : comments;
}

export type RequestWords = { who: string; organisation: string; what: string; askedOn: string };

/** What can't be logged, per field. */
export function requestFaults(
	{ who, organisation, what, askedOn }: RequestWords,
	today: string
): Record<string, string> {
	const faults: Record<string, string> = {};
	const lines = { who, organisation };
	for (const [field, line] of Object.entries(lines)) {
		if (line === '') faults[field] = 'required';
		else if (line.length > NAME_MAX) faults[field] = 'too_long';
	}
	if (what.trim() === '') faults.what = 'required';
	else if (what.length > REQUEST_MAX) faults.what = 'too_long';
	// What was not asked yet is no request.
	if (askedOn > today) faults.askedOn = 'day_to_come';
	return faults;
}
