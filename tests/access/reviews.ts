import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const VIEWS = 'who may view the document';
const COMMENTS = 'who may comment on the document';
const EDITS = 'who may edit the document';
const ASKED = 'who was asked';
const REPLIES = 'who speaks for the municipality';
const PAGE = '(app)/document/[id]/review/+page.server.ts';
const ROUND = '(app)/document/[id]/review/[round]/+page.server.ts';
const api = '/api/v1';

type Form = (subject: Subject) => Record<string, string>;
type Json = (subject: Subject) => unknown;
type OfRound = 'round' | 'mirror' | 'friends';

/** Long after anybody tries this. */
const DAY = '2099-12-31';
/** One person: with each subject comes another teacher, and a round asks no more than a hall of them. */
const to = ({ person }: Subject) => ({ people: person, dueOn: DAY });
const toPeople = ({ person }: Subject) => ({ people: [person], dueOn: DAY });
const nothing = () => ({ now: 'yes' });
const request = { who: 'W. Bos', organisation: 'Oosterveen', what: 'Less', askedOn: '2026-01-01' };
const policyText = { title: 'A plan', source: 'Oosterveen', text: 'Words' };

const onPage = (action: string, guard: Entry['guard'], form: Form, answers?: number) => ({
	[`${PAGE} ?/${action}`]: {
		...{ guard, answers },
		call: (subject: Subject) => ({
			path: `/document/${subject.document}/review?/${action}`,
			form: form(subject)
		})
	}
});

const onRound = (
	action: string,
	of: OfRound,
	guard: Entry['guard'],
	form: Form,
	answers?: number
) => ({
	[`${ROUND} ?/${action}`]: {
		...{ guard, answers },
		call: (subject: Subject) => ({
			path: `/document/${subject.document}/review/${subject[of]}?/${action}`,
			form: form(subject)
		})
	}
});

const toDocument = (road: string, guard: Entry['guard'], json: unknown) => ({
	[`api/v1/documents/[id]/review/${road}/+server.ts POST`]: {
		guard,
		call: ({ document }: Subject) => ({
			...{ method: 'POST', path: `${api}/documents/${document}/review/${road}`, json }
		})
	}
});

const toRound = (
	method: string,
	road: string,
	of: OfRound,
	guard: Entry['guard'],
	json: Json = () => undefined
) => ({
	[`api/v1/rounds/[id]/${road}/+server.ts ${method}`]: {
		guard,
		call: (subject: Subject) => ({
			...{ method, path: `${api}/rounds/${subject[of]}/${road}`, json: json(subject) }
		})
	}
});

const begun = (road: string, guard: Entry['guard'], json: Json) => ({
	[`api/v1/${road}/+server.ts POST`]: {
		guard,
		call: (subject: Subject) => ({
			...{ method: 'POST', path: `${api}/${road}`, json: json(subject) }
		})
	}
});

