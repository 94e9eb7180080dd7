import { Made } from '../schemas.ts';
import {
	CalledPeople,
	NewComment,
	NewThread,
	OpenedThreads,
	PeopleQuery,
	ThreadPatch,
	ThreadsQuery
} from '../thread-schemas.ts';
import type { Operations } from './operation.ts';

/** What is said beside a text. */
export const THREAD_OPERATIONS: Operations = {
	'/parts/{part}/threads': {
		get: {
			summary: 'What is said beside a text that I may read, and how its words are now',
			query: ThreadsQuery,
			answers: { 200: OpenedThreads },
			failures: [401, 404, 422]
		},
		post: {
			summary: 'Begin to talk about words of a text, or about all of it',
			query: ThreadsQuery,
			body: NewThread,
			answers: { 201: Made },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	},
	'/parts/{part}/people': {
		get: {
			summary: 'Whom I can call by name beside a text, or ask to do something',
			query: PeopleQuery,
			answers: { 200: CalledPeople },
			failures: [401, 403, 404, 422]
		}
	},
	'/threads/{id}': {
		patch: {
			summary: 'Say that it is done, or is not; whose action it is, and before which day',
			body: ThreadPatch,
			answers: { 204: null },
			failures: [400, 401, 403, 404, 415, 422]
		}
	},
	'/threads/{id}/comments': {
		post: {
			summary: 'Answer',
			body: NewComment,
			answers: { 201: Made },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	},
	'/comments/{id}': {
		patch: {
			summary: 'Say otherwise what I said',
			body: NewComment,
			answers: { 204: null },
			failures: [400, 401, 403, 404, 415, 422]
		},
		delete: {
			summary: 'Take back what I said',
			answers: { 204: null },
			failures: [401, 403, 404]
		}
	},
	'/comments/{id}/reactions/{sign}': {
		put: {
			summary: 'Put a sign to what somebody said',
			answers: { 204: null },
			failures: [401, 403, 404, 422]
		},
		delete: {
			summary: 'Take my sign away',
			answers: { 204: null },
			failures: [401, 403, 404, 422]
		}
	}
};
