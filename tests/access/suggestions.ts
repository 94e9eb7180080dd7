import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const API = 'api/v1/parts/[part]/suggestions';
const path = ({ part }: Subject, rest = '') => `/api/v1/parts/${part}/suggestions${rest}`;
const SUGGESTS = 'who may edit the document';
const BLOCK = { type: 'paragraph', content: [{ type: 'text', text: 'Anders' }] };
const PUSH = {
	...{ push: '0198c0de-0000-4000-8000-000000000000', version: 1 },
	...{ from: 0, to: 0, blocks: [BLOCK] }
};

/** The entry points of what people suggest in a text. */
export const SUGGESTIONS: Record<string, Entry> = {
	[`${API}/+server.ts GET`]: {
		guard: 'who may view the document',
		call: (subject) => ({ path: path(subject) })
	},
	[`${API}/mine/+server.ts GET`]: {
		guard: SUGGESTS,
		call: (subject) => ({ path: path(subject, '/mine') })
	},
	[`${API}/mine/+server.ts PUT`]: {
		guard: SUGGESTS,
		call: (subject) => ({ method: 'PUT', path: path(subject, '/mine'), json: PUSH }),
		// They did not read what they change.
		answers: 409
	},
	[`${API}/decisions/+server.ts POST`]: {
		guard: SUGGESTS,
		call: (subject) => ({
			...{ method: 'POST', path: path(subject, '/decisions') },
			json: { verdict: 'accepted' }
		})
	}
};
