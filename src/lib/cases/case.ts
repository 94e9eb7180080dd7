import type { CaseHead } from '#domain/case-head.ts';
import type { Closing } from '#domain/closing.ts';
import type { Perspective } from '#domain/kinds.ts';
import { atLeast, type Level } from '#domain/levels.ts';
import type { Moment } from '#domain/moments.ts';
import type { Telling } from '#domain/voices.ts';
import { m } from '#lib/paraglide/messages.js';

/** A voice as the page shows it; of one that may not be heard yet the ability is `none`. */
export type Voice = {
	id: string;
	perspective: Perspective;
	label: string;
	telling: Telling;
	teller: string;
	words: number;
	holders: { id: string; name: string }[];
	ability: Level;
	mayChooseHolders: boolean;
};

/** A case beside its texts. */
export type Case = {
	head: CaseHead;
	blind: boolean;
	moments: Moment[];
	voices: Voice[];
	closings: Closing[];
	silent: Perspective[];
	speaksFor: Perspective[];
};

/** What a voice says of each moment, as HTML, under the moment's id; under `before` what comes first. */
export type ToldVoice = { voice: Voice; told: Record<string, string> };

/** Whose words it is in. */
export function tellingWords({ telling, teller }: Pick<Voice, 'telling' | 'teller'>): string {
	if (telling === 'noted') return m.cases_telling_noted({ teller });
	if (telling === 'behalf') return m.cases_telling_behalf({ teller });
	return m.cases_telling_own();
}

export function holds(voice: Voice): boolean {
	return atLeast(voice.ability, 'edit');
}

/** Names one after the other, as they are said. */
export function namesOf(people: readonly { name: string }[]): string {
	const list = new Intl.ListFormat(m.ui_locale(), { type: 'conjunction' });
	return list.format(people.map(({ name }) => name));
}
