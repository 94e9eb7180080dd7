import {
	BegunMirror,
	Checks,
	Closed,
	NewFriends,
	NewMirror,
	NewPolicy,
	NewRemark,
	NewReply,
	NewRequest,
	NewRound,
	OpenedRound,
	Replanned,
	Reviewing,
	RoundAnswer,
	Words
} from '../review-schemas.ts';
import { Made } from '../schemas.ts';
import type { Operations } from './operation.ts';

const failures = [400, 401, 403, 404, 409, 415, 422];

/** Asking people about a text: rounds, mirrors, policy texts, and requests to change findings. */
export const REVIEW_OPERATIONS: Operations = {
	'/documents/{id}/review': {
		get: {
			summary: 'Rounds, policy texts and requests to change findings beside a document',
			answers: { 200: Reviewing },
			failures: [401, 404]
		}
	},
	'/documents/{id}/review/mirrors': {
		post: {
			summary: 'Plan a mirror halfway a study',
			...{ body: NewMirror, answers: { 201: Made }, failures }
		}
	},
	'/documents/{id}/review/policies': {
		post: {
			summary: 'Put a policy text beside a study, as it is for good; answers its part',
			...{ body: NewPolicy, answers: { 201: Made }, failures }
		}
	},
	'/documents/{id}/review/requests': {
		post: {
			summary: 'Write down that somebody asked to change what a study found',
			...{ body: NewRequest, answers: { 201: Made }, failures }
		}
	},
	'/documents/{id}/review/requests/{request}/answers': {
		post: {
			summary: 'Write down what was answered to that; what was answered before stays',
			...{ body: Words, answers: { 204: null }, failures }
		}
	},
	'/rounds': {
		post: {
			summary: 'Ask people for feedback on a part as it is now',
			...{ body: NewRound, answers: { 201: Made }, failures }
		}
	},
	'/friends': {
		post: {
			summary: 'Ask critical friends to read a policy text',
			...{ body: NewFriends, answers: { 201: Made }, failures }
		}
	},
	'/rounds/{id}': {
		get: {
			summary: 'A round: the text as it was, what is asked, and what I may read of what was said',
			answers: { 200: OpenedRound },
			failures: [401, 404]
		},
		patch: {
			summary: 'Put a mirror that was not begun on another day, or call it off',
			...{ body: Replanned, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/begin': {
		post: {
			summary: 'Begin a mirror that was planned',
			...{ body: BegunMirror, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/answer': {
		put: {
			summary: 'Answer what I was asked, or say it otherwise; until the round is closed',
			...{ body: RoundAnswer, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/reminders': {
		post: {
			summary: 'Remind who did not answer yet',
			...{ answers: { 204: null }, failures: [401, 403, 404, 409] }
		}
	},
	'/rounds/{id}/close': {
		post: {
			summary: 'Close a round; the text gets a version with a name',
			...{ body: Closed, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/changes': {
		put: {
			summary: 'Say what the team changes after a mirror',
			...{ body: Words, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/remarks': {
		post: {
			summary: 'Say something of a policy text, through somebody’s eyes',
			...{ body: NewRemark, answers: { 201: Made }, failures }
		}
	},
	'/rounds/{id}/remarks/{remark}': {
		delete: {
			summary: 'Take back my own remark, before I sign',
			...{ answers: { 204: null }, failures: [401, 403, 404, 409] }
		}
	},
	'/rounds/{id}/checklist': {
		put: {
			summary: 'Say what I found of what the citizen comes for',
			...{ body: Checks, answers: { 204: null }, failures }
		}
	},
	'/rounds/{id}/signature': {
		post: {
			summary: 'Sign my review: nothing of it changes after that',
			...{ answers: { 204: null }, failures: [401, 403, 404, 409] }
		}
	},
	'/rounds/{id}/reply': {
		put: {
			summary: 'Reply for the municipality to a remark, or to the whole',
			...{ body: NewReply, answers: { 204: null }, failures }
		}
	}
};
