import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In de studie ‘Bezoek dat niets hoeft’ schreef een van de bezochten dat hij liever een schaakpartner had dan een luisteraar. Hij heeft er nu een. Zij is zeventien.'
	),
	h1('De situatie in het kort'),
	p(
		'Meneer B. is 86 en kreeg twee jaar lang elke week bezoek van vrijwilligers die goed konden luisteren. Vier van hen stopten. In het najaar hing hij zelf een briefje op in de bibliotheek: ‘Schaker gezocht. Niet praten.’ Een scholier reageerde. Zij spelen op woensdagmiddag, in de leeszaal.'
	),
	h1('Regels en systemen'),
	p(
		'Vrijwilligers volgen een training in luisteren. Wie jonger is dan achttien mag in het project niet op huisbezoek. In de leeszaal van de bibliotheek geldt die regel niet.'
	)
);

const BEZOEK = 'De luisteraars';
const BRIEFJE = 'Het briefje';
const WOENSDAG = 'Woensdag';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Het project zocht iemand die de stilte kon verdragen. Meneer B. zocht iemand die hem kon verslaan.'
	),
	callout(
		'tip',
		'Vraag niet alleen wat iemand mist, maar ook waar hij goed in is. En wie daar tegenop kan.'
	),
	h1('Leervragen'),
	bullets(
		'Wat had er op de intake moeten staan om meneer B. aan een schaker te helpen?',
		'Niemand heeft dit geregeld. Moet iemand nu iets regelen?'
	)
);

export const schaken: DemoDocument = {
	werkplaats: 'zwolle',
	kind: 'case',
	title: 'Schaker gezocht, niet praten',
	by: 'ilse.karsten',
	themes: ['eenzaamheid', 'eigen-regie'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
	case: {
		head: {
			pseudonym: 'Meneer B.',
			period: 'een najaar',
			region: 'een plaats bij een rivier',
			areas: ['network', 'meaning'],
			group: 'pensioned_upper',
			groupList: 2023
		},
		moments: [
			{ title: BEZOEK, period: 'twee jaar' },
			{ title: BRIEFJE, period: 'september' },
			{ title: WOENSDAG, period: 'sindsdien' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'dirkje.weijers',
				label: 'Meneer B.',
				telling: 'noted',
				teller: 'Dirkje Weijers, uit zijn eigen dagboek',
				told: [
					told(
						BEZOEK,
						'Weer een die knikt. Ik zeg iets en zij knikt. Ik zeg het tegenovergestelde en zij knikt.'
					),
					told(BRIEFJE, 'Vier woorden en twee punten. Het hing tussen een kinderwagen en een kat.'),
					told(
						WOENSDAG,
						'Ze heeft mijn dame geslagen en keek er niet eens bij op. Ik heb in geen jaren zo goed geslapen.'
					)
				]
			},
			{
				perspective: 'citizen',
				holder: 'shirley.pattipeilohy',
				label: 'De scholier',
				telling: 'noted',
				teller: 'Shirley Pattipeilohy, en door haar nagelezen',
				told: [
					told(
						BRIEFJE,
						'Er stond niet praten. Toen dacht ik: eindelijk. Ik moet de hele week al zoveel zeggen, voor iedereen.'
					),
					told(
						WOENSDAG,
						'Hij zegt schaak en ik zeg niks. Dat is het. Mijn moeder denkt dat het goed is voor mijn Nederlands.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'ilse.karsten',
				label: 'Vrijwilligersproject',
				told: [
					told(
						BEZOEK,
						'Vier koppels in twee jaar. Wij dachten dat het aan hem lag. In zijn map staat: lastig te binden.'
					),
					told(
						WOENSDAG,
						'Ik mag haar niet op de lijst zetten, ze is zeventien. Dus zij bestaat bij ons niet. Ik laat dat nog even zo.'
					)
				]
			}
		],
		lessons
	},
	begun: ago(20, '10:40'),
	changed: did('ilse.karsten', 4, '15:10'),
	visits: [did('onderzoeker', 4, '09:15'), did('harmen.kok', 4, '16:20')]
};
