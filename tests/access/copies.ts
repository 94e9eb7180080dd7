import { READER_ITEMS } from '#domain/case-versions.ts';
import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const MANAGES = 'who may manage the document';

/** A form on the page of a version: `on` names a text that nobody wrote, which who may sign is told. */
const onVersion = (
	guard: Entry['guard'],
	action: string,
	form: (subject: Subject) => Record<string, string | readonly string[]>
): Entry => ({
	guard,
	about: ['version', 'versionVoice'],
	answers: 409,
	call: (subject) => ({
		path: `/document/${subject.version}?/${action}`,
		form: { on: 'another text', ...form(subject) }
	})
});

/** The entry points of local variants, and of versions of a case. */
export const COPIES: Record<string, Entry> = {
	'(app)/document/[id]/variant/+page.server.ts load': {
		guard: MANAGES,
		call: ({ document }) => ({ path: `/document/${document}/variant` })
	},
	'(app)/document/[id]/variant/+page.server.ts ?/default': {
		guard: MANAGES,
		call: ({ document, slug }) => ({
			path: `/document/${document}/variant`,
			form: { werkplaats: slug, title: 'A variant', why: 'Other streets' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/explainVariant': {
		guard: 'who may edit the document',
		about: ['variant'],
		call: ({ variant }) => ({
			path: `/document/${variant}?/explainVariant`,
			form: { why: 'Other streets' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/makeVersion': {
		guard: MANAGES,
		about: ['case'],
		call: (subject) => ({
			path: `/document/${subject.case}?/makeVersion`,
			form: { purpose: 'teaching' }
		})
	},
	'(app)/document/[id]/+page.server.ts ?/readVersion': onVersion(
		'who works on the version',
		'readVersion',
		() => ({ items: READER_ITEMS })
	),
	'(app)/document/[id]/+page.server.ts ?/answerVersion': onVersion(
		'who tells in the version',
		'answerVersion',
		({ versionVoice }) => ({ voice: versionVoice, says: 'yes' })
	),
	'(app)/document/[id]/+page.server.ts ?/excuseVoice': onVersion(
		'who manages the version',
		'excuseVoice',
		({ versionVoice }) => ({ voice: versionVoice, why: 'Moved away' })
	)
};
