import { fromSections } from './template.ts';

/** Cyclus: what one goes round with in action research. Written while it happens, not afterwards. */
export const CYCLE = fromSections([
	{
		heading: 'Wat gaan we anders doen?',
		guidance: 'Welke verandering proberen we in deze cyclus? Waarom deze, en bij wie?'
	},
	{
		heading: 'Wat deden we?',
		guidance: 'Schrijf op wat er echt gebeurde, ook als het anders ging dan bedacht.'
	},
	{
		heading: 'Wat zagen we?',
		guidance: 'Welke gegevens heb je: wat zag, hoorde of telde je? Nog zonder uitleg.'
	},
	{
		heading: 'Wat betekent het?',
		guidance: 'Wat leren we hiervan? Vraag ook aan inwoners en professionals wat zij erin zien.'
	},
	{
		heading: 'Wat besluiten we?',
		guidance:
			'Gaan we door, passen we het aan of stoppen we? Wat nemen we mee naar de volgende cyclus?'
	}
]);
