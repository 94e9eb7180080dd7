import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const COMMENTS = 'who may comment on the text';
const SAID = 'who said it';
const BODY = { body: [{ text: 'Who says so?' }] };

const asked = (
	guard: Entry['guard'],
	path: (subject: Subject) => string,
	sent: { method?: string; json?: unknown } = {}
): Entry => ({ guard, call: (subject) => ({ path: `/api/v1${path(subject)}`, ...sent }) });

const ofPart = ({ part }: Subject) => `/parts/${part}/threads`;
const ofThread = ({ thread }: Subject) => `/threads/${thread}`;
const ofComment = ({ comment }: Subject) => `/comments/${comment}`;
const sign = (subject: Subject) => `${ofComment(subject)}/reactions/agree`;

/** The entry points of what is said beside a text. */
export const THREADS: Record<string, Entry> = {
	'api/v1/parts/[part]/threads/+server.ts GET': asked('who may view the document', ofPart),
	'api/v1/parts/[part]/threads/+server.ts POST': asked(COMMENTS, ofPart, {
		method: 'POST',
		json: BODY
	}),
	'api/v1/parts/[part]/people/+server.ts GET': asked(
		COMMENTS,
		({ part }) => `/parts/${part}/people`
	),
	// Begun by the owner, who is none of those who try.
	'api/v1/threads/[id]/+server.ts PATCH': asked('who may edit the document', ofThread, {
		method: 'PATCH',
		json: { resolved: true }
	}),
	'api/v1/threads/[id]/comments/+server.ts POST': asked(
		COMMENTS,
		(subject) => `${ofThread(subject)}/comments`,
		{ method: 'POST', json: BODY }
	),
	'api/v1/comments/[id]/+server.ts PATCH': asked(SAID, ofComment, { method: 'PATCH', json: BODY }),
	'api/v1/comments/[id]/+server.ts DELETE': asked(SAID, ofComment, { method: 'DELETE' }),
	'api/v1/comments/[id]/reactions/[sign]/+server.ts PUT': asked(COMMENTS, sign, { method: 'PUT' }),
	'api/v1/comments/[id]/reactions/[sign]/+server.ts DELETE': asked(COMMENTS, sign, {
		method: 'DELETE'
	})
};
