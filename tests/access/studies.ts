import type { Entry } from './entry.ts';
import { SAID, type Subject } from './world.ts';

const EDITS = 'who may edit the document';
const KEEPS = 'who keeps the templates';
/** The words of a text, as a browser says which. */
const { quote, runs } = SAID.passage;
const MEANT = { quote, runs };

/** A form on the page of a study. */
const onStudy =
	(action: string, form: (subject: Subject) => Record<string, string>): Entry['call'] =>
	(subject) => ({ path: `/document/${subject.document}?/${action}`, form: form(subject) });

/** The entry points of what stands around a study, and of the templates of a werkplaats. */
export const STUDIES: Record<string, Entry> = {
	'api/v1/documents/[id]/study/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `/api/v1/documents/${document}/study` })
	},
	'(app)/document/[id]/+page.server.ts ?/begin_cycle': {
		guard: EDITS,
		call: onStudy('begin_cycle', () => ({ now: 'yes' }))
	},
	'(app)/document/[id]/+page.server.ts ?/phase': {
		guard: EDITS,
		call: onStudy('phase', ({ cycle }) => ({ cycle, phase: 'act' }))
	},
	'(app)/document/[id]/+page.server.ts ?/remove_cycle': {
		guard: EDITS,
		call: onStudy('remove_cycle', ({ cycle }) => ({ cycle }))
	},
	'(app)/document/[id]/+page.server.ts ?/tick': {
		guard: EDITS,
		call: onStudy('tick', () => ({ item: 'no_bsn', ticked: 'yes' }))
	},
	'(app)/document/[id]/+page.server.ts ?/sign': {
		guard: 'who signs for the werkplaats',
		call: onStudy('sign', () => ({ gate: 'data' }))
	},
	'(app)/document/[id]/+page.server.ts ?/add_source': {
		guard: EDITS,
		call: onStudy('add_source', () => ({ kind: 'research', text: 'A book' }))
	},
	'(app)/document/[id]/+page.server.ts ?/change_source': {
		guard: EDITS,
		call: onStudy('change_source', ({ source }) => ({ source, kind: 'practice', text: 'A talk' }))
	},
	'(app)/document/[id]/+page.server.ts ?/remove_source': {
		guard: EDITS,
		call: onStudy('remove_source', ({ source }) => ({ source }))
	},
	'api/v1/documents/[id]/evidence/+server.ts GET': {
		guard: 'who may view the document',
		call: ({ document }) => ({ path: `/api/v1/documents/${document}/evidence` })
	},
	'api/v1/documents/[id]/evidence/+server.ts POST': {
		guard: EDITS,
		call: ({ document, situation }) => ({
			method: 'POST',
			path: `/api/v1/documents/${document}/evidence`,
			json: { part: situation, ...MEANT }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/describe_evidence': {
		guard: EDITS,
		call: onStudy('describe_evidence', ({ evidence }) => ({ evidence, shows: 'A line' }))
	},
	'(app)/document/[id]/+page.server.ts ?/accept_passage': {
		guard: EDITS,
		// The words are as they were quoted: there is nothing to take.
		answers: 409,
		call: onStudy('accept_passage', ({ evidence }) => ({ evidence, seen: 'Other words' }))
	},
	'(app)/document/[id]/+page.server.ts ?/place_evidence': {
		guard: EDITS,
		call: onStudy('place_evidence', ({ evidence }) => ({ evidence, finding: '' }))
	},
	'(app)/document/[id]/+page.server.ts ?/couple_evidence': {
		guard: EDITS,
		call: onStudy('couple_evidence', ({ evidence, part }) => ({
			...{ evidence, part, passage: JSON.stringify(MEANT) }
		}))
	},
	'(app)/document/[id]/+page.server.ts ?/remove_evidence': {
		guard: EDITS,
		call: onStudy('remove_evidence', ({ evidence }) => ({ evidence }))
	},
	'(app)/document/[id]/+page.server.ts ?/say_change': {
		guard: 'who speaks for research beside the study',
		call: onStudy('say_change', () => ({ party: 'research', change: 'We ask earlier' }))
	},
	'(app)/document/[id]/+page.server.ts ?/explain_silence': {
		guard: 'who may manage the document',
		call: onStudy('explain_silence', () => ({ party: 'citizens', reason: 'Not asked yet' }))
	},
	'(app)/document/[id]/+page.server.ts ?/ask_question': {
		guard: 'who reads the document and asks in its werkplaats',
		call: onStudy('ask_question', () => ({ title: 'Who comes in the evening?' }))
	},
	'(app)/werkplaats/[slug]/templates/+page.server.ts load': {
		guard: KEEPS,
		call: ({ slug, document }) => ({ path: `/werkplaats/${slug}/templates?from=${document}` })
	},
	'(app)/werkplaats/[slug]/templates/+page.server.ts ?/save': {
		guard: KEEPS,
		call: ({ slug, document }) => ({
			path: `/werkplaats/${slug}/templates?/save`,
			form: { document, name: 'A template' }
		})
	},
	'(app)/werkplaats/[slug]/templates/+page.server.ts ?/change': {
		guard: KEEPS,
		call: ({ slug, template }) => ({
			path: `/werkplaats/${slug}/templates?/change`,
			form: { id: template, name: 'Another name' }
		})
	},
	'(app)/werkplaats/[slug]/templates/+page.server.ts ?/archive': {
		guard: KEEPS,
		call: ({ slug, template }) => ({
			path: `/werkplaats/${slug}/templates?/archive`,
			form: { id: template, archived: 'yes' }
		})
	}
};
