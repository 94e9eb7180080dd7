import type { Entry } from './entry.ts';

const api = '/api/v1/runs';

/** The entry points of a workshop. */
export const WORKSHOPS: Record<string, Entry> = {
	'api/v1/runs/[id]/live/+server.ts GET': {
		guard: 'who is in the workshop',
		call: ({ workshop }) => ({ path: `${api}/${workshop}/live`, stream: true })
	},
	'api/v1/runs/[id]/board/+server.ts GET': {
		guard: 'who leads the workshop',
		call: ({ workshop }) => ({ path: `${api}/${workshop}/board` })
	}
};
