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
	},
	'(app)/document/[id]/workshop/+page.server.ts load': {
		guard: 'who gives the assignment',
		call: ({ held }) => ({ path: `/document/${held}/workshop` })
	},
	'(app)/document/[id]/workshop/+page.server.ts ?/default': {
		guard: 'who gives the assignment',
		call: ({ held }) => ({
			path: `/document/${held}/workshop`,
			form: { title: 'A workshop', formation: 'random', groupSize: '4', groups: '0' }
		}),
		// It has no rounds.
		answers: 409
	},
	'(app)/run/[id]/board/+page.server.ts load': {
		guard: 'who leads the workshop',
		call: ({ workshop }) => ({ path: `/run/${workshop}/board` })
	},
	...lead('group', { name: 'A group' }),
	...lead('random', {}),
	'(app)/run/[id]/board/+page.server.ts ?/place': {
		guard: 'who leads the workshop',
		call: ({ workshop, participant }) => ({
			path: `/run/${workshop}/board?/place`,
			form: { person: participant, group: '' }
		})
	},
	...lead('begin', { nth: '1' }),
	...lead('extend', { minutes: '2' }),
	...lead('close', {}),
	...lead('reopen', {}),
	'(app)/run/[id]/harvest/+page.server.ts load': {
		guard: 'who leads the workshop',
		call: ({ workshop }) => ({ path: `/run/${workshop}/harvest` })
	},
	'(app)/run/[id]/harvest/+page.server.ts ?/default': {
		guard: 'who leads the workshop',
		call: ({ workshop }) => ({ path: `/run/${workshop}/harvest`, form: {} }),
		// Nobody wrote in it.
		answers: 409
	},
	'(door)/workshop/floor/[id]/materials/+page.server.ts load': {
		guard: 'who is in the workshop',
		call: ({ workshop }) => ({ path: `/workshop/floor/${workshop}/materials` })
	},
	'(door)/workshop/+page.server.ts ?/default': {
		guard: 'anyone',
		call: () => ({ path: '/workshop', form: { code: 'not a code' } }),
		answers: 422
	},
	// A code is what lets people in: who has none finds nothing here.
	'(door)/workshop/[code]/+page.server.ts load': {
		guard: 'anyone',
		call: () => ({ path: '/workshop/none' }),
		answers: 404
	},
	'(door)/workshop/[code]/+page.server.ts ?/account': {
		guard: 'who is signed in',
		call: () => ({ path: '/workshop/none?/account', form: {} }),
		answers: 404
	},
	'(door)/workshop/[code]/+page.server.ts ?/visitor': {
		guard: 'anyone',
		call: () => ({ path: '/workshop/none?/visitor', form: { name: 'Fatma' } }),
		answers: 404
	},
	'(door)/workshop/floor/[id]/+page.server.ts load': {
		guard: 'who takes part in the workshop',
		call: ({ workshop }) => ({ path: `/workshop/floor/${workshop}` })
	},
	'(door)/workshop/floor/[id]/+page.server.ts ?/choose': {
		guard: 'who takes part in the workshop, and who leads it knows',
		call: ({ workshop, person }) => ({
			path: `/workshop/floor/${workshop}?/choose`,
			form: { group: person }
		}),
		// Who leads it divides people.
		answers: 409
	},
	'(door)/workshop/floor/[id]/+page.server.ts ?/role': {
		guard: 'who takes part in the workshop, and who leads it knows',
		call: ({ workshop }) => ({
			path: `/workshop/floor/${workshop}?/role`,
			form: { role: 'scribe' }
		}),
		// They are in no group.
		answers: 409
	},
	...lead('end', {}),
	'(door)/workshop/floor/[id]/+page.server.ts ?/forget': {
		guard: 'who takes part in the workshop',
		call: ({ workshop }) => ({ path: `/workshop/floor/${workshop}?/forget`, form: {} })
	}
};

/** What who leads a workshop does on its board. */
function lead(action: string, form: Record<string, string>): Record<string, Entry> {
	return {
		[`(app)/run/[id]/board/+page.server.ts ?/${action}`]: {
			guard: 'who leads the workshop',
			call: ({ workshop }) => ({ path: `/run/${workshop}/board?/${action}`, form })
		}
	};
}
