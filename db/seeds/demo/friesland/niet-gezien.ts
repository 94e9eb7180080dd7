import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In het schriftje van de bibliobus staat een vraag die niet over boeken gaat: heeft iemand mevrouw W. gezien? Een dorpsgenoot ging kijken. Mevrouw W. was thuis, en blij was ze niet.'
	),
	h1('De situatie in het kort'),
	p(
		'De bus staat om de week in een dorp zonder winkel, sinds kort een uur langer. Op een woensdag in februari vroegen twee mensen aan de chauffeur of mevrouw W. al geweest was. Zij was sinds de dinsdag ervoor niet buiten gezien. Een buurvrouw van drie huizen verder belde aan.'
	),
	h1('Regels en systemen'),
	p(
		'Een chauffeur hoeft niets te melden. Wie zich zorgen maakt, kan bellen met het meldpunt van de gemeente; dan komt er binnen vijf werkdagen iemand langs. Niemand belde.'
	)
);

const BUS = 'De vraag in de bus';
const DEUR = 'Aan de deur';
const DAARNA = 'De weken daarna';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'In de bus heette het omkijken. Aan de deur voelde het als betrapt worden. Hetzelfde uur, dezelfde straat.'
	),
	h1('Dilemma'),
	p('Wanneer mag je weten dat iemand thuis is en niet wil opendoen?'),
	h1('Leervragen'),
	bullets(
		'Wat had de chauffeur ook kunnen zeggen tegen wie naar haar vroeg?',
		'Leg deze casus naast ‘Mevrouw D. doet niet meer open’. Wie klopte daar, en wie hier?'
	)
);

export const nietGezien: DemoDocument = {
	werkplaats: 'friesland',
	kind: 'case',
	title: 'Niet gezien sinds dinsdag',
	by: 'klaas.postma',
	themes: ['eenzaamheid', 'sociale-basis'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	state: 'in_review',
	content,
	case: {
		head: {
			pseudonym: 'Mevrouw W.',
			period: 'een winter',
			region: 'een dorp in het noorden',
			areas: ['network', 'health'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: BUS, period: 'februari' },
			{ title: DEUR, period: 'dezelfde avond' },
			{ title: DAARNA, period: 'maart' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'oane.hiemstra',
				telling: 'noted',
				teller: 'Oane Hiemstra, en door mevrouw W. nagelezen',
				told: [
					told(
						DEUR,
						'Ik had griep en vieze haren. Staat er ineens iemand met soep. Ik heb gezegd dat ik sliep. Door de brievenbus.',
						'De hele bus had het dus over mij gehad. Dat is toch wat.'
					),
					told(DAARNA, 'De pan heb ik teruggebracht. Schoon. Toen hebben we koffie gedronken.')
				]
			},
			{
				perspective: 'relative',
				holder: 'jikke.sinnema',
				label: 'Buurvrouw',
				told: [
					told(
						BUS,
						'Klaas zei niks. Hij keek alleen naar het raam, naar haar kant. Toen dacht ik: dan ga ik wel.'
					),
					told(
						DEUR,
						'Ik stond daar met een pan in mijn handen tegen een brievenbus te praten. Ik schaamde me dood. Maar ik hoorde haar stem, dus ze leefde.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'klaas.postma',
				label: 'Chauffeur bibliobus',
				told: [
					told(
						BUS,
						'Het stond al twee keer in mijn schriftje: W. niet. Ik meld zulke dingen niet. Dan ben ik de volgende keer van de gemeente en zegt niemand meer wat.'
					),
					told(
						DAARNA,
						'Ze leent nu dikke boeken. Dan hoeft ze minder vaak, zegt ze. Ze komt elke keer.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'relative',
				by: 'jikke.sinnema',
				change: 'Wij hebben nu een afspraak: gordijn open is goed. Dat wilde zij zelf.'
			}
		]
	},
	shares: [{ person: 'buitenstaander', level: 'suggest' }],
	begun: ago(64, '19:20'),
	changed: did('klaas.postma', 14, '20:10'),
	visits: [did('tjeerd.wijma', 10, '09:30'), did('fenna.abdi', 9, '14:00')]
};
