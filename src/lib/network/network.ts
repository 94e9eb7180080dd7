import type { Corner, Corners } from '#domain/corners.ts';
import type { CornerFlow } from '#domain/flows.ts';
import type { Kind } from '#domain/kinds.ts';
import type { State } from '#domain/states.ts';
import { m } from '#lib/paraglide/messages.js';

/** What stands in the corners, and what flows between them. */
export type Drawn = { corners: Corners; flows: readonly CornerFlow[] };

/** A document among the latest of a theme. */
export type Latest = { id: string; kind: Kind; title: string; state: State };

export const CORNER_WORD: Record<Corner, () => string> = {
	practice: m.documents_corner_practice,
	research: m.documents_corner_research,
	education: m.documents_corner_education
};

/** As the small triangle draws it: which corners are filled, and along which sides something flows. */
export function asTriangle({ corners, flows }: Drawn) {
	const along = (one: Corner, other: Corner) =>
		flows.some(({ from, to }) => [from, to].includes(one) && [from, to].includes(other));
	return {
		practice: corners.practice > 0,
		research: corners.research > 0,
		education: corners.education > 0,
		flows: {
			practiceResearch: along('practice', 'research'),
			researchEducation: along('research', 'education'),
			educationPractice: along('education', 'practice')
		}
	};
}

/** A triangle for who does not see it: "praktijk 4, onderzoek 2, onderwijs 0; van praktijk naar onderzoek 1". */
export function drawnInWords({ corners, flows }: Drawn): string {
	const word = (corner: Corner) => CORNER_WORD[corner]().toLowerCase();
	const counts = m.network_triangle_corners(corners);
	const arrows = flows.map(({ from, to, count }) =>
		m.network_triangle_flow({ from: word(from), to: word(to), count })
	);
	return [counts, arrows.join(', ') || m.network_triangle_no_flow()].join('; ');
}
