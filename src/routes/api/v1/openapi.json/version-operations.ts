import { Made } from '../schemas.ts';
import {
	Comparison,
	ComparisonQuery,
	History,
	News,
	NewVersion,
	PassageBack,
	Writers
} from '../version-schemas.ts';
import type { Operations } from './operation.ts';

/** The history of a text: its versions, what changed between them, what is new, and who wrote what. */
export const VERSION_OPERATIONS: Operations = {
	'/parts/{part}/versions': {
		get: {
			summary: 'The versions of a text, by day, for who may write it',
			answers: { 200: History },
			failures: [401, 403, 404]
		},
		post: {
			summary: 'Keep the text as it stands now under a name',
			body: NewVersion,
			answers: { 201: Made },
			failures: [400, 401, 403, 404, 415, 422]
		}
	},
	'/parts/{part}/versions/{version}': {
		get: {
			summary: 'A version, and what changed in it since another; "now" is the text as it stands',
			query: ComparisonQuery,
			answers: { 200: Comparison },
			failures: [401, 403, 404]
		}
	},
	'/parts/{part}/versions/{version}/restore': {
		post: {
			summary: 'Put a version back; what stands there now is kept as a version',
			answers: { 200: Made },
			failures: [401, 403, 404]
		}
	},
	'/parts/{part}/versions/{version}/passages': {
		post: {
			summary: 'Make one passage again as it was in a version; 409 where it is otherwise by now',
			body: PassageBack,
			answers: { 204: null },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	},
	'/parts/{part}/visit': {
		post: {
			summary: 'Say that I have a text before me, and hear what is new in it since my last visit',
			answers: { 200: News },
			failures: [401, 404]
		},
		put: {
			summary: 'Say that I have seen all that is new in a text',
			answers: { 204: null },
			failures: [401, 404]
		}
	},
	'/parts/{part}/writers': {
		get: {
			summary: 'Who wrote which words of a text',
			answers: { 200: Writers },
			failures: [401, 404]
		}
	}
};
