import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, steps, strong, table } from '../text.ts';

const content = doc(
	h1('In het kort'),
	p(
		'Een dagdeel, in groepen van drie of vier. Voor studenten social work en sociaal juridische dienstverlening, samen met klantmanagers en ervaringsdeskundigen. Je krijgt drie brieven die op dezelfde dag bij dezelfde persoon op de mat vallen.'
	),
	h1('Wat leer je?'),
	bullets(
		'Je ziet wat een brief doet met iemand die er al veertig ongeopend heeft.',
		'Je kunt drie regels naast elkaar leggen en zeggen waar ze elkaar tegenspreken.',
		'Je kunt kiezen wat vandaag moet, en uitleggen wat dus moet wachten.'
	),
	h1('Wat heb je nodig?'),
	p(
		'De drie brieven (verzonnen, maar gemaakt naar echte), een keukentafel of iets wat erop lijkt, en geen telefoon. Wie het maandinkomen wil uitrekenen, krijgt pen en papier. Zo gaat het bij mevrouw K. ook.'
	),
	h1('De opdracht'),
	p(
		'Mevrouw K. is 43, heeft twee kinderen, werkt twintig uur in de schoonmaak en krijgt daarnaast een aanvulling. Op dinsdag komt de post.'
	),
	table(
		['Van', 'Wat er staat', 'Vóór wanneer'],
		['De gemeente', 'Uw aanvulling wordt stopgezet als u uw loonstroken niet inlevert.', 'vrijdag'],
		['De energieleverancier', 'U krijgt geld terug. Dat telt mee als inkomen.', '–'],
		['De school', 'Uw kind gaat op kamp. De eigen bijdrage is 85 euro.', 'donderdag']
	),
	p('Mevrouw K. belt jou en zegt: ‘Er is post.’ Meer niet. Je hebt een uur.'),
	h1('Rondes'),
	steps(
		[
			strong('Op de mat (15 minuten). '),
			'Iedereen leest alleen, staand, en schrijft op welke brief het eerst weggelegd wordt en waarom.'
		],
		[
			strong('Aan tafel (30 minuten). '),
			'Maak samen een volgorde. Reken uit wat er op vrijdag op de rekening staat.'
		],
		[
			strong('Aan de andere kant (30 minuten). '),
			'Ieder wordt de schrijver van één brief. Wat wist je niet toen je hem verstuurde?'
		],
		[
			strong('Herschrijven (30 minuten). '),
			'Schrijf één van de drie brieven opnieuw, in ten hoogste tachtig woorden. Een ervaringsdeskundige leest hem hardop voor.'
		],
		[
			strong('Met iedereen (25 minuten). '),
			'Hang de brieven op. Wie durft de eigen versie morgen te versturen?'
		]
	),
	h1('Wat lever je op?'),
	p(
		'De herschreven brief, en één zin over een regel die jullie niet konden oplossen met betere woorden.'
	),
	h1('Nabespreken'),
	bullets(
		'Wanneer is een duidelijke brief toch geen hulp?',
		'Wie in deze kamer maakt zelf de post niet altijd open?',
		'Wat zou er gebeuren als de drie schrijvers elkaar kenden?'
	),
	h1('Veilig werken in de groep'),
	callout(
		'warning',
		'De kans is groot dat iemand in de groep zelf geldzorgen heeft. Vraag niemand om een eigen voorbeeld. Wie er een geeft, mag het ook weer terugnemen.'
	),
	h1('Nog te doen'),
	p(
		'Het begeleidersblad, met de uitkomst van de rekensom. En Hanneke vragen of de gemeente een klantmanager kan missen op een vrijdagochtend.'
	)
);

export const drieBrieven: DemoDocument = {
	werkplaats: 'twente',
	kind: 'assignment',
	title: 'Drie brieven op één dag',
	by: 'docent',
	themes: ['bestaanszekerheid', 'integraal-werken'],
	domains: ['werk-en-inkomen'],
	sensitivity: 'werkplaats',
	content,
	shares: [
		{ person: 'inwoner', level: 'comment' },
		{ person: 'beleid', level: 'comment' }
	],
	begun: ago(18, '09:10'),
	changed: did('docent', 5, '12:48'),
	visits: [did('docent', 5, '12:48'), did('onderzoeker', 6, '10:00'), did('beleid', 6, '15:30')]
};
