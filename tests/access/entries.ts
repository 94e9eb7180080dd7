import type { Guard } from './guards.ts';
import type { Subject } from './world.ts';

/** A request about a subject; `json` for the machines' door, `form` for the people's door. */
export type Call = {
	method?: string;
	path: string;
	json?: unknown;
	form?: Record<string, string>;
	/** The answer is a stream: read its head only. */
	stream?: true;
};

export type Entry = {
	guard: Guard;
	call: (subject: Subject) => Call;
	/** The document lies in the bin. */
	inBin?: true;
};

const SIGNED_IN = 'who is signed in';
const api = '/api/v1';

/**
 * Every entry point with its guard and a request that would succeed. A new route without a line
 * here fails the checks; a line whose guard is not kept fails the sweep.
 */
export const ENTRIES: Record<string, Entry> = {
	'api/v1/documents/+server.ts GET': {
		guard: SIGNED_IN,
		call: () => ({ path: `${api}/documents` })
	},
	'api/v1/documents/+server.ts POST': {
		guard: 'who may begin a study here',
		call: ({ werkplaats }) => ({
			method: 'POST',
			path: `${api}/documents`,
			json: { werkplaats, kind: 'study', title: 'A new study' }
		})
	},
	'api/v1/documents/[id]/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `${api}/documents/${document}` })
	},
	'api/v1/documents/[id]/+server.ts PATCH': {
		guard: 'who may edit the document',
		call: ({ document }) => ({
			method: 'PATCH',
			path: `${api}/documents/${document}`,
			json: { title: 'Another title' }
		})
	},
	'api/v1/documents/[id]/+server.ts DELETE': {
		guard: 'who may manage the document',
		call: ({ document }) => ({ method: 'DELETE', path: `${api}/documents/${document}` })
	},
	'api/v1/documents/[id]/export/[format]/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `${api}/documents/${document}/export/md` })
	},
	'api/v1/documents/[id]/grants/+server.ts GET': {
		guard: 'who may manage the document',
		call: ({ document }) => ({ path: `${api}/documents/${document}/grants` })
	},
	'api/v1/documents/[id]/grants/+server.ts POST': {
		guard: 'who may manage the document',
		call: ({ document, person }) => ({
			method: 'POST',
			path: `${api}/documents/${document}/grants`,
			json: { person, level: 'view' }
		})
	},
	'api/v1/documents/[id]/grants/[grant]/+server.ts DELETE': {
		guard: 'who may manage the document',
		call: ({ document, grant }) => ({
			method: 'DELETE',
			path: `${api}/documents/${document}/grants/${grant}`
		})
	},
	'api/v1/documents/[id]/restore/+server.ts POST': {
		guard: 'who may put the document back',
		inBin: true,
		call: ({ document }) => ({ method: 'POST', path: `${api}/documents/${document}/restore` })
	},
	'api/v1/live/+server.ts GET': {
		guard: SIGNED_IN,
		call: ({ document }) => ({ path: `${api}/live?documents=${document}`, stream: true })
	},
	'api/v1/openapi.json/+server.ts GET': {
		guard: 'anyone',
		call: () => ({ path: `${api}/openapi.json` })
	},
	'preferences/+server.ts POST': {
		guard: 'anyone',
		call: () => ({ method: 'POST', path: '/preferences', form: { theme: 'dark' } })
	},
	'(app)/+layout.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/' }) },
	'(app)/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/' }) },
	'(app)/[list=list]/+page.server.ts load': {
		guard: SIGNED_IN,
		call: () => ({ path: '/studies' })
	},
	'(app)/bin/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/bin' }) },
	'(app)/bin/+page.server.ts ?/restore': {
		guard: 'who may put the document back',
		inBin: true,
		call: ({ document }) => ({ path: '/bin?/restore', form: { id: document } })
	},
	'(app)/bin/+page.server.ts ?/destroy': {
		guard: 'who owns the document in the bin',
		inBin: true,
		call: ({ document }) => ({ path: '/bin?/destroy', form: { id: document } })
	},
	'(app)/new/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/new' }) },
	'(app)/new/+page.server.ts ?/default': {
		guard: 'who may begin a study here',
		call: ({ slug }) => ({
			path: '/new',
			form: { kind: 'study', title: 'A new study', werkplaats: slug }
		})
	},
	'(app)/theme/[slug]/+page.server.ts load': {
		guard: SIGNED_IN,
		call: () => ({ path: '/theme/eenzaamheid' })
	},
	'(app)/themes/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/themes' }) },
	'(app)/werkplaats/[slug]/+page.server.ts load': {
		guard: 'who may see werkplaatsen',
		call: ({ slug }) => ({ path: `/werkplaats/${slug}` })
	},
	'(app)/werkplaats/[slug]/access/+page.server.ts load': {
		guard: 'who decides on policies',
		call: ({ slug }) => ({ path: `/werkplaats/${slug}/access` })
	},
	'(app)/werkplaats/[slug]/access/+page.server.ts ?/default': {
		guard: 'who decides on policies',
		call: ({ slug }) => ({
			path: `/werkplaats/${slug}/access`,
			form: { 'student.case': 'comment' }
		})
	},
	'(app)/werkplaatsen/+page.server.ts load': {
		guard: SIGNED_IN,
		call: () => ({ path: '/werkplaatsen' })
	}
};
