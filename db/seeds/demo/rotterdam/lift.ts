import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'De lift van portiek 12 is negen dagen stuk. Op de zevende verdieping woont mevrouw A., die met een rollator loopt. In die negen dagen veranderde er meer dan de lift.'
	),
	h1('De situatie in het kort'),
	p(
		'Op dag 1 stopt de lift. Er hangt een briefje: ‘monteur is onderweg’. Op dag 2 belt de dagbesteding; niemand neemt op. Op dag 4 loopt de thuiszorg zeven trappen. Op dag 5 beginnen twee jongens uit het portiek boodschappen te dragen, voor vijftig cent per verdieping. Op dag 9 doet de lift het weer. De jongens blijven komen.'
	),
	h1('Regels en systemen'),
	p(
		'Een lift is van de verhuurder. Een storing wordt gemeld als storing, zonder wie er achter de deuren woont. Hulp met spoed duurt vijf dagen. Voor twee jongens die boodschappen dragen bestaat geen regel.'
	)
);

const STIL = 'De lift staat stil';
const TRAPPEN = 'Zeven trappen';
const JONGENS = 'De jongens';
const WEER = 'De lift doet het weer';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'In het dossier duurt deze casus negen dagen en gaat hij over een lift. Volgens mevrouw A. is hij nog bezig en gaat hij over rijst.'
	),
	h1('Dilemma'),
	p(
		'De jongens vragen geen geld meer. Moet iemand dit nu regelen, vergoeden, verzekeren? En blijft het dan bestaan?'
	),
	callout(
		'warning',
		'Een storing van negen dagen is voor de een ongemak en voor de ander opsluiting. Noem het in een dossier zoals het is.'
	),
	h1('Leervragen'),
	bullets(
		'Wanneer zou jij de zoon gebeld hebben?',
		'Wat deed de jongerenwerker met zijn vraag aan de moeders?',
		'Schrijf de melding van dag 4 zo dat er dezelfde dag iets gebeurt.'
	)
);

export const lift: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'case',
	title: 'De lift van portiek 12',
	by: 'marieke.poot',
	themes: ['eenzaamheid', 'wonen'],
	domains: ['wmo', 'wonen'],
	sensitivity: 'open',
	content,
	case: {
		head: {
			pseudonym: 'Mevrouw A.',
			period: 'negen dagen in het najaar',
			region: 'een flat in een grote stad in het westen',
			areas: ['housing', 'health', 'network'],
			group: 'precariat',
			groupList: 2023
		},
		moments: [
			{ title: STIL, period: 'dag 1 tot 3' },
			{ title: TRAPPEN, period: 'dag 4' },
			{ title: JONGENS, period: 'dag 5 en 6' },
			{ title: WEER, period: 'dag 9 en daarna' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'zohra.benali',
				label: 'Mevrouw A.',
				telling: 'noted',
				teller: 'Zohra Benali, vertaald en teruggelezen',
				told: [
					told(STIL, 'Op dag drie dacht ik: als ik hier val, hoort niemand het.'),
					told(
						JONGENS,
						'Op dag zes stond er een jongen in mijn keuken. Hij vroeg waar de rijst moest. Ik wist niet eens hoe hij heette.'
					),
					told(
						WEER,
						'De lift doet het. Ik kan weer zelf. Maar ik zeg het niet te hard, want zij komen op donderdag.'
					)
				]
			},
			{
				perspective: 'citizen',
				holder: 'winston.kartosen',
				label: 'De jongens',
				telling: 'noted',
				teller: 'Winston Kartosen, met toestemming van hun moeders',
				told: [
					told(
						JONGENS,
						'Het ging om de vijftig cent. Schrijf niet op dat we aardig zijn. Zeven keer vijftig cent is drie vijftig, en dan weer naar beneden.',
						'Na dag vijf hebben we geen geld meer gevraagd. Ze gaf ons elke keer eten. Dan kun je niet ook nog geld vragen.'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'winston.kartosen',
				label: 'Zoon',
				telling: 'noted',
				teller: 'Winston Kartosen, aan de telefoon',
				told: [
					told(
						STIL,
						'Ik bel elke avond. Ze klonk gewoon. Ik vroeg of ze buiten was geweest. Vandaag niet, zei ze. Dat zei ze negen keer en ik hoorde het niet.'
					),
					told(
						WEER,
						'Ik las het hier. Zij dacht dat ik dan weer over een verpleeghuis zou beginnen. En dat had ik gedaan ook.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'ruben.oosterhof',
				label: 'Wijkverpleging',
				told: [
					told(
						TRAPPEN,
						'Ik heb ‘cliënt geïsoleerd’ in het dossier gezet en met spoed hulp aangevraagd. Toen die geregeld was, was de lift al gemaakt. Ik kwam voor haar steunkousen. Dat ze al vier dagen niemand had gezien, hoorde ik pas bij het tweede been.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'marieke.poot',
				label: 'Jongerenwerk',
				telling: 'noted',
				teller: 'Marieke Poot, na een gesprek met haar collega',
				told: [
					told(
						JONGENS,
						'Ik kende die twee van gedoe in de hal. Ik heb hun moeders gevraagd of het goed was. Meer niet. Als ik er iets van had gemaakt, waren ze weg geweest.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'marieke.poot',
				label: 'Monteur',
				telling: 'noted',
				teller: 'Marieke Poot, in het trappenhuis',
				told: [
					told(
						STIL,
						'Op dag twee heb ik het onderdeel besteld. Dat er iemand met een rollator woonde, stond er niet bij. Als ik dat weet, leen ik er een uit een ander portiek. Dat staat nergens, maar dat doen we.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'dulce.tavares',
				told: [
					told(
						TRAPPEN,
						'De melding kwam bij de verhuurder, niet bij ons. Wij hadden haar een kamer op de begane grond kunnen bieden, voor een week. Dat weet bijna niemand.'
					),
					told(
						JONGENS,
						'Vijftig cent per verdieping is voor de een een baantje en voor de ander een zorg. Wij vinden hier even niets van. Dat was een besluit.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'zohra.benali',
				change: 'Mevrouw A. heeft het nummer van de jongerenwerker, en hij het hare.'
			},
			{
				perspective: 'professional',
				by: 'ruben.oosterhof',
				change:
					'Een kapotte lift melden wij als ‘bewoner kan niet naar buiten’. Dan gaat hij een stapel omhoog. De verhuurder hangt op het briefje nu een naam en een nummer.'
			}
		]
	},
	shares: [{ person: 'gideon.asante', level: 'edit' }],
	begun: ago(52, '14:00'),
	changed: did('marieke.poot', 10, '10:25'),
	visits: [
		did('professional', 9, '11:15'),
		did('student', 7, '14:50'),
		did('gideon.asante', 10, '16:00')
	]
};
