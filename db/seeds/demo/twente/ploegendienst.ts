import { STUDY } from '#domain/templates/study.ts';
import { fromSections } from '#domain/templates/template.ts';
import { ago, did, type DemoDocument } from '../document.ts';
import { begun, p, quote } from '../text.ts';

const content = begun(fromSections(STUDY), {
	'Aanleiding en praktijkvraag': [
		p(
			'Op het bedrijventerrein van Oosterveen werken ruim negenhonderd mensen in ploegendienst. Volgens de bedrijfsarts zorgt een op de zes daarnaast voor een vader, moeder of partner. Het steunpunt mantelzorg kent er elf. Het is open van negen tot vijf.'
		),
		quote(
			'Om half zes ’s ochtends kan ik niemand bellen. Dan kook ik het eten van mijn vader voor.',
			'mantelzorger, 52 jaar, aan de poort van de fabriek'
		),
		p(
			'De vraag is van hem en van twee leidinggevenden: wie zorgt er voor wie zorgt, als de dienst om zes uur begint?'
		)
	],
	Context: [
		p('Oosterveen, bedrijventerrein De Zoom. Nog te vragen: wil de ondernemersvereniging meedoen?')
	]
});

export const ploegendienst: DemoDocument = {
	werkplaats: 'twente',
	kind: 'study',
	title: 'Mantelzorg in ploegendienst',
	by: 'lector',
	themes: ['mantelzorg'],
	domains: ['wmo', 'werk-en-inkomen'],
	sensitivity: 'werkplaats',
	content,
	shares: [{ person: 'inwoner', level: 'comment' }],
	begun: ago(5, '16:45'),
	changed: did('lector', 4, '11:48'),
	visits: [
		did('lector', 4, '11:48'),
		did('onderzoeker', 4, '12:30'),
		did('coordinator', 4, '13:05')
	]
};
