import type { AssignmentDesign, Step } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import type { GroupRole } from '#domain/runs.ts';
import { ago, type Ago } from './document.ts';
import type { DemoName } from './people.ts';
import { bullets, doc, p } from './text.ts';
import { TIEN_MINUTEN } from './twente/names.ts';

/** With this code one comes into the workshop that stands ready. */
export const DEMO_CODE = 'KXT479';

/** Who takes part: somebody of the network, or somebody without an account, by the name that they gave. */
export type DemoParticipant = { who: DemoName; role?: GroupRole } | { visitor: string };

export type DemoWorkshop = {
	of: string;
	title: string;
	by: DemoName;
	begun: Ago;
	/** In each group who is in it, and what it wrote by round, the first as 1. */
	groups: { people: DemoParticipant[]; wrote: Record<number, Content> }[];
	ended: Ago | null;
	/** When the text that was made of it was last worked on. */
	harvested?: Ago;
	/** With this code, where people are to come in. */
	code?: string;
};

const step = (title: string, minutes: number, given: Partial<Step> & Pick<Step, 'task'>): Step => ({
	...{ title, minutes, speaker: '', turn: 'everybody', outcome: '', not: '' },
	...given
});

/** The rounds of the assignment that is held as a workshop. */
export const DEMO_DESIGN: { of: string; by: DemoName; design: AssignmentDesign } = {
	of: TIEN_MINUTEN,
	by: 'docent',
	design: {
		steps: [
			step('Tien minuten', 10, {
				task: 'Speel het bezoek. Eén van jullie doet open, één belt aan. Wie schrijft, schrijft alleen vragen op, letterlijk.',
				speaker: 'de bezoeker en de bewoner',
				turn: 'scribe',
				outcome: 'De vragen die we stelden',
				not: 'Nog niets vinden van de vragen.'
			}),
			step('Open of dicht', 15, {
				task: 'Lees de vragen voor. De bewoner zegt bij elke vraag: open of dicht. Schrijf op waarom.',
				speaker: 'de bewoner',
				outcome: 'Open en dicht, en waarom',
				not: 'Geen advies aan de bezoeker.'
			}),
			step('Even niets', 5, {
				task: 'Iedereen denkt alleen na: welke vraag laat jij voortaan thuis?',
				turn: 'nobody',
				not: 'Niet praten. Ook niet zachtjes.'
			}),
			step('Mee naar huis', 10, {
				task: 'Kies samen één vraag om te houden en één om thuis te laten. Zeg in drie zinnen waarom.',
				speaker: 'iedereen om de beurt',
				outcome: 'Eén vraag die blijft en één die thuisblijft'
			})
		],
		rubric: [],
		questions: []
	}
};

export const DEMO_WORKSHOPS: readonly DemoWorkshop[] = [
	{
		of: TIEN_MINUTEN,
		title: 'Tien minuten aan de deur, buurthuis De Linde',
		by: 'docent',
		begun: ago(38, '18:30'),
		ended: ago(38, '20:10'),
		harvested: ago(37, '10:15'),
		groups: [
			{
				people: [
					{ who: 'student', role: 'scribe' },
					{ who: 'aziz.bouzid' },
					{ visitor: 'Riet' },
					{ visitor: 'Wim' }
				],
				wrote: {
					1: doc(
						bullets(
							'Hoe gaat het met u?',
							'Mag ik even binnenkomen?',
							'Is dat uw hond die ik hoor?',
							'Redt u het nog een beetje?',
							'Hebt u toevallig een schaar voor me?'
						)
					),
					2: doc(
						p(
							'Dicht: hoe gaat het met u, en redt u het nog. Daar zeg je ja op en dan is het klaar.'
						),
						p('Open: de hond. Daar kon ze over vertellen zonder dat het over haarzelf ging.'),
						p('De schaar was eerst raar en daarna het leukst. Zij had iets wat wij nodig hadden.')
					),
					4: doc(
						p('Blijft: is dat uw hond die ik hoor? Blijft thuis: redt u het nog een beetje?'),
						p(
							'Op de ene vraag moet je groot zijn en op de andere niet. Wie moet bewijzen dat het goed gaat, doet de deur weer dicht. Een hond hoeft niets te bewijzen.'
						)
					)
				}
			},
			{
				people: [{ who: 'student2', role: 'scribe' }, { who: 'professional' }, { who: 'inwoner' }],
				wrote: {
					1: doc(
						bullets(
							'Ik ben van Welzijn, schikt het?',
							'Weet u waarom ik kom?',
							'Wie ziet u zoal op een dag?',
							'Wat ruikt hier zo lekker?'
						)
					),
					2: doc(
						p(
							'Weet u waarom ik kom: dicht. Het klinkt als een examen waar je niet voor geleerd hebt.'
						),
						p('Wie ziet u zoal: half. Het antwoord was niemand, en toen was het stil.'),
						p(
							'Wat ruikt hier zo lekker: open. We kregen een stuk taart. Volgende keer nemen wij iets mee.'
						)
					),
					4: doc(
						p('Blijft: wat ruikt hier zo lekker? Blijft thuis: weet u waarom ik kom?'),
						p(
							'Iemand die een taart bakt, is niet alleen maar iemand die gebeld is door de huisarts. De vraag waarom wij komen is voor ons, niet voor haar. Die zeggen we voortaan zelf, in één zin.'
						)
					)
				}
			}
		]
	},
	{
		of: TIEN_MINUTEN,
		title: 'Tien minuten aan de deur, nieuwe ronde',
		by: 'docent',
		begun: ago(0, '08:00'),
		ended: null,
		code: DEMO_CODE,
		groups: [
			{ people: [{ who: 'student' }, { who: 'professional' }], wrote: {} },
			{ people: [{ who: 'student2' }, { who: 'inwoner' }], wrote: {} }
		]
	}
];
