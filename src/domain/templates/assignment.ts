import type { Section } from './template.ts';

/** Workshopopdracht: what participants read. The guide's sheet becomes a part of its own. */
export const ASSIGNMENT: readonly Section[] = [
	{
		heading: 'In het kort',
		guidance:
			'Hoe lang duurt het, hoe groot is een groep, en voor wie is het: mbo, hbo, master, professionals?'
	},
	{ heading: 'Wat leer je?', guidance: 'Wat kun je na afloop wat je eerst niet kon?' },
	{
		heading: 'Wat heb je nodig?',
		guidance: 'Welke casus lees je vooraf? Wat moet je al weten?'
	},
	{
		heading: 'De opdracht',
		guidance: 'Wat ga je doen? Schrijf het zo dat een groep meteen kan beginnen.'
	},
	{
		heading: 'Rondes',
		guidance: 'Schrijf per ronde op: wat je doet, hoeveel minuten, en in welke vorm.'
	},
	{ heading: 'Rollen', guidance: 'Wie leidt het gesprek, wie schrijft, wie let op de tijd?' },
	{ heading: 'Wat lever je op?', guidance: 'Wat is er klaar aan het eind, en in welke vorm?' },
	{
		heading: 'Beoordeling en feedback',
		guidance: 'Waar let de docent op? Welke vragen stellen groepen elkaar?'
	},
	{ heading: 'Nabespreken', guidance: 'Welke vragen bespreek je met iedereen samen?' },
	{
		heading: 'Veilig werken in de groep',
		guidance: 'Wat blijft binnen de groep? Hoe ga je om met verhalen van echte mensen?'
	},
	{
		heading: 'Anders in jouw regio?',
		guidance: 'Wat pas je aan voor je eigen werkplaats, en waarom?'
	},
	{
		heading: 'Ervaringen van eerdere keren',
		guidance: 'Wat ging goed, en wat doe je de volgende keer anders?'
	}
];

/** Begeleidersblad: only who may change the assignment reads it. */
export const GUIDE: readonly Section[] = [
	{
		heading: 'Voorbereiden',
		guidance: 'Wat leg je klaar, en wat lees je zelf vooraf? Wie spreek je van tevoren?'
	},
	{
		heading: 'Zo begeleid je het',
		guidance:
			'Wat zeg je aan het begin? Waar stuur je bij, en wanneer laat je een groep juist met rust?'
	},
	{
		heading: 'Wat je kunt verwachten',
		guidance: 'Welke antwoorden komen vaak, en wat mist een groep makkelijk?'
	},
	{
		heading: 'Als het schuurt',
		guidance: 'Wat doe je als een verhaal iemand raakt, of als een groep vastloopt?'
	}
];
