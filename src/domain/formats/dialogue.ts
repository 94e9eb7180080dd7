import { ROUND, type Format } from './format.ts';

/** Dialooggesprek, as at a conference of werkplaatsen. */
export const DIALOGUE: Format = [
	{
		title: 'De vraag in het midden',
		task: 'Lees de vraag hardop. Wees een minuut stil en bedenk wat die met jouw werk te maken heeft.',
		minutes: 5,
		speaker: 'wie het gesprek leidt',
		turn: 'nobody',
		outcome: '',
		not: ''
	},
	{
		...ROUND,
		title: 'Een rondje langs iedere werkplaats',
		task: 'Vertel hoe het bij jullie gaat, met één voorbeeld.',
		minutes: 15,
		speaker: 'iedere werkplaats om de beurt',
		turn: 'everybody',
		outcome: 'Zo gaat het bij ons',
		not: 'nog niet op elkaar reageren'
	},
	{
		...ROUND,
		title: 'Verdiepen',
		task: 'Kijk opnieuw, nu als inwoner, als professional en als gemeente. Wat zie je dan wat je eerst niet zag?',
		minutes: 20,
		turn: 'everybody',
		outcome: 'Gezien door anderen'
	},
	{
		...ROUND,
		title: 'Hetzelfde en anders',
		task: 'Wat gaat overal hetzelfde? Wat gaat ergens anders, en waarom zou dat zijn?',
		minutes: 15,
		outcome: 'Overeenkomst en verschil',
		not: 'een verschil hoeft niet weg'
	},
	{
		...ROUND,
		title: 'Wat nemen we mee?',
		task: 'Noem om de beurt één ding dat je thuis anders doet of vraagt.',
		minutes: 10,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Dit nemen we mee'
	}
];
