import {
	HandedIn,
	OpenedFeedback,
	OpenedRun,
	ReadSubmission,
	Runs,
	SavedFeedback,
	Work
} from '../run-schemas.ts';
import type { Operations } from './operation.ts';

/** Assignments that are given to people: handed in, and looked at. */
export const RUN_OPERATIONS: Operations = {
	'/runs': {
		get: {
			summary: 'What I take part in and that still goes on, what is due first on top',
			answers: { 200: Runs },
			failures: [401]
		}
	},
	'/runs/{id}': {
		get: {
			summary: 'One time that an assignment is given: all of it for who leads, else my own group',
			answers: { 200: OpenedRun },
			failures: [401, 404]
		}
	},
	'/runs/{id}/groups/{group}': {
		get: {
			summary: 'How far a group is, what it handed in, and what is said of that',
			answers: { 200: Work },
			failures: [401, 404]
		}
	},
	'/runs/{id}/hand-in': {
		post: {
			summary: 'Hand in what my group wrote, as it is now; again it answers the same',
			answers: { 200: HandedIn },
			failures: [401, 403, 404, 409]
		}
	},
	'/runs/{id}/submissions/{submission}': {
		get: {
			summary: 'What was handed in, as it was then',
			answers: { 200: ReadSubmission },
			failures: [401, 404]
		}
	},
	'/runs/{id}/feedback/{review}': {
		get: {
			summary: 'Feedback that I write, and what it is asked about',
			answers: { 200: OpenedFeedback },
			failures: [401, 404]
		},
		put: {
			summary: 'Save feedback, and give it',
			body: SavedFeedback,
			answers: { 200: OpenedFeedback },
			failures: [400, 401, 404, 409, 415, 422]
		}
	}
};
