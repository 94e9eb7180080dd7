import { ROUND, WITHOUT_PRESENTER, type Format } from './format.ts';

/** Vijfstappenmethode: the short way, for a group that knows each other. */
export const FIVE_STEPS: Format = [
	{
		...ROUND,
		title: 'Inbreng',
		task: 'Vertel wat er speelt, en welke vraag je hebt.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Mijn vraag',
		not: 'nog geen vragen'
	},
	{
		...ROUND,
		title: 'Vragen',
		task: 'Stel open vragen, tot je snapt waar het om gaat.',
		minutes: 10,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Wat we nu weten',
		not: 'geen advies'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'De kern',
		task: 'Zeg ieder in één zin wat volgens jou de kern is. De inbrenger luistert.',
		minutes: 10,
		speaker: 'iedereen om de beurt, behalve de inbrenger',
		outcome: 'De kern, volgens ieder'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Advies',
		task: 'Geef ieder één advies. De inbrenger luistert.',
		minutes: 10,
		speaker: 'iedereen om de beurt, behalve de inbrenger',
		outcome: 'Adviezen',
		not: 'de inbrenger reageert nog niet'
	},
	{
		...ROUND,
		title: 'Wat neem je mee?',
		task: 'Kies wat je gaat doen, en zeg wanneer.',
		minutes: 5,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Dit ga ik doen'
	}
];
