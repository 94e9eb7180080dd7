import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, doc, h1, p, steps } from '../text.ts';

const content = doc(
	h1('In het kort'),
	p(
		'Een middag, in tweetallen. Voor eerstejaars social work. Je rijdt mee op de bibliobus en doet niets nuttigs.'
	),
	h1('Wat leer je?'),
	bullets(
		'Je kunt een uur aanwezig zijn zonder iets aan te bieden.',
		'Je kunt opschrijven wat je zag, los van wat je ervan vond.',
		'Je kunt zeggen wanneer je in de weg zat.'
	),
	h1('De opdracht'),
	steps(
		'Vraag de chauffeur waar je mag zitten, en ga daar zitten.',
		'Help alleen als iemand erom vraagt. Een boek aangeven mag.',
		'Schrijf ’s avonds op: wie kwam er binnen, wie vroeg naar wie, en wat deed jij met je handen?',
		'Ruil je verslag met je maatje. Streep in elkaars tekst aan wat je niet gezien kunt hebben.'
	),
	h1('Wat lever je op?'),
	p('Eén bladzijde zien, een halve bladzijde vinden. In die volgorde.'),
	h1('Nog te bedenken'),
	p(
		'Wat doen studenten die wagenziek worden? En wie vraagt de mensen in de bus of ze er wel zin in hebben?'
	)
);

export const middagMee: DemoDocument = {
	werkplaats: 'friesland',
	kind: 'assignment',
	title: 'Een middag mee op de bus',
	by: 'fenna.abdi',
	themes: ['eenzaamheid', 'vakmanschap'],
	domains: ['wmo'],
	sensitivity: 'werkplaats',
	content,
	begun: ago(24, '13:00'),
	changed: did('fenna.abdi', 9, '15:45'),
	visits: [did('buitenstaander', 8, '16:20'), did('tjeerd.wijma', 7, '10:00')]
};
