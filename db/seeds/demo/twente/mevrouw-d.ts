import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, h2, p, quote, strong, table } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Na de dood van haar man trekt een vrouw van 81 zich terug. Vier partijen maakten hetzelfde jaar mee. Drie vertellen het hier. Niemand deed iets verkeerd volgens de eigen regels, en toch bleef een deur dicht. Daar willen we van leren.'
	),
	p(
		em(
			'Naam, straat en een paar bijzonderheden zijn veranderd. Mevrouw D. las deze tekst en zei welke zinnen mochten blijven.'
		)
	),
	h1('De situatie in het kort'),
	p(
		'Mevrouw D. woont alleen in een benedenwoning in een wijk van Oosterveen. Haar man overleed in december. Zij hebben één dochter, die op drie kwartier rijden woont. De huisarts meldde zich in maart bij het wijkteam. De casus werd in de zomer afgesloten en in augustus opnieuw geopend.'
	),
	h1('Tijdlijn'),
	table(
		['Wanneer', 'Wat er gebeurde'],
		['Januari tot maart', 'De winter na de begrafenis. Het bezoek wordt minder.'],
		['Maart', 'De huisarts belt het wijkteam: mevrouw komt haar afspraken niet na.'],
		['12 april', 'Eerste gesprek, bij het vierde bezoek.'],
		['15 april', 'De melding wordt bij de gemeente vastgelegd en gesloten.'],
		['Juni tot augustus', 'De bel is kapot. Twee keer geen gehoor. De casus wordt afgesloten.'],
		['Augustus', 'De dochter meldt zich aan het loket.'],
		['Najaar', 'Een tweede gesprek, nu zonder formulier.']
	),
	h1('Wat de inwoner vertelt'),
	p(em('In haar eigen woorden, opgeschreven door Gerda Nijhuis en door mevrouw D. nagelezen.')),
	quote(
		'Iedereen kwam, de eerste weken. Toen niemand meer. Dat is niet erg, dat hoort zo. Maar ’s avonds zet ik nog steeds twee kopjes klaar.',
		'mevrouw D., over de winter'
	),
	quote(
		'Hij keek steeds naar zijn papieren. Hij vroeg of ik eenzaam was. Wat moet je daarop zeggen? Ik zei van niet. Toen was het klaar.',
		'mevrouw D., over 12 april'
	),
	quote(
		'In juni zat de bel kapot. Ik heb hem niet laten maken. Het was wel rustig zo. Ik hoorde ze heus wel kloppen.',
		'mevrouw D., over de zomer'
	),
	p(
		'Over de dochter wil zij hier niets zeggen. Over de koffieochtend wel: ‘Dan zit je daar tussen mensen die al jaren naast elkaar zitten. Ik ben geen kind dat moet leren spelen.’'
	),
	h1('Wat naasten vertellen'),
	p(
		'De dochter is gevraagd en heeft nog niet geantwoord. Haar stem ontbreekt. Wat anderen over haar zeggen, staat hieronder bij hen.'
	),
	h1('Wat professionals vertellen'),
	h2('Sociaal werker, Welzijn Oostwaard'),
	p(
		'We hadden haar niet in beeld. De huisarts belde in maart: ze kwam haar afspraken niet na. Ik ben drie keer langs geweest voor ze opendeed. In mijn verslag van 12 april staat: ‘Een prettig gesprek. Mevrouw gaf aan zich niet eenzaam te voelen en had geen hulpvraag. Ik heb de folder van de koffieochtend achtergelaten.’ Dat klopt ook. Ik was opgelucht, ik had er die week eenentwintig.'
	),
	p(
		'In de zomer heb ik twee keer aangebeld, geen gehoor. Ik nam aan dat ze bij haar dochter was en heb de casus afgesloten. Ik heb niet geklopt. Daar denk ik nog wel eens aan.'
	),
	h2('Praktijkondersteuner van de huisarts'),
	p(
		'Wij zien een gemiste afspraak als een signaal en geven het door. Wat er daarna gebeurt, horen we zelden. Voor ons was het na maart geregeld.'
	),
	h1('Wat de gemeente vertelt'),
	p(
		'Melding ontvangen op 15 april. Geen hulpvraag, dus geen onderzoek. Zo staat het in de verordening. In augustus meldde de dochter zich bij het loket. Zij is doorverwezen naar het wijkteam; een eigen melding kon niet, omdat mevrouw daar niet om had gevraagd.'
	),
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Voor de sociaal werker en voor de gemeente was ‘geen hulpvraag’ een einde. Voor mevrouw D. was het een antwoord op de verkeerde vraag. De kapotte bel is in het ene verhaal een teken dat er niemand thuis was, en in het andere een besluit.'
	),
	h1('Beslismomenten'),
	bullets(
		[strong('12 april. '), 'Wat als de papieren in de tas waren gebleven?'],
		[
			strong('15 april. '),
			'Een melding zonder vraag kan ook open blijven. Dat gebeurt in twee andere gemeenten in de regio.'
		],
		[
			strong('Juni. '),
			'Kloppen, een briefje, de buren vragen, of niets. Aannemen was ook een keuze.'
		]
	),
	h1('Dilemma'),
	p(
		'Mevrouw D. mag met rust gelaten worden. Wie bepaalt wanneer rust overgaat in verlaten zijn, en mag je dat vragen aan iemand die de bel niet laat maken?'
	),
	h1('Wat werkte'),
	p(
		'In het najaar vroeg de sociaal werker haar om hulp: hij zocht iemand die wist hoe de straat er vroeger uitzag, voor een tentoonstelling in het buurthuis. Zij haalde een doos foto’s. Het gesprek duurde twee uur. Er is geen verslag van gemaakt.'
	),
	callout(
		'tip',
		'Laat het formulier de eerste keer in de tas. Wat je wilt weten, hoor je de tweede keer vanzelf.'
	),
	h1('Wat verandert er bij wie?'),
	table(
		['Partij', 'Wat er verandert'],
		['Inwoner', '‘De bel doet het weer. Maar ik kijk eerst wie het is.’'],
		[
			'Professional',
			'Niemand sluit nog een casus af op geen gehoor, zonder te kloppen en een collega te vragen.'
		],
		['Organisatie', 'Welzijn Oostwaard telt afgesloten casussen niet meer als resultaat.'],
		['Gemeente', 'Nog niet ingevuld. Gevraagd aan Hanneke Booij, vóór 5 december.']
	),
	h1('Leervragen'),
	bullets(
		'Welke vraag had jij gesteld op 12 april, en waarom die?',
		'Wie mist er in deze casus, en wat zou die persoon kunnen vertellen?',
		'Wat is het verschil tussen geen hulpvraag en geen hulp nodig hebben?'
	)
);

export const mevrouwD: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: 'Mevrouw D. doet niet meer open',
	by: 'professional',
	themes: ['eenzaamheid', 'langer-thuis'],
	domains: ['wmo'],
	sensitivity: 'restricted',
	content,
	shares: [
		{ person: 'onderzoeker', level: 'edit' },
		{ person: 'inwoner', level: 'comment' },
		{ person: 'beleid', level: 'comment' },
		{ person: 'docent', level: 'view' }
	],
	begun: ago(58, '14:10'),
	changed: did('professional', 1, '16:05'),
	visits: [
		did('professional', 1, '16:05'),
		did('beleid', 0, '08:20'),
		did('inwoner', 2, '10:50'),
		did('coordinator', 4, '09:15'),
		did('onderzoeker', 4, '15:40'),
		did('docent', 9, '13:30')
	]
};
