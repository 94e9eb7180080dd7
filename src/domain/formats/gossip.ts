import { ROUND, WITHOUT_PRESENTER, type Format } from './format.ts';

/** Roddelmethode. */
export const GOSSIP: Format = [
	{
		...ROUND,
		title: 'Inbreng',
		task: 'Vertel wat er speelt en wat je van de groep wilt weten. Eindig met één vraag.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Mijn vraag',
		not: 'niemand valt de inbrenger in de rede'
	},
	{
		...ROUND,
		title: 'Vragen',
		task: 'Vraag naar wat je nog niet snapt. Houd je vragen kort en open.',
		minutes: 10,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Vragen en antwoorden',
		not: 'geen advies'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Roddelen',
		task: 'De inbrenger draait de stoel om. Praat over de situatie alsof de inbrenger er niet is: wat valt op, wat vermoed je, wat zou jij doen?',
		minutes: 15,
		outcome: 'Wat er gezegd werd',
		not: 'spreek de inbrenger niet aan; de inbrenger praat en schrijft niet mee'
	},
	{
		...ROUND,
		title: 'Reactie',
		task: 'Draai terug. Vertel wat je raakte, wat je herkende en wat nieuw was.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Wat dit mij zegt',
		not: 'geen verdediging, en niemand vult aan'
	},
	{
		...ROUND,
		title: 'Nabespreken',
		task: 'Praat na: wat leerde de groep hiervan voor het eigen werk? Hoe was het om zo te praten?',
		minutes: 10,
		turn: 'everybody',
		outcome: 'Wat wij hiervan leren'
	}
];
