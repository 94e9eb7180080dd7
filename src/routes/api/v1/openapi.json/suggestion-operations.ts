import {
	Decided,
	Decisions,
	MySuggestions,
	PushedSuggestion,
	Suggestions,
	TakenSuggestion
} from '../suggestion-schemas.ts';
import type { Operations } from './operation.ts';

/** What people would have otherwise in a text, and what becomes of that. */
export const SUGGESTION_OPERATIONS: Operations = {
	'/parts/{part}/suggestions': {
		get: {
			summary: 'What people suggest in a text, for who may comment on it',
			answers: { 200: Suggestions },
			failures: [401, 403, 404]
		}
	},
	'/parts/{part}/suggestions/mine': {
		get: {
			summary: 'The text, and the text as I would have it',
			answers: { 200: MySuggestions },
			failures: [401, 403, 404]
		},
		put: {
			summary: 'Change what I suggest; refused when anything else changed since I read it',
			body: PushedSuggestion,
			answers: { 200: TakenSuggestion },
			failures: [400, 401, 403, 404, 409, 413, 415, 422]
		}
	},
	'/parts/{part}/suggestions/decisions': {
		post: {
			summary: 'Accept or reject suggestions, or withdraw my own: all that are named, or none',
			body: Decisions,
			answers: { 200: Decided },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	}
};
