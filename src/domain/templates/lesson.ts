import type { Section } from './template.ts';

/** Les uit de praktijk: one screen, told by who learned it. */
export const LESSON: readonly Section[] = [
	{
		heading: 'De les in één zin',
		guidance: 'Wat weet je nu wat je eerst niet wist? Schrijf het zoals je het een collega vertelt.'
	},
	{
		heading: 'Wat gebeurde er?',
		guidance:
			'Vertel het kort. Gebruik een verzonnen naam en noem niets waaraan iemand te herkennen is.'
	},
	{ heading: 'Wat werkte, en voor wie?', guidance: 'Wat hielp, waardoor, en voor wie niet?' },
	{
		heading: 'Wanneer geldt dit wel en niet?',
		guidance: 'In welke situatie zou je dit weer doen? Wanneer juist niet?'
	},
	{
		heading: 'Probeer het zelf',
		guidance: 'Wat is de eerste kleine stap voor iemand die dit leest?'
	}
];
