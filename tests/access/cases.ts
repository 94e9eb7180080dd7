import type { Entry } from './entry.ts';
import type { Subject } from './world.ts';

const EDITS = 'who may edit the document';
const MANAGES = 'who may manage the document';

/** A form on the page of a case. */
const onCase = (
	guard: Entry['guard'],
	action: string,
	form: (subject: Subject) => Record<string, string> = () => ({ now: 'yes' })
): Entry => ({
	guard,
	about: ['case', 'voice', 'emptyVoice', 'moment'],
	call: (subject) => ({ path: `/document/${subject.case}?/${action}`, form: form(subject) })
});

const A_MOMENT = { title: 'A moment', period: 'spring' };

/** The entry points of what stands around the voices of a case. */
export const CASES: Record<string, Entry> = Object.fromEntries(
	Object.entries({
		head: onCase(EDITS, 'head', () => ({ pseudonym: 'Mrs D.', group: '' })),
		addMoment: onCase(EDITS, 'addMoment', () => A_MOMENT),
		changeMoment: onCase(EDITS, 'changeMoment', ({ moment }) => ({ id: moment, ...A_MOMENT })),
		moveMoment: onCase(EDITS, 'moveMoment', ({ moment }) => ({ id: moment, by: '1' })),
		removeMoment: onCase(EDITS, 'removeMoment', ({ moment }) => ({ id: moment })),
		closing: onCase(MANAGES, 'closing', () => ({ perspective: 'citizen', reason: 'No answer' })),
		blind: onCase(MANAGES, 'blind'),
		reveal: onCase(MANAGES, 'reveal'),
		addVoice: onCase(MANAGES, 'addVoice', () => ({ perspective: 'professional', label: 'Care' })),
		describeVoice: onCase(MANAGES, 'describeVoice', ({ voice }) => ({
			...{ part: voice, label: '', telling: 'own', teller: '' }
		})),
		giveVoice: onCase(MANAGES, 'giveVoice', ({ voice, email }) => ({ part: voice, person: email })),
		takeVoice: onCase(MANAGES, 'takeVoice', ({ voice, person }) => ({ part: voice, person })),
		inviteVoice: onCase(MANAGES, 'inviteVoice', ({ voice }) => ({
			...{ part: voice, email: 'somebody@wisselwerking.example', until: '2099-12-31' }
		})),
		removeVoice: onCase(MANAGES, 'removeVoice', ({ emptyVoice }) => ({ part: emptyVoice }))
	}).map(([action, entry]) => [`(app)/document/[id]/+page.server.ts ?/${action}`, entry])
);
