import type { Section } from './template.ts';

/** Casus: the shared text; each voice gets a part of its own when cases with voices arrive. */
export const CASE: readonly Section[] = [
	{
		heading: 'Waarom deze casus?',
		guidance:
			'Waarom vertellen we dit? Gebruik een verzonnen naam en noem niets waaraan iemand te herkennen is.'
	},
	{
		heading: 'De situatie in het kort',
		guidance: 'Alleen feiten: wat is er gebeurd? Noem een ruwe periode en regio.'
	},
	{
		heading: 'Tijdlijn',
		guidance: 'Welke momenten deden ertoe? Begin bij het eerste contact.'
	},
	{
		heading: 'Wat de inwoner vertelt',
		guidance:
			'In eigen woorden. Schrijf erbij of de inwoner dit zelf schreef of dat iemand het opschreef.'
	},
	{ heading: 'Wat naasten vertellen', guidance: 'Familie, vrienden, buren: hoe zagen zij het?' },
	{
		heading: 'Wat professionals vertellen',
		guidance: 'Per vak: wat zag je, wat deed je, en waarom?'
	},
	{
		heading: 'Wat de gemeente vertelt',
		guidance: 'Welke afspraken en afwegingen speelden bij de gemeente?'
	},
	{
		heading: 'Waar lopen de verhalen uiteen?',
		guidance: 'Op welk moment zagen mensen iets anders? Laat beide staan.'
	},
	{
		heading: 'Beslismomenten',
		guidance: 'Wanneer koos iemand iets? Wat had ook gekund?'
	},
	{
		heading: 'Regels en systemen',
		guidance: 'Welke regels of afspraken speelden mee? Hielpen ze, of zaten ze in de weg?'
	},
	{ heading: 'Dilemma', guidance: 'Welke moeilijke keuze zit in deze casus?' },
	{ heading: 'Wat werkte', guidance: 'Wat hielp, voor wie, en waardoor?' },
	{
		heading: 'Wat verandert er bij wie?',
		guidance:
			'Schrijf het op voor elke partij: inwoner, professional, organisatie, gemeente. Of schrijf waarom niet.'
	},
	{ heading: 'Leervragen', guidance: 'Wat kunnen studenten en collega’s hiervan leren?' },
	{
		heading: 'Terug naar de betrokkene',
		guidance: 'Heeft de betrokkene dit gezien? Wat vond die ervan, en wat is er aangepast?'
	}
];
