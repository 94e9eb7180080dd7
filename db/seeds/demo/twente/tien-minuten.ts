import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, steps, strong, table } from '../text.ts';
import { TIEN_MINUTEN } from './names.ts';

const content = doc(
	h1('In het kort'),
	p(
		'Twee uur, in groepen van vier. Voor tweedejaars social work en voor professionals die al jaren aanbellen; het liefst door elkaar. Je speelt de eerste tien minuten van een huisbezoek, stopt, en begint opnieuw.'
	),
	h1('Wat leer je?'),
	bullets(
		'Je kunt een gesprek beginnen zonder formulier en zonder hulpvraag.',
		'Je kunt zeggen welke vraag je stelde, waarom die, en welke je had kunnen stellen.',
		'Je kunt verdragen dat het even stil is.'
	),
	h1('Wat heb je nodig?'),
	p(
		'Lees vooraf de casus ‘Een hond met twee baasjes’. Heb je toegang tot ‘Mevrouw D. doet niet meer open’? Lees dan alleen de tijdlijn tot en met 12 april. Verder: twee stoelen, een deur die dicht kan, een stapel lege kaartjes en iets om te lenen. Een schaar is genoeg.'
	),
	h1('De opdracht'),
	p(
		'Iemand doet open. Je weet de naam, de leeftijd en dat de huisarts gebeld heeft. Je hebt tien minuten. Aan het eind wil je niet weten wat het probleem is. Je wilt dat de deur een tweede keer opengaat.'
	),
	h1('Rondes'),
	table(
		['Ronde', 'Minuten', 'Wat je doet'],
		['1. Verdelen', '10', 'Kies rollen. De bewoner krijgt een kaartje dat de anderen niet zien.'],
		['2. Tien minuten', '10', 'Speel het bezoek. De schrijver noteert alleen vragen, letterlijk.'],
		[
			'3. De vragen op tafel',
			'15',
			'Leg alle gestelde vragen op kaartjes. De bewoner zegt bij elk: open of dicht.'
		],
		['4. Opnieuw', '10', 'Hetzelfde bezoek, nu met iets te lenen en zonder papier in de hand.'],
		[
			'5. Van de andere kant',
			'20',
			'De bewoner schrijft in vijf zinnen op wat er gebeurde. De bezoeker ook. Lees ze naast elkaar.'
		],
		['6. Met iedereen', '35', 'Nabespreken, zie hieronder.']
	),
	h1('Rollen'),
	bullets(
		[strong('Bewoner. '), 'Speel geen typetje. Denk aan iemand die je kent, en zeg niet wie.'],
		[strong('Bezoeker. '), 'Je mag één keer ‘stop’ zeggen en overnieuw beginnen.'],
		[strong('Schrijver. '), 'Schrijf vragen op, geen oordelen.'],
		[strong('Kijker. '), 'Let op handen, tassen, jassen en wie waar zit.']
	),
	h1('Wat lever je op?'),
	p(
		'Eén vraag per groep die vaker open dan dicht was, met in drie zinnen waarom. En één vraag die je voortaan thuis laat.'
	),
	h1('Beoordeling en feedback'),
	p(
		'Deze opdracht krijgt geen cijfer. Groepen geven elkaar antwoord op twee vragen: welke vraag nemen wij van jullie over, en waar zouden wij iets anders doen?'
	),
	h1('Nabespreken'),
	steps(
		'Waar zat het verschil tussen ronde 2 en ronde 4: in de vraag, in de schaar, of in jou?',
		'Wie was er opgelucht bij ‘ik red me wel’? Waarom?',
		'Mag je om een schaar vragen als je voor een gesprek komt?',
		'Wat zou er in jouw organisatie in het verslag staan?'
	),
	h1('Veilig werken in de groep'),
	callout(
		'warning',
		'Iemand in de groep kan zelf een deur hebben die dicht blijft. Meespelen hoeft niet; schrijver zijn is ook werk. Wat over echte mensen verteld wordt, blijft in de groep en komt niet op een kaartje.'
	),
	h1('Ervaringen van eerdere keren'),
	p(
		'Eerste keer (27 studenten, 9 sociaal werkers): ronde 3 had te weinig tijd. De professionals stelden meer vragen dan de studenten en kregen vaker ‘dicht’. Dat gaf een goed gesprek, toen iedereen uitgelachen was. Laat de groepen gemengd.'
	)
);

export const tienMinuten: DemoDocument = {
	werkplaats: 'twente',
	kind: 'assignment',
	title: TIEN_MINUTEN,
	by: 'docent',
	themes: ['vakmanschap', 'eenzaamheid'],
	domains: ['wmo'],
	sensitivity: 'open',
	content,
	shares: [
		{ person: 'student', level: 'comment' },
		{ person: 'student2', level: 'comment' },
		{ person: 'professional', level: 'suggest' }
	],
	begun: ago(120, '15:30'),
	changed: did('docent', 2, '11:05'),
	visits: [
		did('docent', 0, '08:55'),
		did('student', 0, '10:12'),
		did('student2', 0, '10:14'),
		did('professional', 4, '17:20'),
		did('coordinator', 5, '10:45'),
		did('landelijk', 9, '15:15')
	]
};
