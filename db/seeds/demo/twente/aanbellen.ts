import { ago, did, type DemoDocument } from '../document.ts';
import {
	bullets,
	callout,
	doc,
	em,
	h1,
	h2,
	link,
	p,
	quote,
	steps,
	strong,
	table,
	tasks
} from '../text.ts';
import { AANBELLEN } from './names.ts';
import { rondAanbellen } from './rond-aanbellen.ts';

const content = doc(
	p(
		em(
			'Wat een wijkteam leert van contact dat nergens voor hoeft. Geschreven door Marloes Wiegerink, Samira el Idrissi en Joost ten Velde, met Gerda Nijhuis als meelezer.'
		)
	),
	h1('Aanleiding en praktijkvraag'),
	p(
		'In het Pioenkwartier wonen volgens de gemeente 212 mensen boven de zeventig alleen. Het wijkteam kent er zestig. De vraag kwam van de sociaal werkers zelf: hoe kom je in contact met iemand die nergens om vraagt, zonder dat hij zich een geval voelt?'
	),
	p(
		'Op de kennisagenda stond de vraag van Gerda Nijhuis al: hoe bereik je wie niet meer opendoet? Drie mensen hadden bij haar in de straat aangebeld, elk met een folder. Na de derde ging de bel eraf.'
	),
	p(
		'De meeste aanpakken beginnen met een signaal: een melding van de huisarts, een bezorgde buur, een achterstand in de huur. Wij draaiden het om. Drie sociaal werkers belden een half jaar aan zonder aanleiding en schreven na elk bezoek op wat er gebeurde.'
	),
	h1('Context'),
	p(
		'Het Pioenkwartier is een wijk met rijtjeshuizen uit de jaren zestig aan de zuidkant van Oosterveen. De bakker is er nog, de bank niet meer. Welzijn Oostwaard heeft er een wijkteam van zeven mensen; drie van hen deden mee.'
	),
	h1('Betrokkenen en rollen'),
	bullets(
		[
			strong('Inwoners. '),
			'Gerda Nijhuis en twee andere leden van de cliëntenraad lazen elke maand de dagboeken en zeiden wat zij erin misten.'
		],
		[
			strong('Professionals. '),
			'Joost ten Velde belde zelf aan en schrijft hier mee. Dat is een belang, en daarom analyseerde hij zijn eigen dagboek niet.'
		],
		[strong('Onderwijs. '), 'Zes studenten social work telden de dagboeken na, los van elkaar.'],
		[
			strong('Gemeente. '),
			'De gemeente betaalt het wijkteam. Zij las mee en gaf opmerkingen; de bevindingen zijn van ons.'
		]
	),
	h1('Wat weten we al?'),
	h2('Uit onderzoek'),
	p(
		'Onderzoek naar eenzaamheid is er veel, onderzoek naar de drempel is er weinig. We weten dat activiteiten vooral de mensen bereiken die er toch al op uit gaan. In onze eigen inventarisatie ',
		link('Wie belt wie?', 'https://werkplaats-twente.example/wie-belt-wie'),
		' zagen we dat negen van de tien eerste contacten van het wijkteam met een melding begon.'
	),
	h2('Uit de praktijk'),
	p(
		'Sociaal werkers zeggen: het eerste gesprek bepaalt of er een tweede komt. En ook: wie met een formulier binnenkomt, praat met het formulier. Dat je zomaar aanbelt, staat in geen enkele werkopdracht. Toch deden alle drie het al wel eens, ‘als er een afspraak uitviel’.'
	),
	h2('Uit ervaring'),
	quote(
		'Als er iemand van de instanties voor de deur staat, denk ik eerst: wat heb ik verkeerd gedaan? Daarna pas: wie is dit?',
		'Gerda Nijhuis, ervaringsdeskundige'
	),
	h1('Onderzoeksvraag en deelvragen'),
	p(
		strong('Hoofdvraag: '),
		'wat gebeurt er als een sociaal werker aanbelt zonder aanleiding, volgens wie opendoet en volgens wie aanbelt?'
	),
	steps(
		'Waarmee belt iemand aan, en wat zegt de bewoner dan?',
		'Met wie is er na drie maanden nog contact, en wie zocht dat?',
		'Waar wringt het met de regels en de registratie van het team?'
	),
	h1('Aanpak'),
	p(
		'We deden actieonderzoek in twee cycli. Wat we in elke cyclus probeerden en besloten, staat in de cycli bij deze studie. De eerste ging zo:'
	),
	steps(
		'We kozen elf straten. Elke sociaal werker kreeg vier dagdelen per maand zonder afspraken.',
		'Aanbellen mocht op drie manieren: met een kleine vraag, met een folder of aanbod, of naar aanleiding van een melding. De sociaal werker koos zelf.',
		'Na elk bezoek schreven ze op wat er gezegd werd en wat zij zelf deden. Geen namen, geen huisnummers.',
		'Na drie maanden keken we of er nog contact was, en wie dat contact zocht.',
		'Met twaalf inwoners spraken we door. Zij lazen terug wat wij over hen schreven en haalden weg wat zij niet wilden delen.'
	),
	h1('Ethiek, toestemming en gegevens'),
	p(
		'De ethische commissie van de hogeschool las het plan in maart. In de dagboeken staan geen namen en geen huisnummers. De twaalf inwoners met wie we doorspraken, gaven per doel toestemming: voor onderzoek, voor lessen en voor deze tekst. Eén van hen trok die voor lessen in. Haar zinnen zijn uit de opdracht gehaald.'
	),
	h1('Bevindingen'),
	p(
		'Van de 145 keer dat er werd aangebeld, ging 99 keer de deur open. Belangrijker is wat daarna kwam.'
	),
	table(
		['Waarmee we aanbelden', 'Aangebeld', 'Open', 'Contact na 3 maanden'],
		['Een kleine vraag', '41', '33', '24'],
		['Een folder of aanbod', '58', '37', '9'],
		['Een melding', '46', '29', '12'],
		['Samen', '145', '99', '45']
	),
	callout(
		'warning',
		'Dit is samenhang, geen effect. De sociaal werkers kozen zelf waarmee ze aanbelden, en misschien kozen ze de kleine vraag waar ze een open deur verwachtten.'
	),
	p(
		'Wie om iets kleins werd gevraagd, deed vaker een tweede keer open dan wie iets kreeg aangeboden. Een schaar, een ladder, een paar dagen op de post letten. In de dagboeken valt op dat de rollen dan omdraaien: de bewoner heeft iets, de sociaal werker komt iets halen.'
	),
	quote(
		'Ze vroeg niet hoe het ging. Ze vroeg of ik een schaar had.',
		'mevrouw A., 78 jaar, derde gesprek'
	),
	h2('Het woord valt zelden'),
	p(
		'Mensen die weinig anderen zien noemen het zelden eenzaamheid. Ze zeggen dat het stil is, dat de dagen lang zijn, of dat er ‘niks meer hoeft’. Wie het woord zelf gebruikt, staat vaak voor een dichte deur. Daarom vroegen we niet naar eenzaamheid, maar naar gisteren: wie sprak je, en waarover?'
	),
	h2('Het tweede bezoek is het eerste'),
	p(
		'Bij het eerste bezoek gaat het over de schaar. Bij het tweede, als de schaar teruggaat, gaat het over de man die altijd de heg knipte. Van de 24 mensen met wie na een kleine vraag contact bleef, zochten er 15 dat contact zelf: ze zwaaiden, belden het wijkteam of liepen binnen. Na een folder deden dat er twee.'
	),
	callout('tip', 'Vraag iets kleins, en breng het terug. Het terugbrengen is het tweede bezoek.'),
	h1('Variatie in de praktijk'),
	p(
		'In de drie straten met huurflats ging de deur minder vaak open, met welke vraag dan ook. Bewoners daar kregen dat half jaar ook bezoek van de woningcorporatie over de renovatie. ‘Weer eentje met een badge,’ schreef een sociaal werker op. In de Lupinestraat werkte het andersom: daar stelde een bewoonster de sociaal werker aan haar hele portiek voor. We weten niet of dat aan de straat ligt of aan haar.'
	),
	h1('Perspectieven'),
	bullets(
		[
			strong('Inwoners '),
			'letten op wat iemand in zijn handen heeft. Een tas is werk, een schaar is een vraag.'
		],
		[
			strong('Professionals '),
			'vonden het lastig om niets te komen doen. Twee van de drie schreven na de eerste week dat ze zich schuldig voelden.'
		],
		[strong('De gemeente '), 'zoekt woorden om het uit te leggen aan mensen die er niet bij waren.']
	),
	h1('Spanningsvelden en regels die knellen'),
	bullets(
		[
			strong('Tijd zonder naam. '),
			'Het registratiesysteem vraagt bij elk uur om een cliëntnummer. Aanbellen zonder aanleiding heeft er geen. De drie schreven de uren op onder ‘overig’, en overig wordt ieder kwartaal gekort.'
		],
		[
			strong('Weten is moeten. '),
			'Wie binnen is, ziet soms iets waar hij niet voor kwam: een blauwe envelop, een lege koelkast. Wanneer wordt een praatje dan toch een melding?'
		],
		[
			strong('Open en niet opdringen. '),
			'Zeventien mensen zeiden vriendelijk dat het niet hoefde. Twee dagboeken laten zien dat er toch nog een keer werd aangebeld.'
		]
	),
	quote(
		'Ik begrijp heel goed wat jullie doen. Maar ik moet de raad kunnen uitleggen wat we kopen voor die uren.',
		'Hanneke Booij, beleidsmedewerker gemeente Oosterveen'
	),
	h1('Duiding'),
	p(
		'Wij denken dat het niet om de schaar gaat, maar om wie er iets te geven heeft. Wie aanbelt met een aanbod, heeft al bedacht dat er iets ontbreekt. Wie iets vraagt, laat dat open. Of je daar een methode van kunt maken, betwijfelen we: een kleine vraag die uit een werkboek komt, is geen vraag meer.'
	),
	h1('Opbrengst'),
	bullets(
		[
			strong('Een handelwijze: '),
			'‘Vraag iets kleins, en breng het terug’, één bladzijde, met wanneer je het niet doet.'
		],
		[strong('Een opdracht: '), '‘De eerste tien minuten’, voor studenten en professionals samen.']
	),
	h1('Beperkingen en tegenspraak'),
	p(
		'De drie sociaal werkers kenden de wijk al. Of een nieuwkomer met dezelfde vraag dezelfde deur open krijgt, weten we niet. Ook spraken we niemand die de deur dicht hield; hun kant van het verhaal ontbreekt. En een half jaar is kort: in de winter is een tuinladder geen vraag.'
	),
	p(
		'Er is ook tegenspraak. Twee mensen waren juist blij met de folder, omdat ze daarmee ‘een reden hadden om te bellen’. En één inwoner vond achteraf dat wij niet eerlijk waren geweest: wie om een schaar vraagt en een gesprek wil, moet dat zeggen. Sindsdien zeggen de sociaal werkers het er bij het tweede bezoek bij.'
	),
	h1('Wat gaan we anders doen?'),
	table(
		['Wie', 'Wat verandert er', 'Vanaf'],
		['Inwoners', 'De cliëntenraad kiest mee in welke straten wordt aangebeld.', 'januari'],
		[
			'Wijkteam',
			'Iedereen krijgt twee dagdelen per maand zonder afspraken, ook nieuwe collega’s.',
			'januari'
		],
		[
			'Welzijn Oostwaard',
			'Een eigen regel in de registratie: contact zonder aanleiding, zonder cliëntnummer.',
			'in gesprek'
		],
		['Gemeente', 'Nog niet ingevuld. Gevraagd aan Hanneke Booij.', '']
	),
	h1('Nieuwe praktijkvragen'),
	bullets(
		'Werkt een kleine vraag ook als je de wijk nog niet kent?',
		'Onder welke naam schrijf je de uren van een praatje?'
	),
	p('Beide staan op de kennisagenda. De eerste proberen we uit in cyclus 2.'),
	h1('Nog te doen'),
	tasks(
		'x Tellingen van de studenten naast de onze leggen',
		'x Terug naar de twaalf inwoners met wat we over hen schreven',
		'De rij van de gemeente in de tabel hierboven',
		'Telt een briefje in de bus als aangebeld? Met Emre en Naomi bespreken',
		'Leesronde: Marloes vóór 2 december',
		'Een korte versie in gewone taal, met Gerda'
	),
	h1('Verantwoording en dank'),
	p(
		'Dank aan de mensen die opendeden, en aan wie dat niet deden. Welzijn Oostwaard gaf de uren van drie collega’s. De hogeschool betaalde het onderzoek; de gemeente betaalt het wijkteam en had geen stem in de bevindingen.'
	),
	h1('Literatuur'),
	p(
		'Werkplaats Twente (2025). ',
		em('Wie belt wie? Eerste contacten van vier wijkteams.'),
		' Dagboeken van drie sociaal werkers, april tot en met september; bewaard zonder namen, tot tien jaar na het project. Vragen over de gegevens: ',
		link('onderzoeker@wisselwerking.example', 'mailto:onderzoeker@wisselwerking.example'),
		'.'
	)
);

export const aanbellen: DemoDocument = {
	werkplaats: 'twente',
	kind: 'study',
	title: AANBELLEN,
	by: 'onderzoeker',
	themes: ['eenzaamheid', 'sociale-teams'],
	domains: ['wmo', 'gezondheid'],
	sensitivity: 'werkplaats',
	content,
	study: rondAanbellen,
	shares: [
		{ person: 'lector', level: 'manage' },
		{ person: 'professional', level: 'edit' },
		{ person: 'inwoner', level: 'suggest' },
		{ person: 'student', level: 'suggest' },
		{ person: 'student2', level: 'suggest' }
	],
	begun: ago(250, '10:05'),
	changed: did('onderzoeker', 0, '09:31'),
	visits: [
		did('onderzoeker', 0, '09:31'),
		did('professional', 0, '09:12'),
		did('inwoner', 0, '08:47'),
		did('student', 1, '19:22'),
		did('student2', 1, '20:05'),
		did('coordinator', 3, '16:38'),
		did('beleid', 3, '16:12'),
		did('lector', 4, '11:20')
	]
};
