import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p } from '../text.ts';
import { TWEE_BAASJES } from './names.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Deze gaat goed. Dat is zeldzaam in onze verzameling, en daarom staat hij erin. Twee mensen die elkaar niet kenden delen nu een hond. Het wijkteam had er weinig mee te maken en toch meer dan het zelf dacht.'
	),
	h1('De situatie in het kort'),
	p(
		'Meneer S., begin zeventig, loopt na een operatie moeilijk en kan zijn hond niet meer uitlaten. Bram, halverwege de twintig, woont twee portieken verder, is afgekeurd voor zijn werk en komt weinig buiten. Een medewerker van de kringloopwinkel kent hen allebei. De namen zijn bedacht. Beiden lazen mee en beiden hebben getekend dat studenten dit mogen lezen.'
	),
	h1('Regels en systemen'),
	p(
		'Hulp bij het uitlaten van een hond kan niet: een hond is geen voorziening. Bram stond op de lijst voor een maatje, meneer S. op de lijst voor de eettafel. Tussen die twee lijsten kijkt niemand.'
	)
);

const LOKET = 'Bij het loket';
const KAST = 'De kast';
const LOPEN = 'De eerste weken';
const SLEUTEL = 'De sleutel';

const lessons = doc(
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'De professionals zeggen alle drie dat zij niets deden. De twee baasjes noemen alle drie. Meneer S. zegt dat Bram hém helpt. Bram zegt dat hij de hond helpt. Geen van beiden gebruikt het woord eenzaam.'
	),
	h1('Dilemma'),
	p(
		'Welzijn Oostwaard wilde er een project van maken: honden zoeken baasjes. Meneer S. vroeg of dat niet hoefde. Wat doe je met iets wat werkt omdat niemand het bedacht heeft?'
	),
	h1('Wat werkte'),
	callout(
		'tip',
		'Weet wie elkaar tegenkomt zonder afspraak: de kringloop, de apotheek, de bushalte. Daar werk je niet. Daar let je op.'
	),
	h1('Leervragen'),
	bullets(
		'Wat deed de medewerker van de kringloop precies? Hoe zou jij dat noemen, en mag het zo heten?',
		'Wat kan er misgaan met de sleutel, en van wie is dat dan?',
		'Wanneer help je door weg te blijven?'
	),
	h1('Terug naar de betrokkenen'),
	p(
		em(
			'Gezien door meneer S. en Bram in november. Meneer S. wilde dat erbij kwam te staan dat de hond Kees heet. Bij dezen.'
		)
	)
);

