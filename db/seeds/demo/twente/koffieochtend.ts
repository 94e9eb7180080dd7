import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p, strong } from '../text.ts';
import { KOFFIEOCHTEND } from './names.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Er was een zaal, er was koffie, er was een wethouder die opende, en er kwam niemand. De tweede week ook niet. We vertellen het omdat bijna iedereen zo’n ochtend kent en niemand hem opschrijft.'
	),
	h1('De situatie in het kort'),
	p(
		'In een wijk van Oosterveen begon in het voorjaar een wekelijkse koffieochtend voor mensen die weinig anderen zien. Er gingen 340 folders in de bus. In tien weken kwamen er in totaal zes mensen, van wie vier vrijwilliger waren. Daarna stopte het. De koffiekan ging naar de voetbalvereniging.'
	),
	h1('Regels en systemen'),
	p(
		'In de opdracht stond dat de ochtend vóór de zomer moest beginnen. In de verantwoording telt een folder in de bus als een huishouden dat is bereikt. Wie een folder kreeg en thuisbleef, komt in geen enkele telling voor.'
	)
);

const OPDRACHT = 'De opdracht';
const POSTER = 'De folder en de poster';
const OPENING = 'De opening';
const WEKEN = 'De weken daarna';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Op papier is de koffieochtend gelukt. In de zaal niet. En op de stoep voor de apotheek was er al een, zonder koffie.'
	),
	h1('Beslismomenten'),
	bullets(
		[
			strong('Januari. '),
			'Vóór de zomer beginnen betekende: geen tijd om eerst rond te vragen. Iemand had om uitstel kunnen vragen. Niemand deed dat.'
		],
		[
			strong('Maart. '),
			'Twee sociaal werkers vonden de poster verkeerd en zeiden dat tegen elkaar.'
		],
		[strong('April. '), 'Na de lege opening is er een tweede folder gemaakt, met grotere letters.']
	),
	h1('Dilemma'),
	p(
		'Zet je er bij de apotheek een bankje neer, of maak je daarmee van een praatje een plek? Die vraag is inmiddels een casus op zichzelf: ‘Het bankje bij de apotheek’.'
	),
	h1('Leervragen'),
	bullets(
		'Herschrijf de poster. Mag er staan waar het voor is?',
		'Wat zou jij tellen in plaats van folders?',
		'Wie had je in januari willen spreken, vóór de zaal gehuurd was?'
	)
);

export const koffieochtend: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: KOFFIEOCHTEND,
	by: 'coordinator',
	themes: ['eenzaamheid', 'sociale-basis'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
	case: {
		head: {
			pseudonym: 'De gastvrouw en de thuisblijvers',
			period: 'een half jaar, van winter tot zomer',
			region: 'een wijk in een stad in het oosten',
			areas: ['network', 'meaning'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: OPDRACHT, period: 'januari' },
			{ title: POSTER, period: 'maart' },
			{ title: OPENING, period: 'april' },
			{ title: WEKEN, period: 'april tot juni' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'truus.lansink',
				label: 'Gastvrouw',
				telling: 'noted',
				teller: 'Truus Lansink, en door de gastvrouw nagelezen',
				told: [
					told(
						POSTER,
						'Ik kreeg hem ook in de bus. Voelt u zich wel eens eenzaam? Nou, ik dacht: daar ga ik niet zitten. Maar onderaan stond klein dat ze nog hulp zochten. Dat durfde ik wel.'
					),
					told(
						OPENING,
						'Ik had een schort meegenomen van huis. Er waren meer mensen met een naamkaartje dan kopjes.'
					),
					told(
						WEKEN,
						'Wij met z’n vieren hadden het gezellig hoor. In de zevende week heb ik het gezegd. Dat ik na de verhuizing niemand meer sprak, en dat ik me daarom had opgegeven. Toen was het even stil. Toen vroeg er een of ik nog koffie wou.'
					)
				]
			},
			{ perspective: 'citizen', holder: 'inwoner', label: 'Wie de folder kreeg en thuisbleef' },
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Sociaal werk',
				told: [
					told(
						POSTER,
						'Ik wist het toen ik de poster zag. Wie loopt er nu door een deur waar boven staat dat je eenzaam bent? Maar hij was al gedrukt. Ik heb het tegen een collega gezegd, en zij vond het ook. Daar bleef het bij.'
					),
					told(
						OPENING,
						'Acht collega’s, een fotograaf, de wethouder. We hebben elkaars koffie opgedronken.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Beheer buurthuis',
				telling: 'noted',
				teller: 'Joost ten Velde, aan de bar van het buurthuis',
				told: [
					told(
						WEKEN,
						'Binnen zag ik weinig volk. Maar om kwart over tien zet ik het vuilnis buiten, en dan stonden er steeds twee of drie op de stoep bij de apotheek. Die gaat om half elf open. Daar werd gekletst hoor. Gewoon in de wind.',
						'Nee, dat heb ik aan niemand verteld. Er vroeg ook niemand naar.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'beleid',
				told: [
					told(
						OPDRACHT,
						'Wij hadden geld dat vóór de zomer besteed moest zijn. Daarom vroegen we om een ontmoetingsplek die snel kon beginnen. Wat mensen zelf wilden, hadden we niet gevraagd. Dat kostte tijd die we niet hadden.'
					),
					told(
						WEKEN,
						'In de verantwoording staat: tien bijeenkomsten gehouden, 340 huishoudens bereikt. Dat klopt volgens de regels. Bereikt betekent bij ons dat er iets in de bus lag. Ik heb dat woord zelf ook zo gebruikt, tot ik deze casus las.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'professional',
				by: 'professional',
				change:
					'Elke uitnodiging laten we eerst hardop voorlezen door iemand voor wie hij bedoeld is. En bij een opdracht met een einddatum vragen we ook om een begindatum: wanneer mogen we gaan luisteren?'
			},
			{
				perspective: 'municipality',
				by: 'beleid',
				change:
					'Wij schrijven ‘bezorgd’ waar vroeger ‘bereikt’ stond. Dat maakt de verantwoording korter.'
			}
		]
	},
	shares: [
		{ person: 'professional', level: 'edit' },
		{ person: 'beleid', level: 'comment' },
		{ person: 'inwoner', level: 'edit' }
	],
	begun: ago(33, '10:20'),
	changed: did('coordinator', 8, '15:55'),
	visits: [
		did('coordinator', 1, '17:02'),
		did('professional', 6, '08:40'),
		did('beleid', 5, '14:10'),
		did('inwoner', 6, '11:35'),
		did('student2', 10, '13:00'),
		did('lector', 7, '10:10')
	]
};