/** The entry points of what people ask each other about a text. */
export const REVIEWS: Record<string, Entry> = {
	[`${PAGE} load`]: {
		guard: VIEWS,
		call: ({ document }) => ({ path: `/document/${document}/review` })
	},
	...onPage('begin', EDITS, (of) => ({ part: of.part, 'question.0': 'Why?', ...to(of) })),
	...onPage('friends', EDITS, (of) => ({ part: of.policy, ...to(of) })),
	// There is one already.
	...onPage('plan', EDITS, () => ({ plannedFor: DAY }), 409),
	...onPage('replan', EDITS, ({ mirror }) => ({ round: mirror, plannedFor: DAY })),
	...onPage('call_off', EDITS, ({ mirror }) => ({ round: mirror })),
	...onPage('keep_policy', EDITS, () => policyText),
	...onPage('log_request', COMMENTS, () => ({ ...request, concern: 'asked_me' })),
	...onPage('answer_request', EDITS, (of) => ({ request: of.request, words: 'No' })),
	[`${ROUND} load`]: {
		guard: VIEWS,
		call: ({ document, round }) => ({ path: `/document/${document}/review/${round}` })
	},
	...onRound('answer', 'round', ASKED, () => ({ count: '1', 'answer.0': 'Yes' })),
	...onRound('remind', 'round', EDITS, nothing),
	...onRound('close', 'round', EDITS, () => ({ name: 'After feedback' })),
	...onRound('begin', 'mirror', EDITS, (of) => ({ 'question.0': 'Why?', ...to(of) })),
	// It was not begun.
	...onRound('changes', 'mirror', EDITS, () => ({ words: 'More' }), 409),
	...onRound('remark', 'friends', ASKED, () => ({ perspective: 'citizen', body: 'Long' })),
	...onRound('remove_remark', 'friends', ASKED, ({ remark }) => ({ remark })),
	...onRound('check', 'friends', ASKED, () => ({ burden: 'no' })),
	...onRound('sign', 'friends', ASKED, nothing),
	...onRound('reply', 'friends', REPLIES, () => ({ remark: '', words: 'Yes' })),
	'api/v1/documents/[id]/review/+server.ts GET': {
		guard: VIEWS,
		call: ({ document }) => ({ path: `${api}/documents/${document}/review` })
	},
	'api/v1/documents/[id]/review/mirrors/+server.ts POST': {
		...{ guard: EDITS, answers: 409 },
		call: ({ document }) => ({
			method: 'POST',
			path: `${api}/documents/${document}/review/mirrors`,
			json: { plannedFor: DAY }
		})
	},
	...toDocument('policies', EDITS, policyText),
	...toDocument('requests', COMMENTS, { ...request, concern: 'asked_me' }),
	'api/v1/documents/[id]/review/requests/[request]/answers/+server.ts POST': {
		guard: EDITS,
		call: ({ document, request: id }) => ({
			method: 'POST',
			path: `${api}/documents/${document}/review/requests/${id}/answers`,
			json: { words: 'No' }
		})
	},
	...begun('rounds', EDITS, (of) => ({ part: of.part, questions: ['Why?'], ...toPeople(of) })),
	...begun('friends', EDITS, (of) => ({ part: of.policy, ...toPeople(of) })),
	'api/v1/rounds/[id]/+server.ts GET': {
		guard: VIEWS,
		call: ({ round }) => ({ path: `${api}/rounds/${round}` })
	},
	'api/v1/rounds/[id]/+server.ts PATCH': {
		guard: EDITS,
		call: ({ mirror }) => ({
			method: 'PATCH',
			path: `${api}/rounds/${mirror}`,
			json: { plannedFor: DAY }
		})
	},
	...toRound('PUT', 'answer', 'round', ASKED, () => ({ answers: ['Yes'] })),
	...toRound('POST', 'reminders', 'round', EDITS),
	...toRound('POST', 'close', 'round', EDITS, () => ({ name: 'After feedback' })),
	...toRound('POST', 'begin', 'mirror', EDITS, (of) => ({ questions: ['Why?'], ...toPeople(of) })),
	'api/v1/rounds/[id]/changes/+server.ts PUT': {
		...{ guard: EDITS, answers: 409 },
		call: ({ mirror }) => ({
			method: 'PUT',
			path: `${api}/rounds/${mirror}/changes`,
			json: { words: 'More' }
		})
	},
	...toRound('POST', 'remarks', 'friends', ASKED, () => ({ perspective: 'citizen', body: 'Long' })),
	'api/v1/rounds/[id]/remarks/[remark]/+server.ts DELETE': {
		guard: ASKED,
		call: ({ friends, remark }) => ({
			method: 'DELETE',
			path: `${api}/rounds/${friends}/remarks/${remark}`
		})
	},
	...toRound('PUT', 'checklist', 'friends', ASKED, () => ({ burden: 'no' })),
	...toRound('POST', 'signature', 'friends', ASKED),
	...toRound('PUT', 'reply', 'friends', REPLIES, () => ({ words: 'Yes' }))
};
