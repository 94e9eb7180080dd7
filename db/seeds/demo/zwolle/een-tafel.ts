import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p, quote, tasks } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Een gezin met vier kinderen, drie instellingen en één keukentafel. Iedereen wil aan die tafel zitten, niemand op hetzelfde moment. We onderzoeken wat er verandert als de vergadering bij het gezin thuis is, en het gezin de stoelen verdeelt.'
	),
	h1('De situatie in het kort'),
	p(
		'De ouders kwamen acht jaar geleden naar Nederland. De oudste, zeventien, vertaalt bij elke afspraak. Er is hulp voor de jongste, begeleiding voor de vader en een plan van school. In september waren er elf afspraken in drie weken.'
	),
	h1('Wat het gezin vertelt'),
	quote(
		'Als ik vertaal, moet ik zeggen wat ze over mijn broertje zeggen. Soms zeg ik het anders. Dat weet niemand.',
		'de oudste dochter, 17 jaar'
	),
	quote(
		'Wij willen een keer koken voor jullie allemaal. Dan hoeft het maar één keer.',
		'de moeder, met tolk'
	),
	h1('Wat professionals vertellen'),
	bullets(
		'De jeugdhulpverlener schrok van de elf afspraken; zij kende er vier.',
		'De school dacht dat de dochter spijbelde. Zij zat bij het consultatiebureau.',
		'De begeleider van vader stelde voor om een vaste tolk te delen. Dat kan niet: ieder heeft een eigen contract.'
	),
	h1('Dilemma'),
	p(
		'De dochter wil niet meer vertalen, en ze wil ook niet dat een vreemde hoort wat er gezegd wordt.'
	),
	h1('Nog te doen'),
	tasks(
		'x Afspraken van september naast elkaar gelegd',
		'Stem van de vader',
		'Vragen of de gemeente meeleest vóór of na het eten',
		'Het gezin kiest zelf andere voornamen'
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
	begun: ago(26, '16:25'),
	changed: did('harmen.kok', 7, '10:55'),
	visits: [did('onderzoeker', 7, '13:20'), did('esther.blom', 6, '09:00')]
};
