import {
	Inbox,
	InboxQuery,
	NewWatch,
	ReadWhat,
	WatchedQuery,
	WatchStanding
} from '../told-schemas.ts';
import type { Operations } from './operation.ts';

/** What I am told, and what I want to hear of. */
export const TOLD_OPERATIONS: Operations = {
	'/me/notifications': {
		get: {
			summary: 'What I was told and may read now, the latest first, by document',
			query: InboxQuery,
			answers: { 200: Inbox },
			failures: [401, 422]
		}
	},
	'/me/notifications/read': {
		post: {
			summary: 'Mark some, those of a document, or all as read',
			body: ReadWhat,
			answers: { 204: null },
			failures: [400, 401, 415, 422]
		}
	},
	'/me/notifications/live': {
		get: {
			summary: 'Server-sent events: `unread`, with how many I did not read, now and at each change',
			answers: { 200: null },
			failures: [401]
		}
	},
	'/watches': {
		get: {
			summary: 'Whether I hear of a document, a theme or a werkplaats, and why',
			query: WatchedQuery,
			answers: { 200: WatchStanding },
			failures: [401, 404, 422]
		},
		put: {
			summary: 'Watch a document, a theme or a werkplaats, or mute a document',
			body: NewWatch,
			answers: { 204: null },
			failures: [400, 401, 404, 415, 422]
		}
	}
};
