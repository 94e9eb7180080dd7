import { ago, did, told, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, strong } from '../text.ts';
import { MEVROUW_D } from './names.ts';

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
	h1('Regels en systemen'),
	p(
		'Zonder hulpvraag doet de gemeente geen onderzoek: zo staat het in de verordening. Een melding blijft dan vier weken open en sluit daarna vanzelf. Een dochter kan niet namens haar moeder melden, als die daar niet om vroeg.'
	)
);

const WINTER = 'De winter na de begrafenis';
const GESPREK = 'Het eerste gesprek';
const ZOMER = 'De zomer';
const NU = 'Het tweede gesprek';

const lessons = doc(
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
	h1('Leervragen'),
	bullets(
		'Welke vraag had jij gesteld op 12 april, en waarom die?',
		'Wie mist er in deze casus, en wat zou die persoon kunnen vertellen?',
		'Wat is het verschil tussen geen hulpvraag en geen hulp nodig hebben?'
	),
	h1('Terug naar de betrokkene'),
	p(
		'Mevrouw D. las de tekst in oktober, samen met Gerda Nijhuis. Twee zinnen over haar dochter zijn op haar verzoek weggehaald.'
	)
);

export const mevrouwD: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: MEVROUW_D,
	by: 'professional',
	themes: ['eenzaamheid', 'langer-thuis'],
	domains: ['wmo'],
	sensitivity: 'restricted',
	content,
	case: {
		head: {
			pseudonym: 'Mevrouw D.',
			period: 'een jaar, van winter tot najaar',
			region: 'een wijk in een stad in het oosten',
			areas: ['network', 'health', 'meaning'],
			group: 'low_retired',
			groupList: 2023
		},
		moments: [
			{ title: WINTER, period: 'januari tot maart' },
			{ title: GESPREK, period: 'april' },
			{ title: ZOMER, period: 'juni tot augustus' },
			{ title: NU, period: 'het najaar' }
		],
		voices: [
			{
				perspective: 'citizen',
				holder: 'inwoner',
				telling: 'noted',
				teller: 'Gerda Nijhuis, en door mevrouw D. nagelezen',
				told: [
					told(
						WINTER,
						'Iedereen kwam, de eerste weken. Toen niemand meer. Dat is niet erg, dat hoort zo. Maar ’s avonds zet ik nog steeds twee kopjes klaar.'
					),
					told(
						GESPREK,
						'Hij keek steeds naar zijn papieren. Hij vroeg of ik eenzaam was. Wat moet je daarop zeggen? Ik zei van niet. Toen was het klaar.',
						'Over die koffieochtend: dan zit je daar tussen mensen die al jaren naast elkaar zitten. Ik ben geen kind dat moet leren spelen.'
					),
					told(
						ZOMER,
						'In juni zat de bel kapot. Ik heb hem niet laten maken. Het was wel rustig zo. Ik hoorde ze heus wel kloppen.'
					),
					told(
						NU,
						'Toen kwam die jongen weer, zonder papieren. Of ik wist wie er vroeger op de hoek woonde. Natuurlijk wist ik dat. Ik had er foto’s van.'
					)
				]
			},
			{ perspective: 'relative', label: 'Dochter' },
			{
				perspective: 'professional',
				holder: 'professional',
				label: 'Sociaal werk',
				told: [
					told(
						WINTER,
						'We hadden haar niet in beeld. De huisarts belde in maart: ze kwam haar afspraken niet na. Ik ben drie keer langs geweest voor ze opendeed.'
					),
					told(
						GESPREK,
						'In mijn verslag staat:',
						quote(
							'Een prettig gesprek. Mevrouw gaf aan zich niet eenzaam te voelen en had geen hulpvraag. Ik heb de folder van de koffieochtend achtergelaten.',
							'verslag van april'
						),
						'Dat klopt ook. Ik was opgelucht, ik had er die week eenentwintig.'
					),
					told(
						ZOMER,
						'Twee keer aangebeld, geen gehoor. Ik nam aan dat ze bij haar dochter was en heb de casus afgesloten. Ik heb niet geklopt. Daar denk ik nog wel eens aan.'
					),
					told(
						NU,
						'Ik ging terug om te vragen of zij mij kon helpen. Dat was geen truc: ik zocht echt iemand die de straat kende. Ik had mijn tas in de auto laten liggen.'
					)
				]
			},
			{
				perspective: 'municipality',
				holder: 'beleid',
				label: 'Wmo',
				told: [
					told(
						GESPREK,
						'Melding ontvangen, drie dagen na het gesprek. Geen hulpvraag, dus geen onderzoek. Zo staat het in de verordening.'
					),
					told(
						ZOMER,
						'In augustus meldde de dochter zich bij het loket. Zij is doorverwezen naar het wijkteam; een eigen melding kon niet, omdat mevrouw daar niet om had gevraagd.'
					)
				]
			}
		],
		lessons,
		closings: [
			{
				perspective: 'citizen',
				by: 'inwoner',
				change: 'De bel doet het weer. Maar ik kijk eerst wie het is.'
			},
			{
				perspective: 'professional',
				by: 'professional',
				change:
					'Niemand sluit nog een casus af op geen gehoor, zonder te kloppen en een collega te vragen. Welzijn Oostwaard telt afgesloten casussen niet meer als resultaat.'
			},
			{
				perspective: 'relative',
				by: 'professional',
				reason: 'De dochter is gevraagd en heeft nog niet geantwoord.'
			}
		]
	},
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
