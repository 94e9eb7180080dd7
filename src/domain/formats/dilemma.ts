import { ROUND, type Format } from './format.ts';

/** Dilemmamethode, for a moreel beraad, in ten steps. */
export const DILEMMA: Format = [
	{
		title: 'Welkom',
		task: 'Spreek af hoe jullie praten: onderzoeken gaat voor gelijk krijgen, en wat hier gezegd wordt blijft hier.',
		minutes: 5,
		speaker: 'wie het gesprek leidt',
		turn: 'nobody',
		outcome: '',
		not: ''
	},
	{
		...ROUND,
		title: 'De casus',
		task: 'Vertel wat er gebeurde. Sta stil bij het moment waarop je het moeilijkst kon kiezen.',
		minutes: 10,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Het moment waar het om gaat',
		not: 'nog geen vragen'
	},
	{
		...ROUND,
		title: 'Vragen om het te begrijpen',
		task: 'Vraag naar wat je nodig hebt om je in te leven. Wat wist je toen, wie waren erbij, wat kon wel en wat niet?',
		minutes: 10,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Wat we nu weten',
		not: 'geen oordeel en geen oplossing'
	},
	{
		...ROUND,
		title: 'De morele vraag',
		task: 'Schrijf de vraag op. Noem de twee kanten, A en B, en wat er verloren gaat als je A kiest, en als je B kiest.',
		minutes: 10,
		outcome: 'De vraag, A en B, en wat elk kost'
	},
	{
		...ROUND,
		title: 'Perspectieven, waarden en normen',
		task: 'Noem wie erbij hoort. Schrijf voor elk op wat die belangrijk vindt (de waarde), en wat daarom moet of juist niet mag (de norm).',
		minutes: 20,
		turn: 'everybody',
		outcome: 'Wie, welke waarde, welke norm',
		not: 'praat niet voor iemand zonder te zeggen dat je gokt'
	},
	{
		...ROUND,
		title: 'Andere wegen',
		task: 'Bedenk wat er nog meer kan, behalve A en B. Gek mag.',
		minutes: 5,
		turn: 'everybody',
		outcome: 'Andere wegen',
		not: 'niets meteen afkeuren'
	},
	{
		...ROUND,
		title: 'Ieders eigen afweging',
		task: 'Schrijf voor jezelf: ik kies …, omdat … voor mij het zwaarst weegt. Dat kost …, en dat verzacht ik door …',
		minutes: 10,
		speaker: 'niemand: ieder schrijft voor zich',
		turn: 'everybody',
		outcome: 'Ieders afweging',
		not: 'niet overleggen'
	},
	{
		...ROUND,
		title: 'Samen onderzoeken',
		task: 'Leg de afwegingen naast elkaar. Vraag elkaar door op het waarom. Waar zit het verschil echt?',
		minutes: 20,
		outcome: 'Waar we hetzelfde en anders over denken',
		not: 'niet overtuigen'
	},
	{
		...ROUND,
		title: 'Conclusie en afspraken',
		task: 'Wat is het antwoord op de vraag, ook als het er meer dan één is? Wie doet wat, en wie moet dit weten?',
		minutes: 10,
		outcome: 'Conclusie en afspraken'
	},
	{
		...ROUND,
		title: 'Terugkijken op het gesprek',
		task: 'Zeg om de beurt: wat zie je nu anders, en wat kan de volgende keer beter?',
		minutes: 5,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Hoe dit gesprek ging'
	}
];
