import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Een kaartclub van zes wordt een kaartclub van drie. De vierde man komt uit een ander dorp en wordt gebracht door een taxi die niet mag wachten. Het gaat over een halve kilometer regels.'
	),
	h1('De situatie in het kort'),
	p(
		'Sinds 1983 klaverjassen zes mannen op vrijdag in een dorpshuis. Twee zijn overleden, één verhuisde naar een verpleeghuis. Met drie kun je niet kaarten. In een dorp verderop woont meneer H., 79 jaar, die vroeger fel speelde en nu niet meer mag rijden. De beheerster van het dorpshuis belde hem. Nu brengen de mannen hem zelf.'
	),
	h1('Regels en systemen'),
	p(
		'Meneer H. heeft recht op vervoer van de gemeente: tot vijf zones, bestellen een dag vooraf, terugrit op een vast uur. De tijden komen uit een schema dat een computer in een andere provincie maakt. Een taxi die wacht, is door niemand ingekocht.'
	)
);

const STOEL = 'De lege stoel';
const TELEFOON = 'Het telefoontje';
const TAXI = 'De taxi van half tien';
const DONKER = 'In het donker';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Voor de gemeente is er elke week een rit geleverd. Voor meneer H. is er elke week een potje niet uitgespeeld. Beide kloppen.'
	),
	h1('Dilemma'),
	p('De mannen rijden nu zelf, in het donker, en iedereen weet het. Zeg je er iets van?'),
	h1('Wat werkte'),
	p(
		'De beheerster legde het voor aan de mannen zelf. Sindsdien beginnen ze om zes uur in plaats van half acht, met soep. De taxi van half tien is nu op tijd, behalve als het spannend wordt. Een student van de hogeschool zocht uit dat een latere rit wel kan, als vier mensen hem samen aanvragen. Er zijn er nog drie te vinden.'
	),
	callout(
		'tip',
		'Vraag bij vervoer niet alleen waarheen, maar ook: wanneer is het daar afgelopen?'
	),
	h1('Leervragen'),
	bullets(
		'Voor wie is een rit geslaagd, en wanneer?',
		'Het lijstje van de beheerster mocht niet in het systeem. Was dat jammer?'
	),
	h1('Terug naar de betrokkene'),
	p(em('Meneer H. las de casus en wilde één ding veranderd hebben: hij verliest zelden.'))
);

export const kaartclub: DemoDocument = {
	werkplaats: 'friesland',
	kind: 'case',
	title: 'De kaartclub van vrijdag',
	by: 'klaas.postma',
	themes: ['eenzaamheid', 'langer-thuis'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'final',
	content,
	case: {
		head: {
			pseudonym: 'Meneer H.',
			period: 'september tot december',
			region: 'een paar dorpen in het noorden',
			areas: ['network', 'meaning'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: STOEL, period: 'september' },
			{ title: TELEFOON, period: 'oktober' },
			{ title: TAXI, period: 'november' },
			{ title: DONKER, period: 'december' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'oane.hiemstra',
				telling: 'noted',
				teller: 'Oane Hiemstra, en door meneer H. nagelezen',
				told: [
					told(TELEFOON, 'Ik zei: dan moet ik wel weg kunnen als ik verlies.'),
					told(
						TAXI,
						'Ze vroegen of ik ook overdag zou willen, met een groep. Ik wil geen groep. Ik wil kaarten.',
						'Drie weken achter elkaar moest ik weg in de laatste ronde. Met een goede hand.'
					),
					told(DONKER, 'Nu brengen ze mij. Sjouke rijdt als een krant. Maar hij rijdt.')
				]
			},
			{
				perspective: 'relative',
				holder: 'jikke.sinnema',
				label: 'Zijn vrouw',
				telling: 'noted',
				teller: 'Jikke Sinnema',
				told: [
					told(
						TELEFOON,
						'Vrijdag is mijn avond. Dat zegt niemand, maar dat is ook wat waard. Ik doe de gordijnen dicht en ik eet een boterham bij de televisie.'
					),
					told(
						DONKER,
						'Ik kijk uit het raam tot ik de lampen zie. Dat heb ik met de taxi nooit gedaan.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'geeske.terpstra',
				label: 'Beheer dorpshuis',
				told: [
					told(
						STOEL,
						'Zet maar neer dat ik geen professional ben. Ik doe de sleutel en de soep.',
						'Ik heb een lijstje van wie er komt. Slaat iemand twee keer over, dan bel ik. De coördinator zag dat lijstje na drie jaar en vroeg of het in het systeem mocht. Nee, zei ik. Toen bleek dat het ook niet mocht.'
					),
					told(
						DONKER,
						'Ik zet de buitenlamp aan en kijk hoe ze wegrijden. Twee van die mannen horen in het donker niet meer te rijden. Wat moet ik zeggen? Dat ze thuis moeten blijven?'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'klaas.postma',
				label: 'Taxichauffeur',
				telling: 'noted',
				teller: 'Klaas Postma, zelf chauffeur, na een gesprek in december',
				told: [
					told(
						TAXI,
						'Ik heb twee keer tien minuten gewacht. Daar kreeg ik een waarschuwing voor. Ik zie die man met zijn kaarten in de hand naar mij kijken. Dan ben ik degene die nee zegt.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'idris.warsame',
				label: 'Vervoer',
				told: [
					told(
						TAXI,
						'Het vervoer is er om mee te kunnen doen. Kaarten valt daaronder. De vaste terugrit komt uit de aanbesteding: we hebben gekozen voor veel ritten, niet voor lange avonden.',
						'In mijn overzicht staan alle ritten van meneer H. op groen.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'oane.hiemstra',
				change: 'Ze eten nu eerst samen. Dat deden ze in veertig jaar niet.'
			},
			{
				perspective: 'relative',
				by: 'jikke.sinnema',
				change: 'Haar vrijdag begint nu om half zes. Een uur langer voor haarzelf, zegt ze.'
			},
			{
				perspective: 'professional',
				by: 'geeske.terpstra',
				change: 'Het lijstje blijft. Op papier, in de la.'
			},
			{
				perspective: 'municipality',
				by: 'idris.warsame',
				change:
					'Wij nemen ‘wachten’ mee in de volgende aanbesteding, over twee jaar. Meneer H. is dan 81. Ik weet dat dat laat is.'
			}
		]
	},
	shares: [{ person: 'buitenstaander', level: 'edit' }],
	begun: ago(90, '12:00'),
	changed: did('klaas.postma', 26, '21:05'),
	visits: [did('buitenstaander', 4, '11:10'), did('professional', 13, '12:40')]
};
