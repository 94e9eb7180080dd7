import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, h2, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'Een galerijflat met tachtig voordeuren, acht verdiepingen, twee liften en negenentwintig talen. De huismeester verdween, de bankjes in de hal ook. Bewoonster Zohra Benali telde op een dag hoeveel mensen zij groette: vierendertig. En van hoeveel zij de naam wist: vijf. Zij stelde de vraag: wat betekent alleen zijn in een flat waar altijd iemand is?'
	),
	h1('Aanpak'),
	p(
		'Twaalf bewoners volgden drie avonden training en interviewden daarna hun buren, in het Nederlands, Arabisch, Portugees en Turks. Zij kregen daarvoor een vergoeding. De gesprekken duurden een kwartier en gingen over één ding: wie zie je op een gewone dag tussen de voordeur en de straat? Tweeënvijftig deuren deden mee.'
	),
	h1('Bevindingen'),
	h2('De lift is de straat'),
	p(
		'Bijna iedereen noemt de lift. Daar hoor je wie er thuis is, wie er verhuist en wie er ruzie heeft. Als de lift stuk is, en dat is vaak, verdwijnt voor wie slecht loopt niet alleen de straat maar ook de flat.'
	),
	quote(
		'Alleen is bij ons geen woord. Wij zeggen: niemand klopt. Dat is iets anders. Alleen kun je kiezen.',
		'bewoonster, zesde verdieping, vertaald uit het Arabisch'
	),
	h2('Vier talen, vier woorden'),
	p(
		'Het woord eenzaamheid bleek niet te vertalen. In het ene gesprek werd het ‘heimwee’, in het andere ‘schaamte’, in het derde ‘rust’. We hebben de woorden laten staan zoals ze gezegd zijn en ze niet bij elkaar opgeteld.'
	),
	h2('Wie interviewt, wordt gegroet'),
	p(
		'Alle twaalf interviewers zeggen dat zij nu meer mensen kennen. Dat is een opbrengst die wij niet hadden bedoeld, en misschien de grootste. Het betekent ook dat de meting de flat veranderde.'
	),
	callout('tip', 'Laat buren de vragen stellen. Het antwoord blijft dan in het gebouw.'),
	h1('Perspectieven'),
	bullets(
		[strong('Bewoners '), 'willen een bank in de hal en een lift die het doet.'],
		[
			strong('De verhuurder '),
			'haalde de bank weg vanwege klachten over hangen. Dezelfde mensen die klaagden, missen hem nu.'
		],
		[strong('Het wijkteam '), 'kende negen van de tachtig huishoudens, allemaal door een melding.'],
		[strong('De gemeente '), 'heeft een campagne tegen eenzaamheid, in één taal.']
	),
	h1('Beperkingen en tegenspraak'),
	p(
		'Achtentwintig deuren bleven dicht. Een van de interviewers denkt dat zijn buren hem niet vertrouwden juist omdat hij een buur is. Een vreemde had daar misschien meer gehoord.'
	),
	h1('Nieuwe praktijkvragen'),
	bullets(
		'Wat gebeurt er in een flat als de huismeester terugkomt?',
		'Van wie is de hal?',
		'Hoe vertaal je een vraag die in een taal niet bestaat?'
	),
	p(
		em(
			'Met dank aan de twaalf interviewers, die dit stuk in het trappenhuis hebben laten voorlezen.'
		)
	)
);

export const tachtigVoordeuren: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'study',
	title: 'Tachtig voordeuren',
	by: 'gideon.asante',
	themes: ['eenzaamheid', 'inclusie', 'wonen'],
	domains: ['wmo', 'wonen'],
	sensitivity: 'werkplaats',
	state: 'published',
	content,
	shares: [{ person: 'zohra.benali', level: 'edit' }],
	begun: ago(300, '09:00'),
	changed: did('gideon.asante', 34, '16:10'),
	visits: [
		did('lector', 14, '13:10'),
		did('landelijk', 12, '09:20'),
		did('onderzoeker', 17, '15:00'),
		did('buitenstaander', 20, '10:30'),
		did('zohra.benali', 30, '19:00')
	]
};
