import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Level } from '#domain/levels.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import type { State } from '#domain/states.ts';
import { m } from '#lib/paraglide/messages.js';
import { FUNCTION_WORD } from '#lib/ui/words.ts';

/** What was given to one person, or to everybody (with a function) in a werkplaats. */
export type Given = {
	id: string;
	level: Level;
	function: WerkplaatsFunction | null;
	expiresAt: Date | null;
	personId: string | null;
	personName: string | null;
	werkplaatsId: string | null;
	werkplaatsName: string | null;
	ended: boolean;
	mayChange: boolean;
};

export type Sharing = {
	given: Given[];
	/** What functions bring by themselves. */
	inherited: { function: WerkplaatsFunction; level: Level }[];
	/** What the asker may give. */
	levels: Level[];
	/** People who can be chosen by name. */
	people: { id: string; name: string }[];
};

/** Who can do what now, in a sentence or two. */
export function sharingInWords(
	document: { state: State; sensitivity: Sensitivity; werkplaats: { name: string } },
	given: readonly Given[]
): string {
	const others = given.filter((grant) => !grant.ended && grant.level !== 'owner').length;
	const base = whoByItself(document);
	if (others === 0 || document.sensitivity === 'vault') return base;
	return `${base} ${others === 1 ? m.documents_share_also_one() : m.documents_share_also({ count: others })}`;
}

function whoByItself({
	state,
	sensitivity,
	werkplaats
}: {
	state: State;
	sensitivity: Sensitivity;
	werkplaats: { name: string };
}): string {
	if (sensitivity === 'vault') return m.documents_share_vault();
	if (sensitivity === 'restricted')
		return m.documents_share_restricted({ werkplaats: werkplaats.name });
	if (state === 'published') return m.documents_share_published();
	if (sensitivity === 'open') return m.documents_share_open();
	return m.documents_share_werkplaats({ werkplaats: werkplaats.name });
}

/** Whom a grant is for, by name. */
export function principalName({ personName, werkplaatsName, function: f }: Given): string {
	if (personName !== null) return personName;
	const werkplaats = werkplaatsName ?? '';
	if (!f) return m.documents_share_group_all({ werkplaats });
	return m.documents_share_group_function({ function: FUNCTION_WORD[f](), werkplaats });
}
