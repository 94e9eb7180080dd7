import { ago, did, type DemoDocument } from '../document.ts';
import { doc, h1, p, steps } from '../text.ts';

const content = doc(
	p(
		'Eerste versie, niet uitgezet. De cliëntenraad vond de vragen te plat: wie vijf keer ‘nooit’ invult, voelt zich daarna beroerder dan ervoor.'
	),
	h1('Vragen'),
	steps(
		'Hoe vaak spreekt u in een gewone week iemand buiten uw huishouden?',
		'Bij wie kunt u terecht als u ’s nachts ziek wordt?',
		'Mist u wel eens iemand om mee te praten?',
		'Bent u eenzaam?'
	)
);

export const oudeVragenlijst: DemoDocument = {
	werkplaats: 'twente',
	kind: 'study',
	title: 'Vragenlijst eenzaamheid 65-plus (oude versie)',
	by: 'onderzoeker',
	themes: ['eenzaamheid'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
	begun: ago(130, '11:00'),
	changed: did('onderzoeker', 6, '17:10'),
	binned: true
};
