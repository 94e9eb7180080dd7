import { ROUND, WITHOUT_PRESENTER, type Format } from './format.ts';

/** Tienstappenmethode. */
export const TEN_STEPS: Format = [
	{
		...ROUND,
		title: 'Ieder een vraag',
		task: 'Schrijf in één zin op waar jij in je werk tegenaan loopt.',
		minutes: 5,
		turn: 'everybody',
		outcome: 'Onze vragen'
	},
	{
		...ROUND,
		title: 'Kiezen',
		task: 'Kies samen één vraag. Wie die heeft, is de inbrenger.',
		minutes: 5,
		outcome: 'Deze vraag bespreken we'
	},
	{
		...ROUND,
		title: 'Toelichten',
		task: 'Vertel kort wat eraan voorafging, wat je al probeerde en wat je van de groep wilt.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Wat eraan voorafging',
		not: 'nog geen vragen'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Vragen opschrijven',
		task: 'Schrijf ieder een paar open vragen op die de inbrenger aan het denken zetten.',
		minutes: 5,
		speaker: 'niemand: ieder schrijft voor zich',
		outcome: 'Vragen aan de inbrenger'
	},
	{
		...ROUND,
		title: 'Vragen beantwoorden',
		task: 'Loop de vragen langs. Zeg bij elke vraag of die warm is (dicht bij de kern) of koud.',
		minutes: 15,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Antwoorden, warm en koud',
		not: 'geen advies en geen discussie'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'De kern volgens de groep',
		task: 'Schrijf ieder op wat volgens jou de echte vraag is. Begin met: ik loop ertegenaan dat …',
		minutes: 5,
		speaker: 'iedereen om de beurt, behalve de inbrenger',
		outcome: 'De echte vraag, volgens ieder'
	},
	{
		...ROUND,
		title: 'De kern volgens de inbrenger',
		task: 'Zeg welke zin het dichtst bij jou komt. Schrijf je vraag opnieuw op.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Mijn vraag is nu'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Advies',
		task: 'Geef ieder één advies: wat zou jij doen als dit jouw vraag was?',
		minutes: 10,
		speaker: 'iedereen om de beurt, behalve de inbrenger',
		outcome: 'Adviezen',
		not: 'de inbrenger reageert nog niet'
	},
	{
		...ROUND,
		title: 'Kiezen wat past',
		task: 'Zeg wat je met de adviezen kunt, en wat je eerste stap is.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Mijn eerste stap'
	},
	{
		...ROUND,
		title: 'Terugkijken',
		task: 'Wat leerde ieder voor het eigen werk? Hoe ging het gesprek?',
		minutes: 10,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Wat wij leerden'
	}
];
