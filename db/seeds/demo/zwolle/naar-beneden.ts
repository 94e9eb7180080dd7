import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In een woonzorgcentrum is beneden elke middag iets te doen. Meneer V., 90 jaar, gaat niet. Het team noemt dat ‘terugtrekken’. Hij noemt het ‘uitzicht’.'
	),
	h1('De situatie in het kort'),
	p(
		'Meneer V. verhuisde in het voorjaar, na een val, van een boerderij naar de vierde verdieping. In juni kwam in het zorgplan te staan: deelname aan activiteiten, twee keer per week. In september was het doel niet gehaald en werd het verhoogd naar drie keer. In oktober vroeg een helpende wat hij eigenlijk ziet.'
	),
	h1('Regels en systemen'),
	p(
		'Elk zorgplan heeft doelen, en een doel zonder voortgang levert een vraag op bij de controle. De doelen komen uit een lijst. Gaan zitten staat er niet op.'
	)
);

const DOEL = 'Het doel';
const HOGER = 'Drie keer in plaats van twee';
const UITZICHT = 'Het uitzicht';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p('In het plan is de kamer de plek waar iemand niet is. Voor meneer V. is beneden dat.'),
	h1('Beslismomenten'),
	bullets(
		[strong('Juni. '), 'Het doel kwam uit een lijst met doelen. Er was geen doel dat op hem leek.'],
		[
			strong('September. '),
			'Niet gehaald werd gelezen als te weinig gedaan. Het kon ook gelezen worden als een antwoord.'
		],
		[strong('Oktober. '), 'Gaan zitten stond in geen enkel plan.']
	),
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
	case: {
		head: {
			pseudonym: 'Meneer V.',
			period: 'voorjaar tot najaar',
			region: 'een dorp bij een rivier',
			areas: ['meaning', 'health', 'housing'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: DOEL, period: 'juni' },
			{ title: HOGER, period: 'september' },
			{ title: UITZICHT, period: 'oktober' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'dirkje.weijers',
				telling: 'noted',
				teller: 'Dirkje Weijers, naast hem aan het raam',
				told: [
					told(HOGER, 'Beneden vragen ze of je meedoet. Boven vraagt niemand wat.'),
					told(
						UITZICHT,
						'Ik kan van hier mijn eigen land zien. Er staat nu een ander zijn maïs op. Daar heb ik een hele dag werk aan.'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'shirley.pattipeilohy',
				label: 'Kleindochter',
				telling: 'noted',
				teller: 'Shirley Pattipeilohy',
				told: [
					told(
						HOGER,
						'Opa was nooit een man van mensen. Hij praatte tegen koeien. Waarom moet hij op zijn negentigste leren sjoelen?'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'shirley.pattipeilohy',
				label: 'Zoon',
				telling: 'noted',
				teller: 'Shirley Pattipeilohy',
				told: [
					told(
						HOGER,
						'Ze moeten meer aandringen. Straks zegt hij helemaal niets meer. Mijn dochter ziet hem twee keer per jaar, ik elke zondag. Ik weet hoe stil hij kan zijn.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'carla.brinkhuis',
				label: 'Eerstverantwoordelijke',
				told: [
					told(
						DOEL,
						'Ik moest drie doelen invullen en ik kende hem zes dagen. Dit stond bovenaan.'
					),
					told(
						HOGER,
						'Een doel zonder voortgang krijgt een vraag bij de controle. Dus je doet er iets aan, en dan wordt het drie. Ik heb het hem niet voorgelezen.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'carla.brinkhuis',
				label: 'Activiteiten',
				telling: 'noted',
				teller: 'Carla Brinkhuis, na een gesprek met haar collega',
				told: [
					told(
						HOGER,
						'Ik sta beneden met twintig mensen en één paar handen. Wie komt, krijgt aandacht. Dat ik daarmee ook kies wie het niet krijgt, had ik zo niet bedacht.',
						'Ik heb hem wel eens aan het lachen gekregen. Met een mop over een koe.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'tomasz.wrona',
				label: 'Helpende',
				telling: 'noted',
				teller: 'Tomasz Wrona, en door haar nagelezen',
				told: [
					told(
						UITZICHT,
						'Mijn voeten deden zeer, daarom ging ik zitten. Niet om iets. Toen vroeg ik wat hij zag. Ik heb een uur les gehad over maïs.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'tomasz.wrona',
				label: 'Geestelijke verzorging',
				told: [
					told(
						HOGER,
						'Ik schreef in de kantlijn van het plan: hij neemt al deel, waaraan? Ik schreef het met potlood. Dat zegt ook iets.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'dirkje.weijers',
				change: 'Op maandag komt er iemand zitten. Hij zet de tweede stoel zelf klaar.'
			},
			{
				perspective: 'relative',
				by: 'shirley.pattipeilohy',
				change: 'De zoon komt nu op maandag mee kijken. De kleindochter belt hem daarna.'
			},
			{
				perspective: 'professional',
				by: 'carla.brinkhuis',
				change: 'Ik lees elk doel hardop voor. Er zijn er elf geschrapt.'
			},
			{
				perspective: 'municipality',
				by: 'tomasz.wrona',
				reason: 'Het huis valt niet onder de gemeente. Zij is niet gevraagd.'
			}
		]
	},
	begun: ago(70, '20:10'),
	changed: did('tomasz.wrona', 22, '15:20'),
	visits: [
		did('docent', 16, '09:40'),
		did('professional', 18, '16:10'),
		did('buitenstaander', 21, '11:30')
	]
};
