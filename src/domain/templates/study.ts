import type { Section } from './template.ts';

/** Praktijkstudie: the outline that lectoren and researchers of the werkplaatsen work with. */
export const STUDY: readonly Section[] = [
	{
		heading: 'Aanleiding en praktijkvraag',
		guidance: 'Wat gebeurde er in de praktijk? Welke vraag kwam daaruit, en van wie kwam die vraag?'
	},
	{
		heading: 'Context',
		guidance: 'Waar speelt dit: welke werkplaats, gemeente, wijk en organisaties?'
	},
	{
		heading: 'Betrokkenen en rollen',
		guidance:
			'Wie doen er mee en in welke rol? Noem ook inwoners en ervaringsdeskundigen. Heeft iemand een belang bij de uitkomst? Schrijf dat op.'
	},
	{
		heading: 'Wat weten we al?',
		guidance: 'Zet drie soorten kennis naast elkaar. Alle drie tellen even zwaar.'
	},
	{ heading: 'Uit onderzoek', level: 2, guidance: 'Wat zeggen andere studies hierover?' },
	{ heading: 'Uit de praktijk', level: 2, guidance: 'Wat weten professionals hierover?' },
	{ heading: 'Uit ervaring', level: 2, guidance: 'Wat weten de mensen die het zelf meemaken?' },
	{
		heading: 'Onderzoeksvraag en deelvragen',
		guidance: 'Schrijf één hoofdvraag op, met de deelvragen eronder.'
	},
	{
		heading: 'Aanpak',
		guidance:
			'Hoe onderzoeken we dit? Beschrijf het ontwerp, de stappen, hoe we gegevens verzamelen en hoe we ze bekijken.'
	},
	{
		heading: 'Ethiek, toestemming en gegevens',
		guidance: 'Wie gaf toestemming waarvoor? Waar staan de gegevens, en wanneer gaan ze weg?'
	},
	{
		heading: 'Bevindingen',
		guidance: 'Wat zagen we? Schrijf per onderwerp en laat zien waaruit het blijkt.'
	},
	{
		heading: 'Variatie in de praktijk',
		guidance: 'Waar gaat het anders, en waarom daar? Verschil is geen fout.'
	},
	{
		heading: 'Perspectieven',
		guidance: 'Hoe kijken inwoners, professionals en gemeente hiernaar? Waar verschillen zij?'
	},
	{
		heading: 'Spanningsvelden en regels die knellen',
		guidance: 'Waar wringt het? Welke regel zit in de weg, en hoe gaan mensen ermee om?'
	},
	{ heading: 'Duiding', guidance: 'Wat betekent dit volgens ons?' },
	{
		heading: 'Opbrengst',
		guidance: 'Welke werkwijzen of producten komen hieruit? Voor wie en in welke situatie?'
	},
	{
		heading: 'Beperkingen en tegenspraak',
		guidance: 'Wat weten we niet? Welke voorbeelden passen niet bij ons verhaal?'
	},
	{
		heading: 'Wat gaan we anders doen?',
		guidance:
			'Schrijf per partij op wat er verandert: inwoners, professionals, organisaties, gemeente.'
	},
	{
		heading: 'Nieuwe praktijkvragen',
		guidance: 'Welke vragen neemt de werkplaats mee naar de kennisagenda?'
	},
	{
		heading: 'Verantwoording en dank',
		guidance: 'Wie werkten mee, en wie betaalde het onderzoek?'
	},
	{ heading: 'Literatuur', guidance: 'Noem de bronnen, in APA-stijl.' }
];
