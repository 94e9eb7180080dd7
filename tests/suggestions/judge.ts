import type { Node } from '@tiptap/pm/model';
import { align, NOWHERE } from '#domain/content/merge/alignment.ts';
import { differenceOf } from '#domain/content/merge/difference.ts';
import { flatten } from '#domain/content/merge/merge.ts';
import { writtenRuns } from '#domain/content/authorship.ts';
import { clientRuns } from '#domain/content/client-runs.ts';
import { decided } from '#domain/content/suggestions/decided.ts';
import { hunksOf, type Hunk } from '#domain/content/suggestions/hunks.ts';
import { readContent } from '#domain/content/yjs.ts';
import type { Decision, Desk, Outcome } from './desk.ts';
import { crossed } from './crossed.ts';
import { counts, lettersIn, type Suggester } from './people.ts';

export function isSame(one: Node, other: Node): boolean {
	return one.eq(other) || differenceOf(one, other).hunks === 0;
}

export type Known = {
	/** The letters that somebody said no to, per suggester. */
	rejected: Map<number, Set<string>>;
	/** All that ever stood in the text. */
	everInBase: Set<string>;
};

/**
 * What is wrong with what somebody suggests, letter by letter: each of them stands only once. Not judged are those of which
 * nobody can tell which are which: shown as gone and come, they can be taken and left apart. Where Yjs doubled words, `restless`,
 * a difference may take either of two for the one that stayed, and what stands beside them for new: then only what is lost counts.
 */
export function faultsOfLetters(
	desk: Desk,
	suggester: Suggester,
	known: Known,
	restless: boolean
): string[] {
	const { typed, deleted, back } = suggester.letters;
	const isSure = (letter: string) => !isUnsure(desk, suggester, letter);
	const rejected = known.rejected.get(suggester.person) ?? new Set();
	const base = lettersIn(desk.base);
	const now = lettersIn(suggester.pushing.mine);
	const inMine = counts(suggester.pushing.mine);
	const lost = [...base].filter((letter) => !now.has(letter) && !deleted.has(letter));
	const gone = [...typed].filter(
		(letter) =>
			!now.has(letter) &&
			!deleted.has(letter) &&
			!rejected.has(letter) &&
			// Accepted, and then deleted by who edits.
			!(known.everInBase.has(letter) && !base.has(letter))
	);
	const ghosts = [...now].filter(
		(letter) => !base.has(letter) && !typed.has(letter) && !back.has(letter)
	);
	// Yjs itself can double words of the text; that is not about suggestions.
	const twice = [...inMine].flatMap(([letter, count]) =>
		count > 1 && !back.has(letter) ? [letter] : []
	);
	const missing = [
		...told('of the text is lost', lost.filter(isSure)),
		...told('of theirs is lost', gone.filter(isSure))
	];
	if (restless) return missing;
	return [
		...missing,
		...told('is nobody’s', ghosts.filter(isSure)),
		...told('stands twice', twice.filter(isSure))
	];
}

export function isUnsure(desk: Desk, { letters }: Suggester, letter: string): boolean {
	return desk.unsure.has(letter) || letters.unsure.has(letter);
}

function told(what: string, letters: readonly string[]): string[] {
	return letters.length > 0 ? [`${letters.join('')} ${what}`] : [];
}

/** What is wrong with a decision right after it was made. */
export function faultsOfDecision(
	desk: Desk,
	{ verdict, person, keys }: Decision,
	{ hunks, base, suggested, client }: Outcome,
	meant: ReadonlyMap<string, Hunk>
): string[] {
	const faults: string[] = [];
	const [baseNow, suggestedNow] = [desk.base, desk.suggestedBy(person)];
	for (const key of keys ?? []) {
		const seen = meant.get(key);
		const done = hunks.some(({ before, after }) => seen?.before === before && seen.after === after);
		if (!done) faults.push(`decided on something else than "${seen?.after}"`);
	}
	if (verdict === 'accepted') {
		if (!isSame(suggested, suggestedNow)) faults.push('an accept changes what is suggested');
		const wanted = new Set(hunks.map(({ key }) => key));
		const expected = decided(base, suggested, ({ key }) => wanted.has(key));
		if (!isSame(expected, baseNow)) faults.push('the text is not what was accepted');
		faults.push(...faultsOfMarks(base, baseNow, hunks), ...faultsOfAuthor(desk, base, client));
	} else if (!base.eq(baseNow)) faults.push('a reject changes the text');
	return faults;
}

