import type { Perspective } from '../kinds.ts';
import type { Section } from './template.ts';

/** Casus: what all who tell it share. */
export const CASE: readonly Section[] = [
	{
		heading: 'Waarom deze casus?',
		guidance:
			'Waarom vertellen we dit? Gebruik een verzonnen naam en noem niets waaraan iemand te herkennen is.'
	},
	{
		heading: 'De situatie in het kort',
		guidance: 'Alleen feiten: wat is er gebeurd? Wat ieder ervan vond, staat bij de stemmen.'
	},
	{
		heading: 'Regels en systemen',
		guidance: 'Welke regels of afspraken speelden mee? Hielpen ze, of zaten ze in de weg?'
	}
];

/** What is written when the voices have been heard. */
export const LESSONS: readonly Section[] = [
	{
		heading: 'Waar lopen de verhalen uiteen?',
		guidance: 'Op welk moment zagen mensen iets anders? Laat beide staan.'
	},
	{
		heading: 'Beslismomenten',
		guidance: 'Wanneer koos iemand iets? Wat had ook gekund?'
	},
	{ heading: 'Dilemma', guidance: 'Welke moeilijke keuze zit in deze casus?' },
	{ heading: 'Wat werkte', guidance: 'Wat hielp, voor wie, en waardoor?' },
	{ heading: 'Leervragen', guidance: 'Wat kunnen studenten en collega’s hiervan leren?' },
	{
		heading: 'Terug naar de betrokkene',
		guidance: 'Heeft de betrokkene dit gezien? Wat vond die ervan, en wat is er aangepast?'
	}
];

/** Under what a voice begins; the moments of the timeline follow as somebody tells of them. */
export const VOICE_GUIDANCE: Record<Perspective, string> = {
	citizen: 'Vertel in je eigen woorden wat er gebeurde en hoe dat voor jou was. Fouten maken mag.',
	relative: 'Hoe zag jij het, als familie, vriend of buur? Wat deed jij, en wat deed het met jou?',
	professional: 'Wat zag je, wat deed je, en waarom? Schrijf alleen over wat je zelf meemaakte.',
	municipality:
		'Welke afspraken en afwegingen speelden bij de gemeente? En wat zag je daarvan terug?'
};
