import { CORNERS, type Corner, type Corners } from './corners.ts';
import { ROUND_OF_CORNERS, type CornerFlow } from './flows.ts';

/** What a triangle lacks: work in corners, or, with work in all of them, the first step of the way round. */
export type Gap =
	{ type: 'corners'; missing: Corner[] } | { type: 'flow'; from: Corner; to: Corner };

/** Null when there is work in every corner and knowledge goes all the way round. */
export function gapIn(corners: Corners, flows: readonly CornerFlow[]): Gap | null {
	const missing = CORNERS.filter((corner) => corners[corner] === 0);
	if (missing.length > 0) return { type: 'corners', missing };
	const stuck = ROUND_OF_CORNERS.find(
		({ from, to }) => !flows.some((flow) => flow.from === from && flow.to === to)
	);
	return stuck ? { type: 'flow', ...stuck } : null;
}
