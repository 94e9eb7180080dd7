import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, h2, p, quote, steps, strong } from '../text.ts';
import { TWEE_KOPJES } from './names.ts';
import { rondTweeKopjes } from './rond-twee-kopjes.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'‘Mijn man is vier jaar dood en ik zet nog steeds twee kopjes klaar.’ Een vrijwilliger van de koffieochtend schreef het op en vroeg ons: is dat eenzaamheid, is dat rouw, en maakt het uit hoe we het noemen? Het wijkteam had er een antwoord op, de huisarts een ander, en de geestelijk verzorger een derde. Die drie antwoorden leiden naar drie verschillende deuren.'
	),
	p(
		strong('Praktijkvraag: '),
		'wat helpt mensen boven de tachtig die hun partner verloren, volgens henzelf, en wat vraagt dat van wie langskomt?'
	),
	h1('Context'),
	p(
		'De gesprekken waren in Oosterveen: in het Pioenkwartier en in twee dorpen erbij. Er rijdt na half zeven geen bus meer. Het buurthuis gaat om vijf uur dicht, de kerk is open op donderdagavond.'
	),
	h1('Betrokkenen en rollen'),
	bullets(
		[
			strong('Inwoners. '),
			'Negen vertellers. Truus Lansink bracht de vraag in; Gerda Nijhuis las elke versie van deze tekst.'
		],
		[
			strong('Onderzoek. '),
			'Samira el Idrissi en Harmen Kok voerden de gesprekken. Harmen is zelf weduwnaar. Dat zei hij vooraf aan elke verteller.'
		],
		[
			strong('Professionals. '),
			'Een huisarts, een wijkverpleegkundige en een geestelijk verzorger praatten een middag mee.'
		],
		[strong('Gemeente. '), 'Hanneke Booij las de bevindingen toen ze er lagen.']
	),
	h1('Wat weten we al?'),
	h2('Uit onderzoek'),
	p(
		'Veel onderzoek naar rouw gaat over het eerste jaar. Over mensen die al jaren verder zijn en boven de tachtig, vonden we weinig. Vragenlijsten over eenzaamheid vragen hoe vaak je iemand spreekt. Ze vragen niet wanneer.'
	),
	h2('Uit de praktijk'),
	p(
		'De wijkverpleegkundige zei: ’s ochtends zie ik aan het aanrecht hoe de avond was. De huisarts zei dat mensen om iets vragen om te slapen, en dat hij dan zelden vraagt hoe de avond gaat.'
	),
	h2('Uit ervaring'),
	quote(
		'Vraag niet of ik hem mis. Vraag wat hij altijd zei als het journaal begon.',
		'Gerda Nijhuis, ervaringsdeskundige'
	),
	h1('Onderzoeksvraag en deelvragen'),
	p(
		strong('Hoofdvraag: '),
		'hoe ziet een gewone dag eruit voor mensen boven de tachtig die hun partner verloren, en wat willen zij daaraan houden of veranderen?'
	),
	steps(
		'Op welke uren van de dag is het stil, en wat doen mensen dan?',
		'Wat doen zij zelf om de dag te laten kloppen?',
		'Wat vraagt dat van wie langskomt?'
	),
	h1('Aanpak'),
	p(
		'Negen inwoners van Oosterveen vertelden ons over een gewone dag. Niet over hun verlies: over opstaan, eten, de middag, de avond. Bij vijf van hen kwamen we drie keer. Twee onderzoekers lazen de gesprekken los van elkaar; daarna legden we onze lezing terug bij de vertellers. Zeven van de negen wilden iets veranderd hebben. Dat is hieronder verwerkt.'
	),
	h1('Ethiek, toestemming en gegevens'),
	p(
		'Wij vroegen toestemming per gesprek, niet één keer vooraf: wie vertelt, weet pas achteraf wat hij heeft gezegd. De opnamen zijn gewist toen de tekst was nagelezen. De sleutel met namen ligt in een kast waar twee mensen bij kunnen, en gaat weg als de studie af is. Voor geluid van de avond zelf, in cyclus 2, moeten we opnieuw vragen.'
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
	h1('Variatie in de praktijk'),
	p(
		'In de dorpen lopen buren ’s avonds achterom; in de wijk doet niemand na donker open. In Zwolle komt de geestelijk verzorger juist na het eten. Daar heet dat geen bezoek maar een ronde.'
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
	h1('Spanningsvelden en regels die knellen'),
	bullets(
		[
			strong('De avond kost extra. '),
			'De cao kent een toeslag na acht uur. Het wijkteam heeft daar geen geld voor.'
		],
		[
			strong('Wie mag er binnen in het donker? '),
			'Vrijwilligers moeten van de verzekering om zes uur klaar zijn.'
		],
		[
			strong('Een naam die iets opent. '),
			'Onder ‘eenzaamheid’ is er geld, onder ‘rouw’ niet. Zo leren mensen zich eenzaam te noemen.'
		]
	),
	h1('Duiding'),
	p(
		'Wij lezen de twee kopjes als een vorm van trouw, niet als een klacht. Wie ze te snel vertaalt naar een hulpvraag, haalt er één weg. Dat betekent niet dat er niets te doen is. Het betekent dat het begint met kijken naar wat iemand zelf al doet om de dag te laten kloppen.'
	),
	h1('Opbrengst'),
	p(
		'Eén vraag voor wie langskomt: hoe gaat de avond? En een kaartje waarop iemand zelf schrijft welke gewoontes mogen blijven. Acht van de negen vertellers vulden het in. Eén zei: daar heb ik geen kaartje voor nodig.'
	),
	h1('Beperkingen en tegenspraak'),
	p(
		'We spraken mensen die ons binnenlieten, zes vrouwen en drie mannen, allemaal in Nederland geboren en vijftig jaar of langer getrouwd. Van weduwnaars weten we weinig, van mensen met een andere rouwcultuur niets. Eén verteller past niet in ons verhaal: zij vond de stilte na haar huwelijk ‘de eerste rust sinds 1961’. Dat laten we staan.'
	),
	h1('Wat gaan we anders doen?'),
	p(
		'Elke partij schrijft dat zelf, onder deze tekst. De praktijk heeft nog niets toegezegd, en dat zie je daar.'
	),
	h1('Nieuwe praktijkvragen'),
	p(
		'Wie komt er na het avondeten nog langs? Die vraag staat op de kennisagenda. Vier van de vijf partijen vinden dat hij eerst moet.'
	),
	h1('Verantwoording en dank'),
	p(
		'Dank aan negen mensen die ons hun avond lieten zien. Het onderzoek is betaald door de werkplaats. Niemand van ons had er belang bij dat het eenzaamheid zou heten.'
	),
	h1('Literatuur'),
	p(
		'Werkplaats Twente (2025). ',
		em('Wie belt wie? Eerste contacten van vier wijkteams.'),
		' De andere bronnen staan bij deze studie, onder ‘Bronnen’.'
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
	title: TWEE_KOPJES,
	by: 'onderzoeker',
	themes: ['eenzaamheid', 'zingeving', 'langer-thuis'],
	domains: ['wmo', 'gezondheid'],
	sensitivity: 'werkplaats',
	state: 'in_review',
	content,
	study: rondTweeKopjes,
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
