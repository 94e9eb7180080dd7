import { ago, did, told, type DemoDocument } from '../document.ts';
import { callout, doc, h1, p, tasks } from '../text.ts';

const content = doc(
	callout(
		'warning',
		'Ruwe gespreksnotities. Nog niet gepseudonimiseerd genoeg om te delen: de combinatie van leeftijd, opleiding en gezin is herkenbaar. Alleen voor wie hier bij naam toegang heeft.'
	),
	h1('Waarom deze casus?'),
	p(
		'R. is zestien en had in vier jaar zeven hulpverleners. Ik ben de achtste. Bij de eerste ontmoeting gaf hij mij een vel papier met zijn eigen samenvatting. ‘Dan hoef ik het niet weer te vertellen.’ Ik wil weten wat wij van dat papier kunnen leren. R. vindt het goed dat ik erover schrijf, als zijn moeder het niet eerder leest dan hij.'
	),
	h1('De situatie in het kort'),
	p(
		'R. woont bij zijn moeder en twee jongere zusjes. Zijn moeder werkt in de avonden. Hij brengt de meisjes naar bed, ook als hij de volgende ochtend stage heeft. Het gezin heeft schulden uit een tijd waarover R. zegt dat die ‘voorbij is, behalve de brieven’. In het dossier staat schoolverzuim als eerste probleem. Op zijn papier staat het als laatste.'
	),
	h1('Regels en systemen'),
	p(
		'Elke nieuwe hulpverlener krijgt het dossier van de vorige. Het begint met de vraag van school. Een contract in de jeugdhulp loopt meestal een jaar; het mijne loopt tot de zomer.'
	),
	h1('Voordat dit verder gaat'),
	tasks(
		'x Toestemming van R. voor onderzoek, op papier',
		'Toestemming van zijn moeder, na overleg met R.',
		'Opleiding en gezin veranderen, samen met Samira',
		'R. laten lezen wat er overblijft, voordat iemand anders het ziet',
		'Afspreken wanneer deze notities weg mogen'
	)
);

const AUTO = 'In de auto';
const TAFEL = 'Aan de keukentafel';
const STAGE = 'Op de stage';
const BELLETJE = 'Het belletje in de avond';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Het dossier zegt: motivatieproblemen, gezin werkt wisselend mee. De stage zegt: betrouwbaar. R. zegt: punt drie. Niemand heeft hem een mantelzorger genoemd. Hij zelf zou het woord ook niet gebruiken, en ik weet niet of ik het hem moet geven.'
	),
	h1('Dilemma'),
	p(
		'Om de zusjes op te vangen kan ik iets regelen, maar dan komt er een negende. R. zei: ‘Als het maar iemand is die blijft.’ Dat kan ik niet beloven.'
	)
);

export const achtsteHulpverlener: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: 'De achtste hulpverlener',
	by: 'professional',
	themes: ['jeugd', 'bestaanszekerheid', 'mantelzorg'],
	domains: ['jeugd', 'werk-en-inkomen'],
	sensitivity: 'vault',
	content,
	case: {
		head: {
			pseudonym: 'R.',
			period: 'dit najaar',
			region: 'een stad in het oosten',
			areas: ['income', 'parenting', 'work', 'health'],
			group: 'precariat',
			groupList: 2023
		},
		moments: [
			{ title: AUTO, period: 'het eerste gesprek' },
			{ title: TAFEL, period: 'een week later' },
			{ title: STAGE, period: 'weer een week later' },
			{ title: BELLETJE, period: '22.40 uur' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'professional',
				label: 'Het papier van R.',
				telling: 'noted',
				teller: 'Joost ten Velde, letterlijk, met toestemming van R.',
				told: [
					told(
						AUTO,
						'1. Ik ben niet boos, ik kijk zo.',
						'2. Praat niet over mijn moeder alsof ze er niet is.',
						'3. Als je weggaat zeg het dan op tijd.',
						'4. Ik slaap slecht.',
						'5. Er is thuis geen plek om huiswerk te maken maar dat hoeft niemand op te lossen.',
						'6. School weet ik.'
					)
				]
			},
			{ perspective: 'relative', label: 'Moeder' },
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Jeugdhulp',
				told: [
					told(
						AUTO,
						'Hij praat als hij niet aangekeken wordt. Vertelt dat hulpverlener vijf de beste was, omdat die zijn fiets maakte. Vraagt hoe lang ik blijf. Ik zei: dat weet ik niet. Hij zei: eerlijk.'
					),
					told(
						TAFEL,
						'Moeder erbij. Zij verontschuldigt zich voor het huis, dat er prima uitziet. De zusjes doen alles wat R. zegt. Hij is hier geen jongen van zestien.'
					),
					told(
						STAGE,
						'Zijn begeleider op de werkplaats weet van niets en vindt hem ‘de enige die op tijd is’. Verzuim is op school, niet hier.'
					),
					told(
						BELLETJE,
						'Of ik wist wat dwangbevel betekent. De brief lag er al een week.',
						'Wat me bijblijft: hij bedankt elke keer voor mijn tijd. Alsof ik degene ben die iets komt doen wat niet hoeft. In geen van de zeven verslagen die ik kreeg, staat dat hij ooit iets gevraagd heeft. In vier gesprekken vroeg hij mij drie dingen. Twee daarvan gingen over anderen.'
					)
				]
			}
		],
		lessons
	},
	shares: [{ person: 'onderzoeker', level: 'edit' }],
	begun: ago(21, '21:15'),
	changed: did('professional', 3, '22:58'),
	visits: [did('professional', 3, '22:58'), did('onderzoeker', 5, '09:35')]
};
