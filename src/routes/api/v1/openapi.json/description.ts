import { z } from 'zod';
import { EXPORT_FORMATS } from '#server/export.ts';
import { Design } from '../design.ts';
import { BoardNews, BoardQuery } from '../board-schemas.ts';
import {
	Document,
	DocumentPatch,
	DocumentQuery,
	Evidence,
	Failure,
	Grants,
	Made,
	Me,
	NewDocument,
	NewEvidence,
	NewGrant,
	NewRelation,
	OpenedDocument,
	Study,
	Relations,
	Themes,
	Werkplaatsen
} from '../schemas.ts';
import type { Operation, Operations } from './operation.ts';
import { REVIEW_OPERATIONS } from './review-operations.ts';
import { RUN_OPERATIONS } from './run-operations.ts';
import { SUGGESTION_OPERATIONS } from './suggestion-operations.ts';
import { TOLD_OPERATIONS } from './told-operations.ts';
import { VERSION_OPERATIONS } from './version-operations.ts';
import { THREAD_OPERATIONS } from './thread-operations.ts';

const OPERATIONS: Operations = {
	...RUN_OPERATIONS,
	...SUGGESTION_OPERATIONS,
	...TOLD_OPERATIONS,
	...REVIEW_OPERATIONS,
	...VERSION_OPERATIONS,
	...THREAD_OPERATIONS,
	'/me': {
		get: { summary: 'Who am I, and my memberships', answers: { 200: Me }, failures: [401] }
	},
	'/werkplaatsen': {
		get: {
			summary: 'The werkplaatsen that I may look into',
			answers: { 200: Werkplaatsen },
			failures: [401]
		}
	},
	'/themes': {
		get: { summary: 'The themes', answers: { 200: Themes }, failures: [401] }
	},
	'/documents': {
		get: {
			summary: 'What I may view, most recently changed first',
			query: DocumentQuery,
			answers: { 200: z.object({ documents: z.array(Document) }) },
			failures: [401, 422]
		},
		post: {
			summary: 'Begin a document from a template',
			body: NewDocument,
			answers: { 201: OpenedDocument },
			failures: [400, 401, 403, 404, 415, 422]
		}
	},
	'/documents/{id}': {
		get: {
			summary: 'A document, its parts and what I may do with them',
			answers: { 200: OpenedDocument },
			failures: [401, 404]
		},
		patch: {
			summary: 'Change fields of a document',
			body: DocumentPatch,
			answers: { 200: OpenedDocument },
			failures: [400, 401, 403, 404, 409, 415, 422]
		},
		delete: {
			summary: 'Put a document in the bin',
			answers: { 204: null },
			failures: [401, 403, 404]
		}
	},
	'/documents/{id}/design': {
		get: {
			summary: 'The rounds, rubric and questions of an assignment',
			answers: { 200: Design },
			failures: [401, 404]
		},
		put: {
			summary: 'Put another design in the place of what the assignment had',
			body: Design,
			answers: { 200: Design },
			failures: [400, 401, 403, 404, 415, 422]
		}
	},
	'/documents/{id}/study': {
		get: {
			summary:
				'What stands around the text of a study: cycles, gates, sources, and what each party changes',
			answers: { 200: Study },
			failures: [401, 404]
		}
	},
	'/documents/{id}/evidence': {
		get: {
			summary:
				'The passages that a study leans on, as they are now, and its findings; what a voice took back is not quoted',
			answers: { 200: Evidence },
			failures: [401, 404]
		},
		post: {
			summary: 'Link a passage of a case, which I may read, to a study as evidence',
			body: NewEvidence,
			answers: { 201: Made },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	},
	'/documents/{id}/restore': {
		post: {
			summary: 'Take a document out of the bin',
			answers: { 204: null },
			failures: [401, 403, 404]
		}
	},
	'/documents/{id}/grants': {
		get: {
			summary: 'With whom it was shared',
			answers: { 200: Grants },
			failures: [401, 403, 404]
		},
		post: {
			summary: 'Share it, or change a level; never above my own',
			body: NewGrant,
			answers: { 204: null },
			failures: [400, 401, 403, 404, 409, 415, 422, 429]
		}
	},
	'/documents/{id}/grants/{grant}': {
		delete: {
			summary: 'Take back what was given',
			answers: { 204: null },
			failures: [401, 403, 404, 409]
		}
	},
	'/documents/{id}/relations': {
		get: {
			summary: 'What it hangs together with, both ways',
			answers: { 200: Relations },
			failures: [401, 404]
		},
		post: {
			summary: 'Say how it hangs together with another document',
			body: NewRelation,
			answers: { 204: null },
			failures: [400, 401, 403, 404, 409, 415, 422]
		}
	},
	'/documents/{id}/relations/{relation}': {
		delete: {
			summary: 'Take a relation away, from either end',
			answers: { 204: null },
			failures: [401, 403, 404]
		}
	},
	'/documents/{id}/export/{format}': {
		get: {
			summary: `The document as a file: ${EXPORT_FORMATS.join(', ')}`,
			answers: { 200: null },
			failures: [401, 404]
		}
	},
	'/openapi.json': {
		get: {
			summary: 'This description',
			answers: { 200: z.record(z.string(), z.unknown()) },
			failures: []
		}
	},
	'/live': {
		get: {
			summary: 'Server-sent events: who is at work in ?documents=<id>,<id>',
			answers: { 200: null },
			failures: [401]
		}
	},
	'/runs/{id}/live': {
		get: {
			summary:
				'Server-sent events without contents: `changed` when a run of an assignment changed, and, for who leads it, `texts` when a group wrote',
			answers: { 200: null },
			failures: [401, 404]
		}
	},
	'/runs/{id}/board': {
		get: {
			summary: 'What groups write in the round of a workshop that I lead',
			query: BoardQuery,
			answers: { 200: BoardNews },
			failures: [401, 403, 404]
		}
	}
};

/** The machines' door as OpenAPI 3.1, made of the schemas that parse what comes in. */
export function describeApi() {
	const paths = Object.entries(OPERATIONS).map(([path, methods]) => {
		const described = Object.entries(methods).map(
			([method, operation]) => [method, describe(path, operation)] as const
		);
		return [path, Object.fromEntries(described)] as const;
	});
	return {
		openapi: '3.1.0',
		info: {
			title: 'Wisselwerking',
			version: '1',
			description:
				'What you may not see is 404, what you may not do is 403. The text of a part is edited live at /collab/<part id>.'
		},
		servers: [{ url: '/api/v1' }],
		security: [{ token: [] }, { cookie: [] }],
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer' },
				cookie: { type: 'apiKey', in: 'cookie', name: 'session' }
			},
			schemas: { Failure: jsonSchema(Failure) }
		},
		paths: Object.fromEntries(paths)
	};
}

function describe(path: string, { summary, answers, body, query, failures }: Operation) {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
	const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
		name,
		in: 'query',
		schema: jsonSchema(schema as z.ZodType)
	}));
	const failure = { $ref: '#/components/schemas/Failure' };
	return {
		summary,
		parameters: [...inPath, ...inQuery],
		...(body && { requestBody: { required: true, content: content(jsonSchema(body)) } }),
		responses: {
			...Object.fromEntries(
				Object.entries(answers).map(([status, schema]) => [
					status,
					{ description: summary, ...(schema && { content: content(jsonSchema(schema)) }) }
				])
			),
			...Object.fromEntries(
				failures.map((status) => [status, { description: 'Refused', content: content(failure) }])
			)
		}
	};
}

function content(schema: object) {
	return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodType): object {
	return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
