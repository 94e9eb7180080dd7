import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'In de hal van een flat stond een bank. Bewoners klaagden over wie erop zat, en de verhuurder haalde hem weg. Nu missen dezelfde bewoners hem. Deze casus hoort bij de studie ‘Tachtig voordeuren’.'
	),
	h1('De situatie in het kort'),
	p(
		'De bank stond zes jaar bij de brievenbussen. In één winter kwamen er veertien klachten over hangen, van negen bewoners. In maart was de bank weg. In de zomer vroegen bewoners hem terug, onder wie vijf van de negen.'
	),
	h1('Regels en systemen'),
	p(
		'Wat in de hal staat, moet vrij blijven voor de brandweer. Een klacht wordt geteld en een groet niet. Voor een nieuwe bank is een besluit van de verhuurder én een advies van het stadsdeel nodig.'
	)
);

const KLACHTEN = 'De klachten';
const WEG = 'De bank is weg';
const TERUG = 'De vraag om een bank';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Voor de verhuurder is hangen iets wat anderen doen. Bewoners noemen hetzelfde zitten, als zij het zelf zijn.'
	),
	h1('Dilemma'),
	p('Van wie is de hal: van wie er zit, of van wie erlangs moet?'),
	h1('Leervragen'),
	bullets(
		'Hoe klaag je over iemand van wie je de naam niet weet?',
		'Vergelijk met ‘De koffieochtend waar niemand kwam’ in Twente. Waar zat men daar?'
	)
);

export const bankInDeHal: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'case',
	title: 'De bank in de hal',
	by: 'marieke.poot',
	themes: ['eenzaamheid', 'wonen', 'inclusie'],
	domains: ['wonen'],
	sensitivity: 'werkplaats',
	state: 'published',
	content,
	case: {
		head: {
			pseudonym: 'De bewoners van de flat',
			period: 'van winter tot zomer',
			region: 'een flat in een grote stad in het westen',
			areas: ['housing', 'network', 'safety'],
			group: 'insecure_workers',
			groupList: 2023
		},
		moments: [
			{ title: KLACHTEN, period: 'de winter' },
			{ title: WEG, period: 'maart' },
			{ title: TERUG, period: 'de zomer' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'zohra.benali',
				told: [
					told(
						KLACHTEN,
						'Ik heb zelf ook geklaagd. Ze praatten hard en ik kwam van de nachtdienst. Ik heb het niet tegen hen gezegd. Ik heb een formulier ingevuld.'
					),
					told(
						WEG,
						'Toen was het stil en toen zag ik niemand meer. Ik groette vierendertig mensen. Nu groet ik wie in de lift staat.'
					),
					told(
						TERUG,
						'Ik ging langs de deuren voor handtekeningen. Een buurvrouw zei: klopte jij maar vaker.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'marieke.poot',
				label: 'Verhuurder',
				telling: 'noted',
				teller: 'Marieke Poot, na een gesprek met de wijkbeheerder',
				told: [
					told(
						KLACHTEN,
						'Veertien klachten is rood in ons overzicht. Dan moet ik iets doen. Een bank weghalen kost een half uur.'
					),
					told(
						TERUG,
						'Nu willen ze hem terug. Dan vraag ik: en als er weer geklaagd wordt? Daar heeft niemand een formulier voor.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'dulce.tavares',
				told: [
					told(
						WEG,
						'Ons is niets gevraagd. Wij zagen wel dat er in het voorjaar minder meldingen van overlast waren. Dat noemden we een verbetering.'
					),
					told(
						TERUG,
						'Er belde een collega uit het oosten, die een bank wil kopen. Ik zei: vraag eerst wie er al staat. Toen dacht ik, dat hadden wij zelf ook kunnen doen.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'zohra.benali',
				change: 'Er staat een klapstoel. Van mij. Wie hem gebruikt, zet hem terug.'
			},
			{
				perspective: 'professional',
				by: 'marieke.poot',
				change:
					'De verhuurder belt voortaan iedereen die klaagt, voordat er iets verdwijnt. Ik ga de eerste keren mee.'
			},
			{
				perspective: 'municipality',
				by: 'dulce.tavares',
				change: 'In ons overzicht staat minder overlast niet meer onder het kopje leefbaarheid.'
			},
			{
				perspective: 'relative',
				by: 'marieke.poot',
				reason: 'In deze casus spreken bewoners voor zichzelf. Familie is niet gevraagd.'
			}
		]
	},
	begun: ago(110, '11:10'),
	changed: did('marieke.poot', 23, '16:35'),
	visits: [
		did('beleid', 8, '10:15'),
		did('coordinator', 20, '13:40'),
		did('aylin.demirci', 16, '09:20')
	]
};
