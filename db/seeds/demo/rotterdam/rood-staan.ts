import { STUDY } from '#domain/templates/study.ts';
import { fromSections } from '#domain/templates/template.ts';
import { ago, did, type DemoDocument } from '../document.ts';
import { begun, bullets, p, quote } from '../text.ts';

const content = begun(fromSections(STUDY), {
	'Aanleiding en praktijkvraag': [
		p(
			'Het salaris komt op de vijfentwintigste, de toeslag op de twintigste, de huur gaat er op de eerste af. In een buurtkamer rekenden zeven vrouwen uit op welke dag zij gewoonlijk rood staan. Het was de vijftiende. Zij vragen: wat doen mensen tussen de vijftiende en de twintigste, en waarom ziet niemand dat?'
		),
		quote(
			'Die vijf dagen eten we vroeg en gaan we vroeg naar bed. Dan valt het niet op.',
			'moeder van drie kinderen'
		)
	],
	'Onderzoeksvraag en deelvragen': [
		p('Hoe komen huishoudens met een laag inkomen de laatste tien dagen van de maand door?'),
		bullets(
			'Wat houden mensen bij, en hoe: schriftje, app, potjes, hoofd?',
			'Van wie lenen zij, en wat kost dat anders dan geld?',
			'Welke datum kun je veranderen, en wie gaat daarover?'
		)
	]
});

export const roodStaan: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'study',
	title: 'Rood staan op de vijftiende',
	by: 'aylin.demirci',
	themes: ['bestaanszekerheid'],
	domains: ['werk-en-inkomen'],
	sensitivity: 'werkplaats',
	content,
	begun: ago(29, '11:30'),
	changed: did('aylin.demirci', 11, '09:05'),
	visits: [did('gideon.asante', 11, '13:00')]
};