/** Formatting of what nobody decided on stays. */
function faultsOfMarks(before: Node, after: Node, hunks: readonly Hunk[]): string[] {
	// What becomes code loses its formatting, and what was code may get some.
	if (
		hunks.some(
			({ does, kinds }) => does === 'blocks' || kinds.before.length + kinds.after.length > 0
		)
	)
		return [];
	const decidedOn = new Set(hunks.flatMap((hunk) => [...hunk.before, ...hunk.after]));
	const [old, now] = [marksIn(before), marksIn(after)];
	const changed = [...old].filter(
		([letter, marks]) => !decidedOn.has(letter) && now.has(letter) && now.get(letter) !== marks
	);
	return told(
		'has other formatting by an accept',
		changed.map(([letter]) => letter)
	);
}

function marksIn(doc: Node): Map<string, string> {
	const marks = new Map<string, string>();
	doc.descendants((node) => {
		const names = node.marks
			.map((mark) => JSON.stringify(mark.toJSON()))
			.sort()
			.join();
		for (const letter of node.text ?? '') marks.set(letter, names);
	});
	return marks;
}

/** What came into the text by an accept is written under its own id. */
function faultsOfAuthor(desk: Desk, before: Node, client: number | null): string[] {
	const [old, now] = [lettersIn(before), lettersIn(desk.base)];
	const content = readContent(desk.doc);
	const clients = clientRuns(desk.doc, content).map(({ client: id, length }) => {
		return { person: String(id), length };
	});
	const theirs = writtenRuns(content, clients).filter(({ person }) => person === String(client));
	const written = new Set(theirs.flatMap(({ text }) => [...text]));
	const wrong = [...now].filter((letter) => !old.has(letter) && !written.has(letter));
	return told('has another author than who suggested it', wrong);
}

/** What stays in its place is not said to have gone and come again; where letters stand twice, either may be meant. */
function faultsOfDifference(one: Node, other: Node): string[] {
	const [old, now] = [counts(one), counts(other)];
	if ([...old.values(), ...now.values()].some((count) => count > 1)) return [];
	const moved = new Set(crossed(one, other));
	const stays = [...old.keys()].filter((letter) => now.has(letter) && !moved.has(letter));
	const [from, to] = [flatten(one.children), flatten(other.children)];
	const kept = new Set<string>();
	for (const [index, place] of align(from, to).entries())
		if (place !== NOWHERE) kept.add(from[index]!.key);
	return told(
		'counts as gone and come again',
		stays.filter((letter) => !kept.has(letter))
	);
}

/** What is wrong with taking or leaving parts of what somebody suggests. */
export function faultsOfParts(base: Node, suggested: Node, pick: number): string[] {
	const faults = faultsOfDifference(base, suggested);
	const hunks = hunksOf(base, suggested);
	if (!decided(base, suggested, () => false).eq(base)) faults.push('none is not the text');
	if (
		!isSame(
			decided(base, suggested, () => true),
			suggested
		)
	)
		faults.push('all is not theirs');
	const one = hunks[pick % Math.max(1, hunks.length)];
	if (one) {
		try {
			decided(base, suggested, ({ key }) => key === one.key).check();
			decided(base, suggested, ({ key }) => key !== one.key).check();
		} catch (error) {
			faults.push(`one alone is not valid: ${String(error)}`);
		}
	}
	return faults;
}
