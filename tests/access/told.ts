import type { Entry } from './entry.ts';

const SIGNED_IN = 'who is signed in';
const api = '/api/v1';

/** What people are told, and what they want to hear of. */
export const TOLD: Record<string, Entry> = {
	'(app)/inbox/+page.server.ts load': { guard: SIGNED_IN, call: () => ({ path: '/inbox' }) },
	// Of somebody else's nothing happens, as of what is not there.
	'(app)/inbox/+page.server.ts ?/read': {
		guard: SIGNED_IN,
		call: ({ document }) => ({ path: '/inbox?/read', form: { id: [document, document] } })
	},
	'(app)/inbox/+page.server.ts ?/read_all': {
		guard: SIGNED_IN,
		call: () => ({ path: '/inbox?/read_all', form: { box: 'mine' } })
	},
	'(app)/inbox/+page.server.ts ?/mute': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: '/inbox?/mute', form: { document } })
	},
	'(app)/watch/+page.server.ts load': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `/watch?document=${document}` })
	},
	'(app)/watch/+page.server.ts ?/default': {
		guard: 'who may view the document',
		call: ({ document }) => ({
			path: `/watch?document=${document}`,
			form: { document, watching: 'watching' }
		})
	},
	'(app)/account/+page.server.ts ?/mail': {
		guard: SIGNED_IN,
		call: () => ({ path: '/account?/mail', form: { rhythm: 'weekly' } })
	},
	'api/v1/me/notifications/+server.ts GET': {
		guard: SIGNED_IN,
		call: () => ({ path: `${api}/me/notifications` })
	},
	'api/v1/me/notifications/read/+server.ts POST': {
		guard: SIGNED_IN,
		call: ({ document }) => ({
			method: 'POST',
			path: `${api}/me/notifications/read`,
			json: { document }
		})
	},
	'api/v1/me/notifications/live/+server.ts GET': {
		guard: SIGNED_IN,
		call: () => ({ path: `${api}/me/notifications/live`, stream: true })
	},
	'api/v1/watches/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `${api}/watches?document=${document}` })
	},
	'api/v1/watches/+server.ts PUT': {
		guard: 'who may view the document',
		call: ({ document }) => ({
			method: 'PUT',
			path: `${api}/watches`,
			json: { document, watching: 'watching' }
		})
	},
	// Whoever holds the link of a letter: it stops mail, and does nothing else.
	'(door)/unsubscribe/[link]/+page.server.ts load': {
		guard: 'anyone',
		call: ({ unsubscribe }) => ({ path: `/unsubscribe/${unsubscribe}` })
	},
	'(door)/unsubscribe/[link]/+page.server.ts ?/default': {
		guard: 'anyone',
		call: ({ unsubscribe }) => ({
			path: `/unsubscribe/${unsubscribe}`,
			form: { 'List-Unsubscribe': 'One-Click' }
		})
	}
};
