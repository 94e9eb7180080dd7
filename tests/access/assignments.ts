import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

/** Nobody reads an assignment of the werkplaats but who may change it too: the guest may have none. */
const GUARD = 'who works on the assignment';

const about = (call: (id: string) => ReturnType<Entry['call']>): Entry => ({
	guard: GUARD,
	about: ['assignment'],
	call: ({ assignment }: Subject) => call(assignment)
});

const onDesign = (action: string, form: Record<string, string>): [string, Entry] => [
	`(app)/document/[id]/design/+page.server.ts ?/${action}`,
	about((id) => ({ path: `/document/${id}/design?/${action}`, form }))
];

const ROUND = { title: 'Ask', minutes: '10', turn: 'everybody', outcome: 'Answers' };
const CRITERION = { title: 'Listens', level1: 'not yet', level2: 'always' };
/** Where they stand, as `addAssignment` put them there. */
const FIRST = { at: '0', named: 'First' };

const API = '/api/v1/documents';

/** The entry points of what an assignment has besides its text. */
export const ASSIGNMENTS: Record<string, Entry> = {
	'api/v1/documents/[id]/design/+server.ts GET': about((id) => ({ path: `${API}/${id}/design` })),
	'api/v1/documents/[id]/design/+server.ts PUT': about((id) => ({
		method: 'PUT',
		path: `${API}/${id}/design`,
		json: { steps: [], rubric: [], questions: ['What struck you?'] }
	})),
	'(app)/document/[id]/+page.server.ts ?/begin_guide': about((id) => ({
		path: `/document/${id}?/begin_guide`,
		form: { now: 'yes' }
	})),
	'(app)/document/[id]/design/+page.server.ts load': about((id) => ({
		path: `/document/${id}/design`
	})),
	...Object.fromEntries([
		onDesign('format', { format: 'incident', replace: 'yes' }),
		onDesign('addRound', ROUND),
		onDesign('changeRound', { ...FIRST, ...ROUND }),
		onDesign('moveRound', { ...FIRST, by: '1' }),
		onDesign('removeRound', FIRST),
		onDesign('addCriterion', CRITERION),
		onDesign('changeCriterion', { ...FIRST, ...CRITERION }),
		onDesign('moveCriterion', { ...FIRST, by: '1' }),
		onDesign('removeCriterion', FIRST),
		onDesign('questions', { questions: 'What struck you?' })
	])
};
