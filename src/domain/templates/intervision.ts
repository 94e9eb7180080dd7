import type { Section } from './template.ts';

/** Intervisieverslag: of a group, for that group. What others may know of it stands apart. */
export const INTERVISION: readonly Section[] = [
	{
		heading: 'De bijeenkomst',
		guidance:
			'Welke dag, welke groep, wie begeleidde en met welke methode? Dit verslag is besloten: alleen voor de groep. Schrijf nooit namen van cliënten op, en niets waaraan zij te herkennen zijn.'
	},
	{
		heading: 'Terugblik op de vorige afspraak',
		guidance: 'Wat sprak de groep de vorige keer af, en wat kwam daarvan?'
	},
	{
		heading: 'Inbreng en vraag',
		guidance:
			'Welke situatie bracht iemand in, en met welke vraag? Gebruik een verzonnen naam, en alleen wat je voor de vraag nodig hebt.'
	},
	{
		heading: 'Verhelderende vragen',
		guidance: 'Wat vroeg de groep, en wat was het antwoord? Nog zonder oordeel of advies.'
	},
	{
		heading: 'Analyse',
		guidance: 'Wat zag de groep? Schrijf ook op waar mensen iets anders zagen.'
	},
	{ heading: 'Adviezen', guidance: 'Wat gaf de groep mee aan de inbrenger?' },
	{
		heading: 'Wat neemt de inbrenger mee?',
		guidance: 'Wat is de eerste stap, en wanneer?'
	},
	{
		heading: 'Wat leert de groep?',
		guidance: 'Wat geldt ook buiten deze situatie?'
	},
	{
		heading: 'Signalen voor team, organisatie of beleid',
		guidance:
			'Alleen als de groep dit wil delen. Schrijf het zo dat het over niemand persoonlijk gaat.'
	},
	{
		heading: 'Hoe ging het?',
		guidance: 'Was het veilig genoeg? Wat doet de groep de volgende keer anders?'
	}
];
