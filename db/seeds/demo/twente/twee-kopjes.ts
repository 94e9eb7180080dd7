import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'‘Mijn man is vier jaar dood en ik zet nog steeds twee kopjes klaar.’ Een vrijwilliger van de koffieochtend schreef het op en vroeg ons: is dat eenzaamheid, is dat rouw, en maakt het uit hoe we het noemen? Het wijkteam had er een antwoord op, de huisarts een ander, en de geestelijk verzorger een derde. Die drie antwoorden leiden naar drie verschillende deuren.'
	),
	p(
		strong('Praktijkvraag: '),
		'wat helpt mensen boven de tachtig die hun partner verloren, volgens henzelf, en wat vraagt dat van wie langskomt?'
	),
	h1('Met wie en hoe'),
	p(
		'Negen inwoners van Oosterveen vertelden ons over een gewone dag. Niet over hun verlies: over opstaan, eten, de middag, de avond. Bij vijf van hen kwamen we drie keer. Twee onderzoekers lazen de gesprekken los van elkaar; daarna legden we onze lezing terug bij de vertellers. Zeven van de negen wilden iets veranderd hebben. Dat is hieronder verwerkt.'
	),
	h1('Bevindingen'),
	p(
		strong('De avond is langer dan de dag. '),
		'Bezoek komt overdag. De stilte komt na het journaal. Alle negen noemen zonder dat wij ernaar vroegen een tijd: kwart voor acht, na de weerman, als de gordijnen dicht gaan.'
	),
	quote(
		'Overdag ben ik iemand met een agenda. ’s Avonds ben ik iemand die over is.',
		'meneer B., 84 jaar, tweede gesprek'
	),
	p(
		strong('Mensen missen niet gezelschap, maar gewoonte. '),
		'Het gaat over samen zwijgen bij de radio. Over iemand die weet dat je geen suiker wilt. Een bezoeker kan dat niet vervangen, en dat vraagt ook niemand. Wel willen mensen hun eigen gewoontes kunnen uitleggen: waarom er twee kopjes staan, en dat dat geen vergissing is.'
	),
	p(
		strong('De omgeving stopt eerder dan de rouw. '),
		'Vijf vertellers noemen een moment, tussen drie en zes maanden, waarop anderen ophielden ernaar te vragen. ‘Toen moest het klaar zijn.’ Juist daarna kwamen de meldingen bij het wijkteam binnen, met als woord: eenzaamheid.'
	),
	callout(
		'tip',
		'Vraag niet of iemand eenzaam is. Vraag hoe de avond gaat. En kom een keer na het eten.'
	),
	h1('Perspectieven'),
	bullets(
		[
			strong('Inwoners '),
			'willen dat de naam van hun partner valt. Dat gebeurt weinig: bezoekers denken dat ze daarmee iets openhalen.'
		],
		[
			strong('Professionals '),
			'zien rouw als iets voor de huisarts of de geestelijk verzorger. Zij blijven vaak bij praktische vragen, omdat ze daar iets mee kunnen.'
		],
		[
			strong('De gemeente '),
			'heeft geld voor het tegengaan van eenzaamheid. Rouw is geen beleidswoord. Wie na achten wil langskomen, krijgt dat nergens vergoed.'
		]
	),
	h1('Duiding'),
	p(
		'Wij lezen de twee kopjes als een vorm van trouw, niet als een klacht. Wie ze te snel vertaalt naar een hulpvraag, haalt er één weg. Dat betekent niet dat er niets te doen is. Het betekent dat het begint met kijken naar wat iemand zelf al doet om de dag te laten kloppen.'
	),
	h1('Beperkingen en tegenspraak'),
	p(
		'We spraken mensen die ons binnenlieten, zes vrouwen en drie mannen, allemaal in Nederland geboren en vijftig jaar of langer getrouwd. Van weduwnaars weten we weinig, van mensen met een andere rouwcultuur niets. Eén verteller past niet in ons verhaal: zij vond de stilte na haar huwelijk ‘de eerste rust sinds 1961’. Dat laten we staan.'
	),
	h1('Voor de leesronde'),
	p(
		em(
			'Marloes, lees je vooral ‘Duiding’? Ik twijfel of we daar voor mensen spreken in plaats van met hen. Gerda vindt van niet, Harmen van wel. Graag vóór woensdag 12.00 uur.'
		)
	)
);

export const tweeKopjes: DemoDocument = {
	werkplaats: 'twente',
	kind: 'study',
	title: 'Twee kopjes: rouw na je tachtigste',
	by: 'onderzoeker',
	themes: ['eenzaamheid', 'zingeving', 'langer-thuis'],
	domains: ['wmo', 'gezondheid'],
	sensitivity: 'werkplaats',
	state: 'in_review',
	content,
	shares: [
		{ person: 'lector', level: 'manage' },
		{ person: 'inwoner', level: 'comment' },
		{ person: 'landelijk', level: 'comment' }
	],
	begun: ago(96, '13:40'),
	changed: did('onderzoeker', 2, '15:02'),
	visits: [
		did('lector', 1, '21:14'),
		did('onderzoeker', 2, '15:02'),
		did('landelijk', 2, '10:30'),
		did('inwoner', 4, '14:00'),
		did('harmen.kok', 5, '09:00')
	]
};
