import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const API = '/api/v1/runs';

/** Of a run, in the API. */
const ofRun = (
	guard: Entry['guard'],
	path: (subject: Subject) => string,
	sent: { method?: string; json?: unknown } = {}
): Entry => ({
	guard,
	about: ['run', 'group', 'submission', 'review'],
	call: (subject) => ({ path: `${API}/${subject.run}${path(subject)}`, ...sent })
});

const IN_IT = 'who takes part in the run, or leads it';
const LEADS = 'who leads the run';
const FEEDBACK = { marks: [], answers: [], remarks: 'Well begun', revision: 0, give: false };

/** The entry points of an assignment that is given to a class. */
export const RUNS: Record<string, Entry> = {
	'api/v1/runs/+server.ts GET': { guard: 'who is signed in', call: () => ({ path: API }) },
	'api/v1/runs/[id]/+server.ts GET': ofRun(IN_IT, () => ''),
	'api/v1/runs/[id]/groups/[group]/+server.ts GET': ofRun(IN_IT, ({ group }) => `/groups/${group}`),
	'api/v1/runs/[id]/hand-in/+server.ts POST': ofRun('who takes part in the run', () => '/hand-in', {
		method: 'POST'
	}),
	'api/v1/runs/[id]/submissions/[submission]/+server.ts GET': ofRun(
		IN_IT,
		({ submission }) => `/submissions/${submission}`
	),
	'api/v1/runs/[id]/feedback/[review]/+server.ts GET': ofRun(
		LEADS,
		({ review }) => `/feedback/${review}`
	),
	'api/v1/runs/[id]/feedback/[review]/+server.ts PUT': ofRun(
		LEADS,
		({ review }) => `/feedback/${review}`,
		{ method: 'PUT', json: FEEDBACK }
	)
};