export const tweeBaasjes: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: TWEE_BAASJES,
	by: 'professional',
	themes: ['eenzaamheid', 'formeel-informeel'],
	domains: ['wmo', 'werk-en-inkomen'],
	sensitivity: 'open',
	state: 'final',
	content,
	case: {
		head: {
			pseudonym: 'Meneer S. en Bram',
			period: 'februari tot oktober',
			region: 'een wijk in een stad in het oosten',
			areas: ['network', 'health', 'meaning', 'work'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: LOKET, period: 'februari' },
			{ title: KAST, period: 'maart' },
			{ title: LOPEN, period: 'april en mei' },
			{ title: SLEUTEL, period: 'oktober' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'inwoner',
				label: 'Meneer S.',
				telling: 'noted',
				teller: 'Gerda Nijhuis, en door meneer S. nagelezen',
				told: [
					told(
						LOKET,
						'Ze vroegen aan het loket of ik mensen om me heen had. Ik zei: ik heb een hond. Dat vonden ze geen antwoord.'
					),
					told(
						LOPEN,
						'Hij zei de eerste weken niks. Pakte de riem, ging, kwam terug. Dat vond ik best. Na een maand vroeg hij of de hond ook wel eens naar het water ging. Toen zijn we met z’n drieën gegaan, ik in de scootmobiel.'
					),
					told(SLEUTEL, 'Een week naar mijn zus. Bram heeft de sleutel. Die mag hij houden.')
				]
			},
			{
				perspective: 'citizen',
				holder: 'truus.lansink',
				label: 'Bram',
				telling: 'noted',
				teller: 'Truus Lansink, en door Bram nagelezen',
				told: [
					told(
						KAST,
						'Of ik even kon tillen. Het was een zware kast. Toen stond die hond er. Die ging op mijn voet zitten.'
					),
					told(
						LOPEN,
						'Ik heb therapie gehad om naar buiten te gaan. Met een schema. Maar een schema kijkt je niet aan om zeven uur.',
						'Als mensen tegen mij praten, praten ze tegen de hond. Dat is prima. Dan hoef ik alleen maar over de hond te praten.'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'truus.lansink',
				label: 'Moeder van Bram',
				telling: 'noted',
				teller: 'Truus Lansink',
				told: [
					told(
						LOPEN,
						'Hij kookt weer. Of dat van de hond komt, durf ik niet te zeggen. Maar hij heeft nu iemand die vraagt wat hij gegeten heeft. Dat deed ik ook, alleen hielp het niet als ik het was.'
					)
				]
			},
			{
				perspective: 'relative',
				holder: 'inwoner',
				label: 'Zus van meneer S.',
				telling: 'noted',
				teller: 'Gerda Nijhuis',
				told: [
					told(
						LOPEN,
						'Ik was ertegen. Een vreemde met de sleutel. In april ben ik een dag gaan kijken. Ik heb ze zien lopen. Die jongen liep langzamer dan hij kon. Toen wist ik genoeg.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'aziz.bouzid',
				label: 'Kringloop',
				told: [
					told(
						KAST,
						'Meneer S. vroeg of ik iemand wist voor de hond. Anders moest het dier weg. Ik heb niet bedacht dat die twee iets voor elkaar konden betekenen. Ik had een kast en ik had sterke armen nodig.',
						'Goed, misschien heb ik wel een beetje gewacht tot Bram er was.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Sociaal werk',
				told: [
					told(
						LOPEN,
						'Op papier hadden wij ze nooit bij elkaar gezet. Ze stonden op twee lijsten en hadden andere scores.'
					),
					told(
						SLEUTEL,
						'Ik heb één keer gebeld om te vragen of het goed ging met de sleutel. Verder ben ik er vooral af gebleven. Dat kostte meer moeite dan het lijkt.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'beleid',
				label: 'Wmo-loket',
				telling: 'noted',
				teller: 'Hanneke Booij, na een gesprek met de consulent',
				told: [
					told(
						LOKET,
						'De afwijzing klopte. Een hond staat niet in de verordening. Maar ik had kunnen doorvragen. Als iemand voor zijn hond komt, gaat het zelden alleen over de hond.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'inwoner',
				change: 'Niks. Zo moet het blijven, zegt meneer S. En Bram wil een eigen riem.'
			},
			{
				perspective: 'relative',
				by: 'truus.lansink',
				change: 'De zus en de moeder hebben elkaars nummer. Ze hebben nog niet gebeld.'
			},
			{
				perspective: 'professional',
				by: 'aziz.bouzid',
				change:
					'Wij hebben nu een lade met klusjes waar je met twee man voor nodig bent. Wat de rest ervan vindt, moet de rest zeggen.'
			},
			{
				perspective: 'municipality',
				by: 'beleid',
				change: 'In het gespreksformulier staat nu een lege regel: wat wilt u houden zoals het is?'
			}
		]
	},
	begun: ago(75, '11:25'),
	changed: did('professional', 15, '13:12'),
	visits: [
		did('student', 3, '20:40'),
		did('student2', 4, '18:15'),
		did('landelijk', 8, '11:00'),
		did('buitenstaander', 12, '14:25'),
		did('docent', 2, '16:00')
	]
};
