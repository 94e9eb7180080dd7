import type { Entry } from './entry.ts';

const GUARD = 'who administers the network';

/** The entry points of who looks after the network. */
export const ADMINISTRATION: Record<string, Entry> = {
	'(app)/administration/+layout.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/people' })
	},
	'(app)/administration/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration' })
	},
	'(app)/administration/mail/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/mail' })
	},
	'(app)/administration/mail/+page.server.ts ?/discard': {
		guard: GUARD,
		answers: 404,
		call: () => ({ path: '/administration/mail?/discard', form: { id: 'nobodys' } })
	},
	'(app)/administration/organisations/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/organisations' })
	},
	'(app)/administration/organisations/+page.server.ts ?/add': {
		guard: GUARD,
		call: ({ email }) => ({
			path: '/administration/organisations?/add',
			form: { name: `Organisation ${email}`, kind: 'care' }
		})
	},
	'(app)/administration/organisations/+page.server.ts ?/change': {
		guard: GUARD,
		call: ({ organisation: id, email }) => ({
			path: '/administration/organisations?/change',
			form: { id, name: `Organisation ${email}`, kind: 'care' }
		})
	},
	'(app)/administration/organisations/+page.server.ts ?/archive': {
		guard: GUARD,
		call: ({ organisation: id }) => ({
			path: '/administration/organisations?/archive',
			form: { id, archived: 'yes' }
		})
	},
	'(app)/administration/themes/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/themes' })
	},
	'(app)/administration/themes/+page.server.ts ?/add': {
		guard: GUARD,
		call: ({ email }) => ({
			path: '/administration/themes?/add',
			form: { nameNl: `Thema ${email}`, nameEn: `Theme ${email}` }
		})
	},
	'(app)/administration/themes/+page.server.ts ?/change': {
		guard: GUARD,
		call: ({ theme: id, email }) => ({
			path: '/administration/themes?/change',
			form: { id, nameNl: `Thema ${email}`, nameEn: `Theme ${email}` }
		})
	},
	'(app)/administration/themes/+page.server.ts ?/archive': {
		guard: GUARD,
		call: ({ theme: id }) => ({
			path: '/administration/themes?/archive',
			form: { id, archived: 'yes' }
		})
	},
	'(app)/administration/werkplaatsen/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/werkplaatsen' })
	},
	'(app)/administration/werkplaatsen/+page.server.ts ?/add': {
		guard: GUARD,
		call: ({ email }) => ({
			path: '/administration/werkplaatsen?/add',
			form: { name: `Werkplaats ${email}` }
		})
	},
	'(app)/administration/werkplaatsen/+page.server.ts ?/change': {
		guard: GUARD,
		call: ({ spare: id, email }) => ({
			path: '/administration/werkplaatsen?/change',
			form: { id, name: `Werkplaats ${email}` }
		})
	},
	'(app)/administration/werkplaatsen/+page.server.ts ?/archive': {
		guard: GUARD,
		call: ({ spare: id }) => ({
			path: '/administration/werkplaatsen?/archive',
			form: { id, archived: 'yes' }
		})
	},
	'(app)/administration/people/+page.server.ts load': {
		guard: GUARD,
		call: () => ({ path: '/administration/people' })
	},
	'(app)/administration/people/+page.server.ts ?/account': {
		guard: GUARD,
		call: ({ person: id }) => ({ path: '/administration/people?/account', form: { id, on: 'no' } })
	},
	'(app)/administration/people/+page.server.ts ?/administrator': {
		guard: GUARD,
		call: ({ person: id }) => ({
			path: '/administration/people?/administrator',
			form: { id, on: 'yes' }
		})
	},
	'(app)/administration/people/+page.server.ts ?/invite': {
		guard: GUARD,
		call: ({ email }) => ({
			path: '/administration/people?/invite',
			form: { email: `new-${email}`, function: 'national' }
		})
	},
	'(app)/administration/people/+page.server.ts ?/withdraw': {
		guard: GUARD,
		call: ({ networkInvitation }) => ({
			path: '/administration/people?/withdraw',
			form: { id: networkInvitation.split('.')[0] ?? '' }
		})
	}
};
