import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In een woonzorgcentrum is beneden elke middag iets te doen. Meneer V., 90 jaar, gaat niet. Het team noemt dat ‘terugtrekken’. Hij noemt het ‘uitzicht’.'
	),
	h1('Tijdlijn'),
	bullets(
		[
			strong('Voorjaar. '),
			'Meneer V. verhuist, na een val, van een boerderij naar de vierde verdieping.'
		],
		[
			strong('Juni. '),
			'In het zorgplan komt te staan: deelname aan activiteiten, twee keer per week.'
		],
		[strong('September. '), 'Het doel is niet gehaald. Het wordt verhoogd naar drie keer.'],
		[strong('Oktober. '), 'Een helpende vraagt wat hij eigenlijk ziet.']
	),
	h1('Wat de inwoner vertelt'),
	quote(
		'Ik kan van hier mijn eigen land zien. Er staat nu een ander zijn maïs op. Daar heb ik een hele dag werk aan.',
		'meneer V.'
	),
	quote('Beneden vragen ze of je meedoet. Boven vraagt niemand wat.', 'meneer V.'),
	h1('Wat naasten vertellen'),
	p(
		'Zijn kleindochter zegt dat hij nooit een man van mensen was. ‘Hij praatte tegen koeien. Waarom moet hij op zijn negentigste leren sjoelen?’ Zijn zoon vindt juist dat het huis meer moet aandringen: ‘Straks zegt hij helemaal niets meer.’'
	),
	h1('Wat professionals vertellen'),
	p(
		'De eerstverantwoordelijke legt uit dat een doel zonder voortgang een vraag oplevert bij de controle. De helpende zegt dat zij per ongeluk ging zitten, omdat haar voeten pijn deden. Zij kreeg een uur les over maïs. De geestelijk verzorger schreef in de kantlijn van het plan: ‘Hij neemt al deel. Waaraan?’'
	),
	p(
		'De activiteitenbegeleider voelde zich aangesproken. ‘Ik sta beneden met twintig mensen en één paar handen. Wie komt, krijgt aandacht. Dat ik daarmee ook kies wie het niet krijgt, had ik zo niet bedacht.’ Zij is de enige van het team die meneer V. ooit aan het lachen heeft gekregen, met een mop over een koe.'
	),
	h1('Beslismomenten'),
	bullets(
		[strong('Juni. '), 'Het doel kwam uit een lijst met doelen. Er was geen doel dat op hem leek.'],
		[
			strong('September. '),
			'Niet gehaald werd gelezen als te weinig gedaan. Het kon ook gelezen worden als een antwoord.'
		],
		[strong('Oktober. '), 'Gaan zitten stond in geen enkel plan.']
	),
	h1('Waar lopen de verhalen uiteen?'),
	p('In het plan is de kamer de plek waar iemand niet is. Voor meneer V. is beneden dat.'),
	h1('Dilemma'),
	p(
		'De zoon en de kleindochter hebben allebei misschien gelijk. Hoe weet je of iemand van het uitzicht geniet of erachter verdwijnt? En wie mag dat bepalen?'
	),
	h1('Wat werkte'),
	p(
		'Het doel is geschrapt. In plaats daarvan staat er nu: elke week gaat er iemand naast hem zitten en vraagt hoe het land erbij ligt. De nieuwe boer is in november langs geweest. Meneer V. had opmerkingen.'
	),
	callout(
		'tip',
		'Lees een doel hardop voor aan degene over wie het gaat. Als jij je schaamt, is het niet zijn doel.'
	),
	h1('Leervragen'),
	bullets(
		'Van wie is een zorgplan?',
		'Herschrijf ‘trekt zich terug’ zonder oordeel.',
		'Wat had de zoon nodig?'
	)
);

export const naarBeneden: DemoDocument = {
	werkplaats: 'zwolle',
	kind: 'case',
	title: 'Meneer V. gaat niet naar beneden',
	by: 'tomasz.wrona',
	themes: ['eenzaamheid', 'zingeving', 'langer-thuis'],
	domains: ['wmo', 'gezondheid'],
	sensitivity: 'werkplaats',
	state: 'published',
	content,
	begun: ago(70, '20:10'),
	changed: did('tomasz.wrona', 22, '15:20'),
	visits: [
		did('docent', 16, '09:40'),
		did('professional', 18, '16:10'),
		did('buitenstaander', 21, '11:30')
	]
};
