import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, quote, steps } from '../text.ts';
import { IETS_KLEINS } from './names.ts';

const content = doc(
	p(
		'Een handelwijze voor sociaal werkers, wijkverpleegkundigen en vrijwilligers die contact willen met mensen die nergens om vragen. Gemaakt met acht inwoners van Oosterveen en het wijkteam Pioenkwartier.'
	),
	h1('Wat je doet'),
	steps(
		'Kies iets wat je echt nodig hebt: een schaar, een ladder, de weg, een telefoonnummer van de klusjesman. Verzin het niet.',
		'Bel aan, zeg wie je bent en waar je werkt, en stel je vraag. Meer niet.',
		'Ga weg als je hebt wat je zocht. Blijf alleen als je gevraagd wordt.',
		'Breng het terug. Op een andere dag, rond dezelfde tijd.',
		'Zeg er nu bij waarom je in de straat bent. Geef je nummer op papier, geen folder.'
	),
	h1('Waarom dit kan werken'),
	p(
		'Wie hulp aangeboden krijgt, moet eerst toegeven dat er iets te helpen valt. Wie om hulp gevraagd wordt, heeft iets te geven. Inwoners zeggen dat dat verschil aan de deur meteen te voelen is.'
	),
	quote(
		'Hij had mijn ladder nodig. Dat had ik in geen jaren gehoord, dat iemand iets van mij nodig had.',
		'meneer T., 81 jaar'
	),
	h1('Wanneer je het niet doet'),
	bullets(
		'Als er al een melding ligt. Dan weet jij meer dan de ander, en is je vraag niet eerlijk.',
		'Als iemand eerder zei dat het niet hoeft. Een nee is een antwoord.',
		'Als je geen tijd hebt om terug te komen. Een schaar die niet terugkomt, is erger dan geen bezoek.'
	),
	callout(
		'warning',
		'Zie je binnen iets waar je je zorgen over maakt? Zeg het tegen de bewoner zelf, voordat je het tegen iemand anders zegt.'
	),
	h1('Waar het vandaan komt'),
	p(
		'Deze handelwijze komt uit de dagboeken van drie sociaal werkers. Ze is op één plek gebruikt, door mensen die de wijk kenden. Probeer je het ergens anders? Schrijf op wat er anders ging, en laat het ons weten. Variatie is hier geen fout maar de volgende bladzijde.'
	)
);

export const ietsKleins: DemoDocument = {
	werkplaats: 'twente',
	kind: 'study',
	title: IETS_KLEINS,
	by: 'lector',
	themes: ['eenzaamheid', 'vakmanschap'],
	domains: ['wmo'],
	sensitivity: 'open',
	state: 'published',
	content,
	begun: ago(150, '09:30'),
	changed: did('lector', 12, '14:20'),
	visits: [
		did('landelijk', 6, '16:40'),
		did('buitenstaander', 5, '10:15'),
		did('docent', 8, '12:10'),
		did('inwoner', 9, '19:45'),
		did('beleid', 7, '09:25')
	]
};
