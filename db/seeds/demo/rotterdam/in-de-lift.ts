import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Twaalf bewoners van een flat interviewden hun buren. Achtentwintig deuren bleven dicht. Achter een daarvan woont meneer P., elf jaar lang de buurman van een van de interviewers. Zij groeten elkaar elke dag. Waarom ging die deur niet open?'
	),
	h1('De situatie in het kort'),
	p(
		'De interviewer belde drie keer aan. Meneer P. was thuis. Later vertelde hij aan een andere bewoonster waarom hij niet opendeed. Beide mannen weten dat ze allebei in deze casus staan, en hebben elkaars tekst gelezen.'
	),
	h1('Regels en systemen'),
	p(
		'De interviewers mochten alleen in hun eigen portiek aanbellen. Dat was zo bedacht om het vertrouwd te houden. Wie niet meedeed, kreeg geen vraag waarom.'
	)
);

const LIFT = 'In de lift';
const BEL = 'De bel';
const LEZEN = 'Elkaars tekst';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Winston dacht dat meneer P. hem niet vertrouwde. Meneer P. dacht dat Winston kwam controleren of hij alleen woonde. Ze hadden allebei een beetje gelijk.'
	),
	h1('Leervragen'),
	bullets(
		'Wanneer is een vreemde beter dan een buur?',
		'Wat had er op het briefje kunnen staan dat vooraf in de bus viel?'
	)
);

export const inDeLift: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'case',
	title: 'Hij groet me in de lift',
	by: 'gideon.asante',
	themes: ['eenzaamheid', 'inclusie'],
	domains: ['wmo', 'wonen'],
	sensitivity: 'werkplaats',
	content,
	case: {
		head: {
			pseudonym: 'Meneer P.',
			period: 'een voorjaar',
			region: 'een flat in een grote stad in het westen',
			areas: ['network', 'income', 'housing'],
			group: 'precariat',
			groupList: 2023
		},
		moments: [
			{ title: LIFT, period: 'elf jaar' },
			{ title: BEL, period: 'maart' },
			{ title: LEZEN, period: 'november' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'zohra.benali',
				telling: 'noted',
				teller: 'Zohra Benali, en door meneer P. nagelezen',
				told: [
					told(
						LIFT,
						'In de lift is het goed. Dan weet je: het duurt tot de begane grond. Je zegt iets over het weer en je bent er.'
					),
					told(
						BEL,
						'Hij stond daar met een map. Mijn nicht slaapt hier, twee nachten in de week. Als dat ergens op papier komt, korten ze me. Misschien is dat niet zo. Maar ik ga het niet proberen met de buurman.'
					),
					told(LEZEN, 'Elf jaar. En nu weet ik dat zijn vrouw dood is. Dat wist ik niet.')
				]
			},
			{
				perspective: 'relative',
				holder: 'winston.kartosen',
				label: 'Buurman',
				told: [
					told(
						LIFT,
						'Ik zou zeggen dat ik hem ken. Hij houdt de deur voor me open. Zijn voornaam moest ik op de brievenbus opzoeken.'
					),
					told(
						BEL,
						'Ik hoorde zijn radio. Ik heb drie keer gebeld. De derde keer ging de radio uit. Dat deed wel zeer.'
					),
					told(
						LEZEN,
						'Een map. Natuurlijk. Ik had die map gekregen bij de training, ik was er trots op.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'marieke.poot',
				label: 'Opbouwwerk',
				told: [
					told(
						BEL,
						'Die mappen waren mijn idee. Met een logo erop, dan ziet het er echt uit. Dat is dus gelukt.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'relative',
				by: 'winston.kartosen',
				change: 'Ik weet nu hoe hij heet. Hij mij ook. We staan nog steeds in de lift.'
			}
		]
	},
	begun: ago(25, '13:45'),
	changed: did('gideon.asante', 5, '11:15'),
	visits: [did('gideon.asante', 5, '11:15'), did('zohra.benali', 6, '20:30')]
};
