import { ADMINISTRATION } from './administration.ts';
import { AGENDA } from './agenda.ts';
import { ASSIGNMENTS } from './assignments.ts';
import { CASES } from './cases.ts';
import { CLASSES } from './classes.ts';
import { COPIES } from './copies.ts';
import type { Entry } from './entry.ts';
import { HISTORY } from './history.ts';
import { REVIEWS } from './reviews.ts';
import { RUNS } from './runs.ts';
import { SUGGESTIONS } from './suggestions.ts';
import { STUDIES } from './studies.ts';
import { TOLD } from './told.ts';
import { THREADS } from './threads.ts';
import { WORKSHOPS } from './workshops.ts';

const SIGNED_IN = 'who is signed in';
const api = '/api/v1';

/**
 * Every entry point with its guard and a request that would succeed. A new route without a line
 * here fails the checks; a line whose guard is not kept fails the sweep.
 */
export const ENTRIES: Record<string, Entry> = {
	...ADMINISTRATION,
	...STUDIES,
	...AGENDA,
	...ASSIGNMENTS,
	...CASES,
	...COPIES,
	...CLASSES,
	...HISTORY,
	...REVIEWS,
	...RUNS,
	...SUGGESTIONS,
	...TOLD,
	...THREADS,
	...WORKSHOPS,
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
	'api/v1/documents/[id]/relations/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `${api}/documents/${document}/relations` })
	},
	'api/v1/documents/[id]/relations/+server.ts POST': {
		guard: 'who may edit the document',
		call: ({ document, shared }) => ({
			method: 'POST',
			path: `${api}/documents/${document}/relations`,
			json: { to: shared, type: 'comes_from' }
		})
	},
	'api/v1/documents/[id]/relations/[relation]/+server.ts DELETE': {
		guard: 'who may edit the document',
		call: ({ document, relation }) => ({
			method: 'DELETE',
			path: `${api}/documents/${document}/relations/${relation}`
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
	},
	'(app)/account/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/account' }) },
	'(app)/account/+page.server.ts ?/name': {
		guard: SIGNED_IN,
		call: () => ({ path: '/account?/name', form: { name: 'Another name' } })
	},
	'(app)/account/+page.server.ts ?/language': {
		guard: SIGNED_IN,
		call: () => ({ path: '/account?/language', form: { language: 'nl' } })
	},
	'(app)/account/+page.server.ts ?/password': {
		guard: SIGNED_IN,
		answers: 422,
		call: () => ({
			path: '/account?/password',
			form: { current: 'not this', password: 'a new and long one' }
		})
	},
	'(app)/account/+page.server.ts ?/sessions': {
		guard: SIGNED_IN,
		call: () => ({ path: '/account?/sessions', form: { all: 'yes' } })
	},
	'(app)/account/+page.server.ts ?/token': {
		guard: SIGNED_IN,
		call: () => ({ path: '/account?/token', form: { name: 'A machine', days: '30' } })
	},
	'(app)/account/+page.server.ts ?/revoke': {
		guard: SIGNED_IN,
		answers: 404,
		call: () => ({ path: '/account?/revoke', form: { id: 'nobodys' } })
	},
	'(app)/document/[id]/+page.server.ts load': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `/document/${document}` })
	},
	'(app)/document/[id]/+page.server.ts ?/label': {
		guard: 'who may edit the document',
		call: ({ document }) => ({
			path: `/document/${document}?/label`,
			form: { themes: 'eenzaamheid', themed: 'yes' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/readers': {
		guard: 'who may manage the document',
		call: ({ document }) => ({
			path: `/document/${document}?/readers`,
			form: { sensitivity: 'open' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/share': {
		guard: 'who may manage the document',
		call: ({ document, email }) => ({
			path: `/document/${document}?/share`,
			form: { who: email, level: 'comment' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/unshare': {
		guard: 'who may manage the document',
		call: ({ document, grant }) => ({ path: `/document/${document}?/unshare`, form: { grant } })
	},
	'(app)/document/[id]/+page.server.ts ?/relate': {
		guard: 'who may edit the document',
		call: ({ document, shared }) => ({
			path: `/document/${document}?/relate`,
			form: { other: `/document/${shared}`, type: 'comes_from' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/unrelate': {
		guard: 'who may edit the document',
		call: ({ document, relation }) => ({
			path: `/document/${document}?/unrelate`,
			form: { relation }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/restore': {
		guard: 'who may put the document back',
		inBin: true,
		call: ({ document }) => ({ path: `/document/${document}?/restore`, form: { now: 'yes' } })
	},
	'(app)/werkplaats/[slug]/members/+page.server.ts load': {
		guard: 'who belongs to the werkplaats',
		call: ({ slug }) => ({ path: `/werkplaats/${slug}/members` })
	},
	'(app)/werkplaats/[slug]/members/+page.server.ts ?/invite': {
		guard: 'who lets people in',
		call: ({ slug }) => ({
			path: `/werkplaats/${slug}/members?/invite`,
			form: { email: 'new@wisselwerking.example', function: 'student' }
		})
	},
	'(app)/werkplaats/[slug]/members/+page.server.ts ?/withdraw': {
		guard: 'who lets people in, and to others there is nobody',
		about: ['invitation'],
		call: ({ slug, invitation }) => ({
			path: `/werkplaats/${slug}/members?/withdraw`,
			form: { id: invitation.split('.')[0] ?? '' }
		})
	},
	'(app)/werkplaats/[slug]/members/+page.server.ts ?/change': {
		guard: 'who lets people in, and to others there is nobody',
		about: ['membership'],
		call: ({ slug, membership }) => ({
			path: `/werkplaats/${slug}/members?/change`,
			form: { id: membership, function: 'student' }
		})
	},
	'(app)/werkplaats/[slug]/members/+page.server.ts ?/end': {
		guard: 'who lets people in, and to others there is nobody',
		about: ['membership'],
		call: ({ slug, membership }) => ({
			path: `/werkplaats/${slug}/members?/end`,
			form: { id: membership }
		})
	},
	// Whoever holds the whole link; the subject's invitation is not for any of those who try.
	'(door)/invitation/[token]/+page.server.ts load': {
		guard: 'anyone',
		call: ({ invitation }) => ({ path: `/invitation/${invitation}` })
	},
	'(door)/invitation/[token]/+page.server.ts ?/join': {
		guard: 'anyone',
		call: ({ invitation }) => ({
			path: `/invitation/${invitation}?/join`,
			form: { name: 'Somebody new', password: 'a long and new one' }
		})
	},
	'(door)/invitation/[token]/+page.server.ts ?/accept': {
		guard: SIGNED_IN,
		call: ({ invitation }) => ({
			path: `/invitation/${invitation}?/accept`,
			form: { now: 'yes' }
		})
	},
	'(door)/forgot/+page.server.ts ?/default': {
		guard: 'anyone',
		call: ({ email }) => ({ path: '/forgot', form: { email } })
	},
	'(door)/reset/[token]/+page.server.ts load': {
		guard: 'anyone',
		call: ({ reset }) => ({ path: `/reset/${reset}` })
	},
	'(door)/reset/[token]/+page.server.ts ?/default': {
		guard: 'anyone',
		call: ({ reset }) => ({ path: `/reset/${reset}`, form: { password: 'a long and new one' } })
	},
	'(door)/login/+page.server.ts load': { guard: 'anyone', call: () => ({ path: '/login' }) },
	'(door)/login/+page.server.ts ?/default': {
		guard: 'anyone',
		answers: 422,
		call: ({ email }) => ({ path: '/login', form: { email, password: 'not this' } })
	},
	'(door)/welcome/+page.server.ts load': { guard: 'anyone', call: () => ({ path: '/welcome' }) },
	'(door)/welcome/+page.server.ts ?/default': {
		guard: 'anyone',
		answers: 409,
		call: () => ({
			path: '/welcome',
			form: { name: 'First', email: 'first@wisselwerking.example', password: 'a long one' }
		})
	},
	'api/v1/me/+server.ts GET': { guard: SIGNED_IN, call: () => ({ path: `${api}/me` }) },
	'api/v1/themes/+server.ts GET': { guard: SIGNED_IN, call: () => ({ path: `${api}/themes` }) },
	'api/v1/werkplaatsen/+server.ts GET': {
		guard: SIGNED_IN,
		call: () => ({ path: `${api}/werkplaatsen` })
	},
	'health/+server.ts GET': { guard: 'anyone', call: () => ({ path: '/health' }) },
	'metrics/+server.ts GET': {
		guard: 'who administers the network',
		call: () => ({ path: '/metrics' })
	},
	'ready/+server.ts GET': { guard: 'anyone', call: () => ({ path: '/ready' }) },
	'logout/+server.ts POST': {
		guard: 'anyone',
		call: () => ({ path: '/logout', form: { next: '/login' } })
	}
};
