import { ROUND, type Format } from './format.ts';

/** Socratisch gesprek. */
export const SOCRATIC: Format = [
	{
		...ROUND,
		title: 'De vraag',
		task: 'Kies één vraag waar je zonder boek over kunt nadenken, zoals: wanneer help je iemand te veel?',
		minutes: 10,
		outcome: 'Onze vraag'
	},
	{
		...ROUND,
		title: 'Ieders ervaring',
		task: 'Noem een eigen ervaring die bij de vraag past. Zeg wat er gebeurde en wat je toen deed.',
		minutes: 10,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Ervaringen',
		not: 'geen verhalen van horen zeggen'
	},
	{
		...ROUND,
		title: 'Een voorbeeld kiezen',
		task: 'Kies een ervaring die afgelopen is, en waar iedereen zich in kan verplaatsen. Laat hem rustig vertellen.',
		minutes: 10,
		speaker: 'wie het voorbeeld gaf',
		outcome: 'Ons voorbeeld'
	},
	{
		...ROUND,
		title: 'Het punt waar het om draait',
		task: 'Zoek het moment waarop het erom ging. Zouden anderen daar hetzelfde hebben gedaan?',
		minutes: 10,
		outcome: 'Het moment'
	},
	{
		...ROUND,
		title: 'Wat je daar beweert',
		task: 'Maak de zin af: op dat moment vond ik dat …, want … Schrijf hem op zoals hij gezegd wordt.',
		minutes: 10,
		speaker: 'wie het voorbeeld gaf, met hulp van de groep',
		outcome: 'De bewering',
		not: 'geen woorden die niemand zelf zou zeggen'
	},
	{
		...ROUND,
		title: 'Wat eronder ligt',
		task: 'Vraag steeds: waarom vind je dat? Ga door tot je bij een regel komt die ook ergens anders geldt.',
		minutes: 15,
		outcome: 'De regels eronder',
		not: 'niet overtuigen'
	},
	{
		...ROUND,
		title: 'Toetsen',
		task: 'Leg de regels naast de andere ervaringen. Houden ze stand? Wat moet eraan veranderen?',
		minutes: 15,
		turn: 'everybody',
		outcome: 'Wat stand houdt'
	},
	{
		...ROUND,
		title: 'Terug naar de vraag',
		task: 'Geef samen een antwoord op de vraag. Schrijf ook op wat jullie nog niet weten.',
		minutes: 10,
		outcome: 'Ons antwoord'
	}
];
