import { ROUND, WITHOUT_PRESENTER, type Format } from './format.ts';

/** Balintmethode: from what the matter is, by images and judgements, to a decision. */
export const BALINT: Format = [
	{
		...ROUND,
		title: 'Verzamelen',
		task: 'Noem allemaal een situatie waarin het contact met iemand je bezighoudt. Eén zin is genoeg.',
		minutes: 5,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Situaties'
	},
	{
		...ROUND,
		title: 'Kiezen',
		task: 'Kies samen de situatie die nu het meest vraagt. Wie erover vertelt, is de inbrenger.',
		minutes: 5,
		outcome: 'Deze situatie bespreken we'
	},
	{
		...ROUND,
		title: 'Inbreng',
		task: 'Vertel over het contact: wat gebeurt er tussen jou en de ander, en wat doet dat met je?',
		minutes: 10,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Wat er speelt, volgens mij',
		not: 'nog geen vragen'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Eerste gedachten',
		task: 'Schrijf in stilte op wat er bij je opkomt: een beeld, een woord, een gevoel. Het hoeft niet te kloppen.',
		minutes: 5,
		speaker: 'niemand: ieder schrijft voor zich',
		outcome: 'Beelden en woorden',
		not: 'niet overleggen'
	},
	{
		...ROUND,
		title: 'Beeld vormen',
		task: 'Stel vragen tot je de ander en de inbrenger allebei voor je ziet. Vraag ook naar wat er niet gezegd werd.',
		minutes: 15,
		speaker: 'de groep vraagt, de inbrenger antwoordt',
		outcome: 'Wat we zien',
		not: 'geen oordeel en geen advies'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Wat helpt en wat hindert',
		task: 'Zoek uit wat het contact vooruithelpt en wat het in de weg staat: bij de ander, bij de inbrenger, en eromheen.',
		minutes: 10,
		outcome: 'Dit helpt, dit hindert'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Ieders oordeel',
		task: 'Schrijf ieder voor zich op wat hier volgens jou de kern is.',
		minutes: 5,
		speaker: 'niemand: ieder schrijft voor zich',
		outcome: 'De kern, volgens ieder',
		not: 'niet overleggen'
	},
	{
		...WITHOUT_PRESENTER,
		title: 'Oordeel van de groep',
		task: 'Leg naast elkaar wat jullie schreven. Waar zijn jullie het over eens, en wat blijft verschillen?',
		minutes: 15,
		outcome: 'De kern, volgens de groep',
		not: 'een verschil hoeft niet weg'
	},
	{
		...ROUND,
		title: 'Besluit',
		task: 'Zeg wat je herkent. Kies wat je de volgende keer anders doet in dit contact.',
		minutes: 10,
		speaker: 'de inbrenger',
		turn: 'presenter',
		outcome: 'Mijn besluit'
	}
];
