import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const READS = 'who may view the document';
const WRITES = 'who may edit the document';

/** Of a text of the study, in the API. */
const ofText = (
	guard: Entry['guard'],
	path: (subject: Subject) => string,
	sent: { method?: string; json?: unknown } = {}
): Entry => ({
	guard,
	about: ['document', 'part', 'kept'],
	call: (subject) => ({ path: `/api/v1/parts/${subject.part}${path(subject)}`, ...sent })
});

/** The entry points of the history of a text. */
export const HISTORY: Record<string, Entry> = {
	'api/v1/parts/[part]/versions/+server.ts GET': ofText(WRITES, () => '/versions'),
	'api/v1/parts/[part]/versions/+server.ts POST': ofText(WRITES, () => '/versions', {
		method: 'POST',
		json: { name: 'For now' }
	}),
	'api/v1/parts/[part]/versions/[version]/+server.ts GET': ofText(
		WRITES,
		({ kept }) => `/versions/${kept}?with=now`
	),
	'api/v1/parts/[part]/versions/[version]/restore/+server.ts POST': ofText(
		WRITES,
		({ kept }) => `/versions/${kept}/restore`,
		{ method: 'POST' }
	),
	'api/v1/parts/[part]/versions/[version]/passages/+server.ts POST': {
		...ofText(WRITES, ({ kept }) => `/versions/${kept}/passages`, {
			method: 'POST',
			json: { keys: ['of nothing'] }
		}),
		answers: 409
	},
	'api/v1/parts/[part]/visit/+server.ts POST': ofText(READS, () => '/visit', { method: 'POST' }),
	'api/v1/parts/[part]/visit/+server.ts PUT': ofText(READS, () => '/visit', { method: 'PUT' }),
	'api/v1/parts/[part]/writers/+server.ts GET': ofText(READS, () => '/writers'),
	'(app)/document/[id]/history/+page.server.ts load': {
		guard: WRITES,
		call: ({ document, part }) => ({ path: `/document/${document}/history?part=${part}` })
	},
	'(app)/document/[id]/history/+page.server.ts ?/name': {
		guard: WRITES,
		call: ({ document, part }) => ({
			path: `/document/${document}/history?/name&part=${part}`,
			form: { name: 'For now' }
		})
	},
	'(app)/document/[id]/history/+page.server.ts ?/restore': {
		guard: WRITES,
		call: ({ document, part, kept }) => ({
			path: `/document/${document}/history?/restore&part=${part}`,
			form: { version: kept }
		})
	},
	'(app)/document/[id]/history/+page.server.ts ?/passage': {
		guard: WRITES,
		answers: 409,
		call: ({ document, part, kept }) => ({
			path: `/document/${document}/history?/passage&part=${part}`,
			form: { version: kept, keys: 'of-nothing' }
		})
	}
};
