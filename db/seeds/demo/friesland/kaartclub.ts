import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Een kaartclub van zes wordt een kaartclub van drie. De vierde man komt uit een ander dorp en wordt gebracht door een taxi die niet mag wachten. Het gaat over een halve kilometer regels.'
	),
	h1('De situatie in het kort'),
	p(
		'Sinds 1983 klaverjassen zes mannen op vrijdag in een dorpshuis. Twee zijn overleden, één verhuisde naar een verpleeghuis. Met drie kun je niet kaarten. In een dorp verderop woont meneer H., 79 jaar, die vroeger fel speelde en nu niet meer mag rijden. Hij heeft recht op vervoer van de gemeente: tot vijf zones, bestellen een dag vooraf, terugrit op een vast uur.'
	),
	h1('Tijdlijn'),
	bullets(
		[
			strong('September. '),
			'De derde stoel is leeg. De mannen kaarten niet meer, maar komen nog wel.'
		],
		[
			strong('Oktober. '),
			'De beheerster belt meneer H. Hij zegt: ‘Dan moet ik wel weg kunnen als ik verlies.’'
		],
		[
			strong('November. '),
			'De taxi haalt hem om half tien op, midden in de laatste ronde. Drie weken achter elkaar.'
		],
		[
			strong('December. '),
			'De mannen brengen hem zelf. Twee van hen horen eigenlijk ook niet meer in het donker te rijden.'
		]
	),
	h1('Wat de inwoner vertelt'),
	quote(
		'Ze vroegen of ik ook overdag zou willen, met een groep. Ik wil geen groep. Ik wil kaarten.',
		'meneer H.'
	),
	h1('Wat naasten vertellen'),
	p(
		'Zijn vrouw, die thuisblijft: ‘Vrijdag is mijn avond. Dat zegt niemand, maar dat is ook wat waard.’'
	),
	h1('Wat professionals vertellen'),
	p(
		'De beheerster van het dorpshuis vindt zichzelf geen professional. Zij hield een lijstje bij van wie er kwam en belde als iemand twee keer oversloeg. De dorpscoördinator ontdekte dat lijstje na drie jaar en vroeg of het in het systeem mocht. Dat mocht niet.'
	),
	p(
		'De taxichauffeur, die wij in december spraken, rijdt op een schema dat door een computer in een andere provincie gemaakt wordt. Hij heeft twee keer tien minuten gewacht en daarvoor een waarschuwing gekregen. ‘Ik zie die man met zijn kaarten in de hand naar mij kijken. Dan ben ik degene die nee zegt.’'
	),
	h1('Wat de gemeente vertelt'),
	p(
		'Het vervoer is bedoeld voor deelname aan de samenleving. Kaarten valt daaronder. De vaste terugrit komt door de aanbesteding: wachten kost geld en is door niemand ingekocht. ‘We hebben gekozen voor veel ritten, niet voor lange avonden.’'
	),
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Voor de gemeente is er elke week een rit geleverd. Voor meneer H. is er elke week een potje niet uitgespeeld. Beide kloppen.'
	),
	h1('Wat werkte'),
	p(
		'De beheerster legde het voor aan de mannen zelf. Sindsdien beginnen ze om zes uur in plaats van half acht, met soep. De taxi van half tien is nu op tijd, behalve als het spannend wordt. Een student van de hogeschool zocht uit dat een latere rit wel kan, als vier mensen hem samen aanvragen. Er zijn er nog drie te vinden.'
	),
	h1('Wat verandert er bij wie?'),
	bullets(
		[strong('De mannen '), 'eten samen, wat ze eerst nooit deden.'],
		[strong('Het dorpshuis '), 'houdt het lijstje, op papier, in de la.'],
		[
			strong('De gemeente '),
			'neemt ‘wachten’ mee in de volgende aanbesteding, over twee jaar. Meneer H. is dan 81.'
		]
	),
	h1('Dilemma'),
	p('De mannen rijden nu zelf, in het donker, en iedereen weet het. Zeg je er iets van?'),
	callout(
		'tip',
		'Vraag bij vervoer niet alleen waarheen, maar ook: wanneer is het daar afgelopen?'
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
	shares: [{ person: 'buitenstaander', level: 'edit' }],
	begun: ago(90, '12:00'),
	changed: did('klaas.postma', 26, '21:05'),
	visits: [did('buitenstaander', 4, '11:10'), did('professional', 13, '12:40')]
};
