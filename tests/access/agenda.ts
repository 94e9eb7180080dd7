import type { Entry } from './entry.ts';

/** The entry points of the agenda of a werkplaats, and of the link that citizens ask through. */
export const AGENDA: Record<string, Entry> = {
	'(app)/werkplaats/[slug]/agenda/+page.server.ts load': {
		guard: 'who may see werkplaatsen',
		call: ({ slug }) => ({ path: `/werkplaats/${slug}/agenda` })
	},
	'(app)/werkplaats/[slug]/agenda/+page.server.ts ?/give': {
		guard: 'who has a say in the agenda',
		call: ({ slug, question }) => ({
			path: `/werkplaats/${slug}/agenda?/give`,
			form: { question }
		})
	},
	'(app)/werkplaats/[slug]/agenda/+page.server.ts ?/take': {
		guard: 'who has a say in the agenda',
		call: ({ slug, question }) => ({
			path: `/werkplaats/${slug}/agenda?/take`,
			form: { question }
		})
	},
	'(app)/werkplaats/[slug]/agenda/+page.server.ts ?/curate': {
		guard: 'who decides on the question',
		call: ({ slug, question }) => ({
			path: `/werkplaats/${slug}/agenda?/curate`,
			form: { question, decision: 'clarified' }
		})
	},
	'(app)/werkplaats/[slug]/agenda/+page.server.ts ?/link': {
		guard: 'who looks after the agenda',
		call: ({ slug }) => ({
			path: `/werkplaats/${slug}/agenda?/link`,
			form: { until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) }
		})
	},
	'(app)/werkplaats/[slug]/agenda/+page.server.ts ?/close': {
		guard: 'who looks after the agenda',
		call: ({ slug, agendaLink }) => ({
			path: `/werkplaats/${slug}/agenda?/close`,
			form: { link: agendaLink.split('.')[0] ?? '' }
		})
	},
	// Whoever holds the whole link; it opens nothing of what stands there.
	'(door)/agenda/[link]/+page.server.ts load': {
		guard: 'anyone',
		call: ({ agendaLink }) => ({ path: `/agenda/${agendaLink}` })
	},
	'(door)/agenda/[link]/+page.server.ts ?/default': {
		guard: 'anyone',
		call: ({ agendaLink }) => ({
			path: `/agenda/${agendaLink}`,
			form: { question: 'Wie belt er terug?' }
		})
	}
};
