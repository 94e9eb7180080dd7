import type { Section } from './template.ts';

/** Onderzoeksvoorstel, in the shape that the RAAK schemes of Regieorgaan SIA ask for. */
export const PROPOSAL: readonly Section[] = [
	{
		heading: 'Samenvatting',
		guidance:
			'Vertel in een halve bladzijde wat je gaat doen en waarom. Ook voor wie dit vak niet kent.'
	},
	{
		heading: 'Vraagarticulatie',
		guidance: 'Welke vraag heeft de praktijk? Hoe en met wie haalde je die op?'
	},
	{
		heading: 'Waarom deze vraag ertoe doet',
		level: 2,
		guidance: 'Voor wie is dit een probleem, en wat verandert er als we het antwoord weten?'
	},
	{
		heading: 'Netwerk en rollen',
		guidance: 'Wie doen er mee, wat brengt ieder in, en wie is penvoerder? Noem ook inwoners.'
	},
	{
		heading: 'Wat is er al bekend?',
		guidance: 'Wat zeggen onderzoek, praktijk en ervaring? Wat ontbreekt nog?'
	},
	{
		heading: 'Onderzoeksvraag en deelvragen',
		guidance: 'Schrijf één hoofdvraag op, met de deelvragen eronder.'
	},
	{
		heading: 'Ontwerp, methoden en analyse',
		guidance: 'Hoe onderzoek je elke deelvraag? Bij wie, hoe vaak, en hoe bekijk je de gegevens?'
	},
	{
		heading: 'Werkpakketten en planning',
		guidance: 'Wat gebeurt wanneer en wie doet het? Noem mijlpalen en cycli.'
	},
	{
		heading: 'Doorwerking',
		guidance: 'Wat komt er terecht in de praktijk, in het onderwijs en in het onderzoek?'
	},
	{
		heading: 'Ethiek',
		guidance: 'Wat vraag je van mensen, en hoe zorg je dat zij er geen last van krijgen?'
	},
	{
		heading: 'Datamanagement',
		guidance:
			'Beantwoord vier vragen. Zijn de gegevens opnieuw te gebruiken? Waar staan ze tijdens het project? Waar daarna, en wie kan erbij? Wat is daarvoor nodig en wat kost het?'
	},
	{
		heading: 'Begroting en cofinanciering',
		guidance: 'Wat kost het, en wie betaalt? Noem geld en uren apart.'
	},
	{ heading: 'Risico’s', guidance: 'Wat kan er misgaan, en wat doe je dan?' },
	{ heading: 'Literatuur', guidance: 'Noem de bronnen, in APA-stijl.' }
];
