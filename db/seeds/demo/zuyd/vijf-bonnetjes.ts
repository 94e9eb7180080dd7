import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, steps } from '../text.ts';

const content = doc(
	h1('In het kort'),
	p(
		'Anderhalf uur, in groepen van vijf. Voor eerstejaars van alle opleidingen. Je krijgt vijf kassabonnen van één huishouden, en verder niets.'
	),
	h1('Wat leer je?'),
	bullets(
		'Je ziet hoeveel je invult over iemand van wie je bijna niets weet.',
		'Je kunt een vermoeden omzetten in een vraag die je durft te stellen.'
	),
	h1('Wat heb je nodig?'),
	p(
		'Vijf bonnen per groep: een supermarkt op de derde, een apotheek op de negende, een tankstation op de tiende, een bakker op de veertiende en een supermarkt op de vierentwintigste. En de opname van zeven minuten. Beluister hem zelf eerst, en bedenk waar jij stil van werd.'
	),
	h1('De opdracht'),
	steps(
		'Leg de vijf bonnen op volgorde van datum. Schrijf op wie hier woont.',
		'Wissel met een andere groep. Onderstreep in hun tekst alles wat niet op de bon staat.',
		'Luister naar de opname: de vrouw van de bonnen vertelt zelf over haar maand.',
		'Schrijf één vraag op die je haar had willen stellen vóór je begon te raden.'
	),
	h1('Nabespreken'),
	bullets(
		'Wat vonden jullie van de taart van 14,95 euro? En nadat je wist voor wie hij was?',
		'Welke bon zou jij niet op tafel willen leggen?',
		'Wanneer is een vermoeden nuttig, en wanneer zit het in de weg?'
	),
	p(
		'Bijna elke groep schrijft bij de bon van het tankstation dat er een auto is. Er is geen auto. De vrouw kocht er brood, omdat de winkel al dicht was toen haar dienst erop zat. Vertel dat pas als iemand ernaar vraagt. Vraagt niemand ernaar? Dan is dat het gesprek.'
	),
	h1('Veilig werken in de groep'),
	callout(
		'warning',
		'De bonnen zijn verzonnen, de opname is nagespeeld naar een echt verhaal, met toestemming. Laat studenten nooit hun eigen bonnen meenemen.'
	)
);

export const vijfBonnetjes: DemoDocument = {
	werkplaats: 'zuyd',
	kind: 'assignment',
	title: 'Een maand in vijf bonnetjes',
	by: 'soraya.ramdin',
	themes: ['bestaanszekerheid'],
	domains: ['werk-en-inkomen'],
	sensitivity: 'open',
	content,
	begun: ago(45, '13:30'),
	changed: did('soraya.ramdin', 17, '14:50'),
	visits: [did('docent', 6, '11:20'), did('landelijk', 13, '10:45')]
};
