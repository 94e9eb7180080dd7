import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, doc, em, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Er was een zaal, er was koffie, er was een wethouder die opende, en er kwam niemand. De tweede week ook niet. We vertellen het omdat bijna iedereen zo’n ochtend kent en niemand hem opschrijft.'
	),
	h1('De situatie in het kort'),
	p(
		'In een wijk van Oosterveen begon in het voorjaar een wekelijkse koffieochtend voor mensen die weinig anderen zien. Er gingen 340 folders in de bus. In tien weken kwamen er in totaal zes mensen, van wie vier vrijwilliger waren. Daarna stopte het.'
	),
	h1('Tijdlijn'),
	bullets(
		[
			strong('Januari. '),
			'De gemeente vraagt om een ‘laagdrempelige ontmoetingsplek’, te beginnen vóór de zomer.'
		],
		[strong('Maart. '), 'Folder en poster: ‘Voelt u zich wel eens eenzaam? Kom koffiedrinken!’'],
		[strong('April. '), 'Opening. Acht professionals, één fotograaf, geen bewoners.'],
		[strong('Juni. '), 'Laatste ochtend. De koffiekan gaat naar de voetbalvereniging.']
	),
	h1('Wat de inwoner vertelt'),
	p(
		em('Deze stem ontbreekt nog. '),
		'We weten niet wie de folder las en thuisbleef. Gerda Nijhuis wil het in de portieken gaan vragen, met als begin: wat dacht u toen u dit in de bus kreeg?'
	),
	h1('Wat professionals vertellen'),
	quote(
		'Ik wist het toen ik de poster zag. Wie loopt er nu door een deur waar boven staat dat je eenzaam bent? Maar hij was al gedrukt.',
		'sociaal werker'
	),
	p(
		'De beheerder van het buurthuis zag wel mensen. Om kwart over tien, als hij de vuilnis buiten zette, stonden er vaak twee of drie op de stoep voor de apotheek. Die ging om half elf open. ‘Daar werd gekletst hoor. Gewoon in de wind.’'
	),
	p(
		'De vrijwilligers, alle vier gepensioneerd, bleven tien weken komen. Zij hadden het gezellig. Een van hen vertelde in de zevende week dat ze sinds haar verhuizing niemand meer sprak en zich daarom had aangemeld, als gastvrouw. Er was dus toch iemand bereikt. Zij stond aan de andere kant van de tafel.'
	),
	h1('Wat de gemeente vertelt'),
	p(
		'In de verantwoording staat: tien bijeenkomsten gehouden, 340 huishoudens bereikt. Dat is volgens de regels juist. Hanneke Booij: ‘Bereikt betekent bij ons dat er iets in de bus lag. Ik heb dat woord zelf ook zo gebruikt, tot ik deze casus las.’'
	),
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
	p('Zet je er bij de apotheek een bankje neer, of maak je daarmee van een praatje een plek?'),
	h1('Wat verandert er bij wie?'),
	bullets(
		[
			strong('Professionals '),
			'laten elke uitnodiging voortaan eerst hardop voorlezen door iemand voor wie hij bedoeld is.'
		],
		[
			strong('Welzijn Oostwaard '),
			'vraagt bij een opdracht met een einddatum ook om een begindatum: wanneer mogen we gaan luisteren?'
		],
		[
			strong('De gemeente '),
			'schrijft ‘bezorgd’ waar vroeger ‘bereikt’ stond. Dat maakt de verantwoording korter.'
		],
		[
			strong('Inwoners: '),
			'nog niet ingevuld. Dat past bij deze casus, en daarom laten we het zien.'
		]
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
	title: 'De koffieochtend waar niemand kwam',
	by: 'coordinator',
	themes: ['eenzaamheid', 'sociale-basis'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
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
