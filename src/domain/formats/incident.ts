import { ROUND, WITHOUT_PRESENTER, type Format } from './format.ts';

/** Incidentmethode. */
export const INCIDENT: Format = [
	{
		...ROUND,
		title: 'Terugblik',
		task: 'Wie bracht de vorige keer iets in? Vertel wat je ermee deed, en wat dat opleverde.',
		minutes: 5,
		speaker: 'wie de vorige keer iets inbracht',
		outcome: 'Wat kwam er van de vorige keer?'
	},
	{
		...ROUND,
		title: 'Incidenten noemen',
		task: 'Denk aan iets kleins dat je zelf meemaakte en dat je niet loslaat. Vertel in een paar zinnen wat er gebeurde.',
		minutes: 10,
		speaker: 'wie iets heeft, om de beurt',
		turn: 'everybody',
		outcome: 'Incidenten',
		not: 'nog niet bespreken'
	},
	{
		...ROUND,
		title: 'Kiezen',
		task: 'Kies samen één incident waar de groep iets van kan leren. Wie het meemaakte, is de inbrenger.',
		minutes: 5,
		outcome: 'Dit incident bespreken we'
	},
	{
		...ROUND,
		title: 'Vragen naar feiten',
		task: 'Vraag door tot je het voor je ziet: wie was erbij, wat werd er gezegd, wat gebeurde er daarna?',
		minutes: 15,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Wat we nu weten',
		not: 'geen oordeel, geen tips in de vorm van een vraag'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Bespreken zonder de inbrenger',
		task: 'Praat over wat hier speelt. Wat wilde ieder bereiken? Waar ging het anders lopen? De inbrenger luistert.',
		minutes: 10,
		outcome: 'Wat hier speelt',
		not: 'de inbrenger praat en schrijft niet mee'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Advies',
		task: 'Zeg om de beurt wat jij zou doen, en waarom. De inbrenger luistert.',
		minutes: 10,
		speaker: 'iedereen om de beurt, behalve de inbrenger',
		outcome: 'Adviezen',
		not: 'de inbrenger reageert nog niet'
	},
	{
		...ROUND,
		title: 'Wat neem je mee?',
		task: 'Zeg met welk advies je iets kunt. Spreek af wat je gaat doen, en wanneer je daarover vertelt.',
		minutes: 10,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Dit ga ik doen',
		not: 'geen nieuwe adviezen'
	}
];
