import type { Verdict } from '#domain/suggestions.ts';
import { ago, type Ago } from './document.ts';
import type { DemoName } from './people.ts';
import { AANBELLEN } from './twente/names.ts';

/** What somebody would have otherwise in the text of a document: these words become those. */
export type DemoSuggestion = {
	document: string;
	by: DemoName;
	at: Ago;
	words: string;
	become: string;
	decided?: { verdict: Verdict; by: DemoName; at: Ago };
};

/** What people of the demo suggest; what was decided on comes first, it is of before. */
export const DEMO_SUGGESTIONS: readonly DemoSuggestion[] = [
	{
		document: AANBELLEN,
		by: 'student',
		at: ago(4, '19:40'),
		words: 'Drie sociaal werkers belden een half jaar aan',
		become: 'Zonder overleg belden drie sociaal werkers een half jaar aan',
		decided: { verdict: 'rejected', by: 'lector', at: ago(3, '10:15') }
	},
	{
		document: AANBELLEN,
		by: 'aziz.bouzid',
		at: ago(1, '16:05'),
		words: 'zonder dat hij zich een geval voelt?',
		become: 'zonder dat die zich een geval voelt?'
	},
	{
		document: AANBELLEN,
		by: 'aziz.bouzid',
		at: ago(1, '16:12'),
		words: 'De bakker is er nog, de bank niet meer.',
		become:
			'De bakker is er nog, de bank niet meer. De kringloop is de plek waar mensen blijven hangen.'
	},
	{
		document: AANBELLEN,
		by: 'inwoner',
		at: ago(0, '08:44'),
		words: 'Na de derde ging de bel eraf.',
		become: 'Na de derde haalde ik de bel eraf.'
	}
];
