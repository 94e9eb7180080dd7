import type { Actor } from '#domain/facts.ts';
import { m } from '#lib/paraglide/messages.js';
import { daysInWords, progressInWords, roundName, STANDING_WORD } from '#lib/reviewing/words.ts';
import { dayInWords } from '#lib/ui/when.ts';
import type { Context } from '#server/context.ts';
import { openReviewing, type Reviewing } from '#server/review-beside.ts';
import type { RoundTold } from '#server/rounds-told.ts';

type Line = { href: string; name: string; about: string };

/**
 * What people asked of each other, as it stands around a text: put into words here, so that a page that is opened to
 * write brings along no script for it.
 */
export async function reviewingAround(
	context: Context,
	actor: Actor,
	id: string,
	isStudy: boolean
) {
	const reviewing = await openReviewing(context, actor, id);
	const titles = new Map(reviewing.policies.map(({ part, title }) => [part, title]));
	const href = (round: RoundTold) => `/document/${id}/review/${round.id}`;
	const nameOf = (round: RoundTold) => roundName(round, titles.get(round.part.id) ?? null);
	return {
		title: isStudy ? m.reviews_title() : m.reviews_title_plain(),
		/** What waits for the reader, or is overdue: at the top of the text. */
		waits: reviewing.rounds.flatMap((round): Line[] => {
			const about = waitsFor(round);
			return about ? [{ href: href(round), name: about, about: '' }] : [];
		}),
		lines: [
			...reviewing.rounds.map((round): Line => {
				return { href: href(round), name: nameOf(round), about: factsOf(round) };
			}),
			...requestsIn(reviewing, id)
		]
	};
}

function waitsFor(round: RoundTold): string | null {
	const day = dayInWords(round.plannedFor ?? round.begunAt ?? new Date());
	if (round.standing === 'overdue') return m.reviews_mirror_late_one({ day });
	if (round.standing === 'due') return m.reviews_mirror_today();
	const asked = round.may.answer && !round.mine?.answeredAt;
	return asked && round.by ? m.reviews_asked_by({ name: round.by.name }) : null;
}

function factsOf(round: RoundTold): string {
	const progress = round.begunAt && progressInWords(round);
	return [STANDING_WORD[round.standing](), progress, daysInWords(round)].filter(Boolean).join(', ');
}

function requestsIn({ requests }: Reviewing, id: string): Line[] {
	if (!requests || requests.length === 0) return [];
	const { length: count } = requests;
	const unanswered = requests.some(({ answers }) => answers.length === 0);
	return [
		{
			href: `/document/${id}/review#requests`,
			name: count === 1 ? m.reviews_requests_count_one() : m.reviews_requests_count({ count }),
			about: unanswered ? m.reviews_request_unanswered() : ''
		}
	];
}
