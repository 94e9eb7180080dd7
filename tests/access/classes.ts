import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const LEADS = 'who leads the class';
const TAKES_PART = 'who takes part in the class';
const RUN = '(app)/run/[id]/+page.server.ts';
const GROUP = '(app)/run/[id]/group/[group]/+page.server.ts';
const SUBMISSION = '(app)/submission/[id]/+page.server.ts';

type Form = (subject: Subject) => Record<string, string>;

const onRun = (action: string, guard: Entry['guard'], form: Form, answers?: number) => ({
	[`${RUN} ?/${action}`]: {
		...{ guard, answers },
		call: (subject: Subject) => ({ path: `/run/${subject.class}?/${action}`, form: form(subject) })
	}
});

const onGroup = (action: string, guard: Entry['guard'], form: Form, answers?: number) => ({
	[`${GROUP} ?/${action}`]: {
		...{ guard, answers },
		call: (subject: Subject) => ({
			path: `/run/${subject.class}/group/${subject.classGroup}?/${action}`,
			form: form(subject)
		})
	}
});

const nothing = () => ({ now: 'yes' });

/** The entry points of an assignment that is given to a class. */
export const CLASSES: Record<string, Entry> = {
	'(app)/document/[id]/give/+page.server.ts load': {
		guard: 'who gives the assignment',
		call: ({ assignment }) => ({ path: `/document/${assignment}/give` })
	},
	'(app)/document/[id]/give/+page.server.ts ?/default': {
		guard: 'who gives the assignment',
		call: ({ assignment }) => ({
			path: `/document/${assignment}/give`,
			form: { title: 'A class', together: 'groups', groupSize: '4', formation: 'by_hand' }
		})
	},
	[`${RUN} load`]: {
		guard: 'who is in the class',
		call: (subject) => ({ path: `/run/${subject.class}` })
	},
	...onRun('add_function', LEADS, () => ({ function: 'citizen' })),
	...onRun('add_person', LEADS, ({ email }) => ({ person: email })),
	...onRun('place', LEADS, ({ classMember: person, classGroup: group }) => ({ person, group })),
	...onRun('form', LEADS, nothing),
	...onRun('add_group', LEADS, () => ({ name: 'Another group' })),
	...onRun('rename_group', LEADS, ({ classGroup: group }) => ({ group, name: 'Another name' })),
	// Groups of this class don't look at each other's work, and are not chosen.
	...onRun('allocate', LEADS, nothing, 409),
	...onRun('choose', TAKES_PART, ({ classGroup: group }) => ({ group }), 409),
	...onRun('hand_in', TAKES_PART, nothing),
	[`${GROUP} load`]: {
		guard: 'who is in the class',
		call: (subject) => ({ path: `/run/${subject.class}/group/${subject.classGroup}` })
	},
	...onGroup('hand_in', TAKES_PART, nothing),
	[`${SUBMISSION} load`]: {
		guard: 'who is in the class',
		call: ({ classSubmission: submission }) => ({ path: `/submission/${submission}` })
	},
	[`${SUBMISSION} ?/save`]: {
		guard: LEADS,
		call: ({ classSubmission: submission }) => ({
			path: `/submission/${submission}?/save`,
			form: { review: '', revision: '0', remarks: 'Good' }
		})
	},
	...onRun('confirm', TAKES_PART, ({ classSubmission: submission }) => ({
		submission,
		says: 'I asked'
	})),
	...onGroup('confirm', TAKES_PART, ({ classSubmission: submission }) => ({
		submission,
		says: 'I asked'
	})),
	...onGroup('return', LEADS, nothing),
	...onGroup('finish', LEADS, nothing),
	...onGroup('reopen', LEADS, nothing),
	...onRun('remove_group', LEADS, ({ classGroup: group }) => ({ group })),
	...onRun('end', LEADS, nothing),
	// Last, for the member is tried at all of it; by then it is over.
	...onRun('remove_person', LEADS, ({ classMember: person }) => ({ person }), 409)
};
