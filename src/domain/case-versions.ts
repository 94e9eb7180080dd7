import { atLeast } from './levels.ts';
import type { Sensitivity } from './sensitivity.ts';
import { TEXT_CAP, type State } from './states.ts';

/** What a copy of a case is made for. The case itself stays the working version. */
export const VERSION_PURPOSES = ['teaching', 'public'] as const;
export type VersionPurpose = (typeof VERSION_PURPOSES)[number];

/** What a second person looks for: whether somebody can be found by this text. */
export const READER_ITEMS = ['names', 'places', 'combinations', 'quotes', 'images'] as const;
export type ReaderItem = (typeof READER_ITEMS)[number];

export const EXCUSE_MAX = 500;

/** Every check names the text that it was given on. */
export type ReaderCheck = { person: string; text: string };
export type Answer = { says: 'yes' | 'no'; text: string };
/** Who told it, what they say of how it stands here; or on which text somebody wrote why they can't be asked. */
export type VersionVoice = {
	holders: readonly VersionHolder[];
	excusedOn: string | null;
};
/** `isReachable`: they can sign in, and still hold the voice or were given the version. */
export type VersionHolder = { person: string; answer: Answer | null; isReachable: boolean };
export type VersionChecks = {
	readers: readonly ReaderCheck[];
	voices: readonly VersionVoice[];
};

/** Somebody does not want their story told so. It holds on every text, until they say otherwise themselves. */
export function isRefused({ holders }: VersionVoice): boolean {
	return holders.some(({ answer }) => answer?.says === 'no');
}

/** Whether nobody of a voice can be asked. Who can be is not spoken for by a reason why not. */
export function isOutOfReach({
	holders
}: {
	holders: readonly Pick<VersionHolder, 'isReachable'>[];
}): boolean {
	return holders.every(({ isReachable }) => !isReachable);
}

/** Whether a voice may be told as it stands in this text. */
export function isVoiceAgreed(voice: VersionVoice, text: string): boolean {
	if (isRefused(voice)) return false;
	if (voice.excusedOn === text && isOutOfReach(voice)) return true;
	const { holders } = voice;
	return holders.length > 0 && holders.every(({ answer }) => answer?.text === text);
}

/** What somebody said of one voice in a version of this case that was made before. */
export type EarlierAnswer = Answer & { purpose: VersionPurpose; at: Date };

/**
 * The refusal that goes along into another version for this purpose: the last one, unless they said yes to that
 * purpose since. A yes to fewer readers undoes no refusal of more.
 */
export function standingRefusal<Earlier extends EarlierAnswer>(
	earlier: readonly Earlier[],
	purpose: VersionPurpose
): Earlier | null {
	const latest = earlier
		.filter(({ says }) => says === 'no')
		.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0];
	if (!latest) return null;
	const isUndone = earlier.some(
		(said) => said.says === 'yes' && said.purpose === purpose && said.at > latest.at
	);
	return isUndone ? null : latest;
}

function isReadAlong({ readers }: VersionChecks, text: string): boolean {
	return readers.some((check) => check.text === text);
}

/** Whether every check that a version needs was given on this very text. */
export function isChecked(checks: VersionChecks, text: string): boolean {
	return isReadAlong(checks, text) && checks.voices.every((voice) => isVoiceAgreed(voice, text));
}

/**
 * Why somebody may not read a version along; null when they may. Four eyes: not who made it or wrote in it. And
 * not who tells in it: they know who everybody is.
 */
export function readerFault(
	person: string,
	{ maker, writers, voices }: { maker: string; writers: readonly string[] } & VersionChecks
): string | null {
	if (person === maker) return 'version_reader_made';
	if (writers.includes(person)) return 'version_reader_wrote';
	const tells = voices.some(({ holders }) => holders.some((holder) => holder.person === person));
	return tells ? 'version_reader_tells' : null;
}

/** How far a document is, and how far it reaches. */
export type Standing = { state: State; sensitivity: Sensitivity };

/** More people may read it than those who work on it. */
function isWide(sensitivity: Sensitivity): boolean {
	return sensitivity === 'open' || sensitivity === 'werkplaats';
}

function narrow(sensitivity: Sensitivity): Sensitivity {
	return isWide(sensitivity) ? 'restricted' : sensitivity;
}

/** Whether it counts as done, or is read by more people than those who work on it. */
export function isReleased({ state, sensitivity }: Standing): boolean {
	return state === 'final' || state === 'published' || isWide(sensitivity);
}

/** Whether its text, title and all, stands still. */
export function standsStill(state: State): boolean {
	return !atLeast(TEXT_CAP[state], 'edit');
}

/**
 * Where a version comes to stand when somebody wants a change; a code when it may not. It is released only on a
 * text that is checked and stands still. Taken up again to write in, it is read only by who works on it. Who may
 * read it is widened, and a vault left, only once its text stood still already: what is typed while a text becomes
 * final would else be read by everybody before anybody saw it.
 */
export function nextStanding(
	now: Standing,
	wanted: Partial<Standing>,
	isChecked: boolean
): Standing | string {
	const state = wanted.state ?? now.state;
	const sensitivity = wanted.sensitivity ?? now.sensitivity;
	const isStill = standsStill(now.state) && standsStill(state);
	const leavesVault = now.sensitivity === 'vault' && sensitivity !== 'vault';
	if (leavesVault || (wanted.sensitivity && isWide(wanted.sensitivity))) {
		if (!isStill) return 'version_not_final';
		if (!isChecked) return 'version_unchecked';
	}
	const closes = !isStill || (state === 'archived' && !isChecked);
	const next = { state, sensitivity: closes ? narrow(sensitivity) : sensitivity };
	return isReleased(next) && !isChecked ? 'version_unchecked' : next;
}

/** Where a version stands once somebody refused: nobody reads on what may not be told so. */
export function afterRefusal({ state, sensitivity }: Standing): Standing {
	const isDone = state === 'final' || state === 'published';
	return { state: isDone ? 'in_review' : state, sensitivity: narrow(sensitivity) };
}
