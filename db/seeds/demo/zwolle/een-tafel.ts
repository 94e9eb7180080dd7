import { ago, did, told, type DemoDocument } from '../document.ts';
import { doc, h1, p, tasks } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Een gezin met vier kinderen, drie instellingen en één keukentafel. Iedereen wil aan die tafel zitten, niemand op hetzelfde moment. We onderzoeken wat er verandert als de vergadering bij het gezin thuis is, en het gezin de stoelen verdeelt.'
	),
	h1('De situatie in het kort'),
	p(
		'De ouders kwamen acht jaar geleden naar Nederland. De oudste, zeventien, vertaalt bij elke afspraak. Er is hulp voor de jongste, begeleiding voor de vader en een plan van school. In september waren er elf afspraken in drie weken.'
	),
	h1('Regels en systemen'),
	p(
		'Elke instelling heeft een eigen contract voor tolken. Een tolk delen kan daarom niet. School telt een afspraak met een ander gezinslid als verzuim.'
	),
	h1('Nog te doen'),
	tasks(
		'x Afspraken van september naast elkaar gelegd',
		'Stem van de vader',
		'Vragen of de gemeente meeleest vóór of na het eten',
		'Het gezin kiest zelf andere voornamen'
	)
);

const SEPTEMBER = 'Elf afspraken';
const VERTALEN = 'Vertalen';
const TAFEL = 'Aan één tafel';

const lessons = doc(
	h1('Dilemma'),
	p(
		'De dochter wil niet meer vertalen, en ze wil ook niet dat een vreemde hoort wat er gezegd wordt.'
	)
);

export const eenTafel: DemoDocument = {
	werkplaats: 'zwolle',
	kind: 'case',
	title: 'Eén tafel, elf afspraken',
	by: 'harmen.kok',
	themes: ['jeugd', 'integraal-werken', 'nieuwkomers'],
	domains: ['jeugd', 'wmo'],
	sensitivity: 'werkplaats',
	content,
	case: {
		head: {
			pseudonym: 'Een gezin van zes',
			period: 'dit najaar',
			region: 'een plaats bij een rivier',
			areas: ['parenting', 'health', 'work', 'network'],
			group: 'precariat',
			groupList: 2023
		},
		moments: [
			{ title: SEPTEMBER, period: 'september' },
			{ title: VERTALEN, period: 'bij elke afspraak' },
			{ title: TAFEL, period: 'nog niet' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'shirley.pattipeilohy',
				label: 'De oudste dochter',
				telling: 'noted',
				teller: 'Shirley Pattipeilohy, en door de dochter nagelezen',
				told: [
					told(
						VERTALEN,
						'Als ik vertaal, moet ik zeggen wat ze over mijn broertje zeggen. Soms zeg ik het anders. Dat weet niemand.'
					)
				]
			},
			{
				perspective: 'citizen',
				holder: 'dirkje.weijers',
				label: 'De moeder',
				telling: 'noted',
				teller: 'Dirkje Weijers, met een tolk',
				told: [
					told(
						TAFEL,
						'Wij willen een keer koken voor jullie allemaal. Dan hoeft het maar één keer.'
					)
				]
			},
			{ perspective: 'citizen', label: 'De vader' },
			{
				perspective: 'professional',
				holder: 'yusra.haddad',
				label: 'Jeugdhulp',
				told: [
					told(SEPTEMBER, 'Ik schrok van de elf. Ik kende er vier, en drie daarvan waren van mij.')
				]
			},
			{
				perspective: 'professional',
				holder: 'yusra.haddad',
				label: 'School',
				telling: 'noted',
				teller: 'Yusra Haddad, na een gesprek met de mentor',
				told: [
					told(
						SEPTEMBER,
						'Wij dachten dat zij spijbelde. Zij zat bij het consultatiebureau, met haar moeder.'
					)
				]
			},
			{
				perspective: 'professional',
				holder: 'tomasz.wrona',
				label: 'Begeleiding van de vader',
				telling: 'noted',
				teller: 'Tomasz Wrona, na een gesprek met de begeleider',
				told: [
					told(
						VERTALEN,
						'Ik stelde voor om één tolk te delen. Dat kan niet: ieder heeft een eigen contract. Dus vertaalt zij.'
					)
				]
			}
		],
		lessons
	},
	begun: ago(26, '16:25'),
	changed: did('harmen.kok', 7, '10:55'),
	visits: [did('onderzoeker', 7, '13:20'), did('esther.blom', 6, '09:00')]
};
