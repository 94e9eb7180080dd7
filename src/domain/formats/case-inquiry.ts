import { ROUND, type Format } from './format.ts';

/** Casusonderzoek in zes vragen, after the Nederlands Jeugdinstituut. */
export const CASE_INQUIRY: Format = [
	{
		...ROUND,
		title: 'Wat weet iedereen?',
		task: 'Leg bij elkaar wat ieder van deze casus weet. Zeg erbij van wie je het hebt, en wat niemand weet.',
		minutes: 20,
		speaker: 'iedereen om de beurt',
		turn: 'everybody',
		outcome: 'Wat we samen weten',
		not: 'nog geen verklaringen'
	},
	{
		...ROUND,
		title: 'Wat werkte hier, en wat niet?',
		task: 'Ga na wat er gedaan is. Wat hielp, wat hielp niet, en waaraan merkte je dat?',
		minutes: 15,
		turn: 'everybody',
		outcome: 'Dit werkte, dit niet'
	},
	{
		...ROUND,
		title: 'Doen we wat we weten?',
		task: 'Leg ernaast wat bekend is over wat werkt. Deden we dat ook? Zo niet, waarom?',
		minutes: 15,
		outcome: 'Wat we weten en wat we deden'
	},
	{
		...ROUND,
		title: 'Waar viel de beslissing?',
		task: 'Zoek de momenten waarop het een andere kant op had kunnen gaan. Wie koos, en wat was er nog meer mogelijk?',
		minutes: 15,
		outcome: 'Momenten die ertoe deden',
		not: 'niet zoeken naar wie het fout deed'
	},
	{
		...ROUND,
		title: 'Wat speelde mee?',
		task: 'Wat maakte dat het zo liep? Kijk naar mensen, naar de samenwerking, naar regels en naar tijd.',
		minutes: 15,
		turn: 'everybody',
		outcome: 'Wat meespeelde'
	},
	{
		...ROUND,
		title: 'Zie je dit vaker?',
		task: 'Welk patroon herken je, ook in ander werk? Wat vraagt dat van jullie, en van anderen?',
		minutes: 10,
		outcome: 'Patronen, en wat ze vragen'
	}
];
