import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Een vrijwilliger bezocht zeven jaar elke donderdag dezelfde man. Met haar vraag begon de studie ‘Bezoek dat niets hoeft’. Deze casus gaat over de donderdagen daarna.'
	),
	h1('De situatie in het kort'),
	p(
		'Dirkje Weijers kwam via een vrijwilligersproject bij meneer G., toen 83. Hij overleed in januari. De week erna kreeg zij een bloemetje en een formulier om het bezoek af te sluiten. In maart belde het project of zij een nieuw adres wilde.'
	),
	h1('Regels en systemen'),
	p(
		'Het project krijgt subsidie per bezochte inwoner. Na een overlijden loopt de vergoeding nog een maand door. Voor de vrijwilliger is er geen regeling, want die is geen cliënt.'
	)
);

const JAREN = 'Zeven jaar';
const JANUARI = 'De week erna';
const ADRES = 'Een nieuw adres';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Het project zag een koppel dat klaar was. De dochter zag iemand die niet bij de familie hoorde en wel op de eerste rij mocht zitten. Dirkje zag een lege donderdag.'
	),
	h1('Beslismomenten'),
	bullets(
		'Op het formulier stond: reden van beëindiging. Er waren drie hokjes, en overlijden was het derde.',
		'Niemand belde in februari. Dat had niemand besloten.'
	),
	h1('Leervragen'),
	bullets('Wie zorgt er voor wie bezoek bracht?', 'Is Dirkje in deze casus vrijwilliger of naaste?')
);

export const donderdag: DemoDocument = {
	werkplaats: 'zwolle',
	kind: 'case',
	title: 'Donderdag om drie uur',
	by: 'tomasz.wrona',
	themes: ['eenzaamheid', 'zingeving'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'final',
	content,
	case: {
		head: {
			pseudonym: 'Meneer G. en zijn bezoek',
			period: 'een voorjaar, na zeven jaar',
			region: 'een plaats bij een rivier',
			areas: ['network', 'meaning'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: JAREN, period: 'elke donderdag' },
			{ title: JANUARI, period: 'januari' },
			{ title: ADRES, period: 'maart' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'dirkje.weijers',
				label: 'Dirkje, vrijwilliger',
				told: [
					told(
						JAREN,
						'Om drie uur. Hij zette de stoel schuin, zodat we allebei naar buiten keken. Ik weet niet wat zijn lievelingseten was. Ik weet hoe hij hoestte.'
					),
					told(
						JANUARI,
						'De eerste donderdag ben ik gewoon gegaan. Ik stond voor de deur en toen wist ik het weer.'
					),
					told(
						ADRES,
						'Een lieve mevrouw aan de telefoon. Of ik al toe was aan een nieuwe. Een nieuwe wat?'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'shirley.pattipeilohy',
				label: 'Dochter',
				telling: 'noted',
				teller: 'Shirley Pattipeilohy, en door de dochter nagelezen',
				told: [
					told(
						JAREN,
						'Ik belde op zondag en dan zei hij: donderdag is Dirkje er weer. Ik was een beetje jaloers. Ik woon te ver.'
					),
					told(
						JANUARI,
						'Op de begrafenis wist ik niet waar ik haar moest zetten. Ik vroeg wat ze al die jaren gedaan hadden. Niets, zei ze. Gezeten. Daar werd ik eerst boos om.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'ilse.karsten',
				label: 'Vrijwilligersproject',
				told: [
					told(
						JANUARI,
						'Ik heb het bloemetje besteld en het formulier meegestuurd. In één envelop, dat scheelde een postzegel. Ik schaam me daar nu voor.'
					),
					told(ADRES, 'Er wachtten negen mensen op bezoek. Dirkje was onze beste. Dus belde ik.')
				]
			},
			{
				perspective: 'municipality',
				holder: 'lotte.verheij',
				label: 'Subsidies',
				told: [
					told(
						JAREN,
						'Zeven jaar lang was dit één regel in een lijst. Bezocht: ja. Ik wist niet dat het steeds dezelfde twee mensen waren.'
					),
					told(
						ADRES,
						'Wij betalen per bezochte inwoner. Wie bezoekt, staat nergens. Dat is geen keuze geweest, het is zo gegroeid.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'dirkje.weijers',
				change: 'Ik heb nee gezegd tegen een nieuw adres. Op donderdag loop ik met zijn dochter.'
			},
			{
				perspective: 'relative',
				by: 'shirley.pattipeilohy',
				change: 'De dochter rijdt eens per maand op donderdag. Anderhalf uur heen.'
			},
			{
				perspective: 'professional',
				by: 'ilse.karsten',
				change:
					'Wij bellen na een overlijden in week één, vier en twaalf. Zonder vraag. Het formulier gaat er later achteraan.'
			},
			{
				perspective: 'municipality',
				by: 'lotte.verheij',
				reason:
					'Ik heb het gevraagd aan wie over de subsidie gaat. Het antwoord komt na de begroting.'
			}
		]
	},
	begun: ago(95, '09:30'),
	changed: did('tomasz.wrona', 16, '14:45'),
	visits: [
		did('esther.blom', 9, '10:20'),
		did('lector', 13, '20:30'),
		did('landelijk', 10, '13:10')
	]
};
