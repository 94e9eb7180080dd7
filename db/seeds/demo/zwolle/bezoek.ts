import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Aanleiding en praktijkvraag'),
	p(
		'Een vrijwilliger bezocht zeven jaar elke donderdag dezelfde man. Toen hij overleed, vroeg de familie haar wat zij al die tijd gedaan hadden. ‘Niets,’ zei ze. ‘Gezeten.’ Zij bracht die vraag bij ons: is zitten genoeg, en mag je dat zo noemen als er een subsidie voor is?'
	),
	h1('Aanpak'),
	p(
		'Veertien vrijwilligers hielden drie maanden een dagboek bij: drie zinnen na elk bezoek, over één moment dat ertoe deed. Twee geestelijk verzorgers lazen mee en schreven vragen in de kantlijn, geen antwoorden. De mensen die bezocht werden, wisten van het dagboek. Vijf van hen schreven er zelf een.'
	),
	h1('Bevindingen'),
	p(
		strong('Wat ertoe deed, was zelden het gesprek. '),
		'In de 163 dagboekstukjes gaat het vaker over een gebaar dan over een onderwerp: een deken rechttrekken, samen een merel horen, niet opstaan toen de telefoon ging.'
	),
	quote(
		'Zij hoeft niets van mij te weten. Daarom vertel ik het.',
		'meneer L., 88 jaar, uit zijn eigen dagboek'
	),
	p(
		strong('Bezoek geeft de bezoeker ook iets. '),
		'Elf van de veertien vrijwilligers schrijven over hun eigen moeder, hun ontslag of hun angst om oud te worden. Zij dachten dat dat niet de bedoeling was.'
	),
	p(
		strong('Zin laat zich niet afspreken. '),
		'Bezoeken met een doel (‘we gaan het levensboek afmaken’) leverden stukjes op over het doel. Bezoeken zonder doel leverden stukjes op over de mens.'
	),
	callout(
		'tip',
		'Vraag een vrijwilliger niet hoe het bezoek ging. Vraag welk moment is blijven hangen.'
	),
	h1('Spanningsvelden'),
	bullets(
		'De organisatie moet uren en doelen verantwoorden. Vrijwilligers schreven doelen op die er niet waren.',
		'Wie niets wil, kan ook iets missen. Eén dagboek beschrijft zes weken dezelfde blauwe plek. Niemand vroeg ernaar.',
		'Vrijwilligers stoppen als de bezochte overlijdt, en niemand vraagt hoe het met hén gaat.'
	),
	h1('Beperkingen en tegenspraak'),
	p(
		'Wie een dagboek wil bijhouden, denkt al na. Over de vrijwilligers die dit onzin vonden (‘ik kom gewoon voor de koffie’) weten we niets. Een van de vijf bezochten schreef dat hij liever een schaakpartner had dan een luisteraar. Hij heeft er nu een.'
	),
	h1('Nieuwe praktijkvragen'),
	bullets(
		'Hoe zie je een blauwe plek zonder op te houden met zitten?',
		'Wie zorgt er voor de bezoeker als het bezoek ophoudt?'
	),
	p(
		em(
			'In het voorjaar leggen we deze dagboeken naast die van Twente. Daar hadden ze een schaar nodig, hier niets. We zijn benieuwd wat dat verschil betekent.'
		)
	)
);

export const bezoek: DemoDocument = {
	werkplaats: 'zwolle',
	kind: 'study',
	title: 'Bezoek dat niets hoeft',
	by: 'esther.blom',
	themes: ['eenzaamheid', 'zingeving'],
	domains: ['wmo', 'gezondheid'],
	sensitivity: 'open',
	state: 'final',
	content,
	shares: [{ person: 'onderzoeker', level: 'edit' }],
	begun: ago(160, '10:15'),
	changed: did('esther.blom', 13, '11:40'),
	visits: [
		did('onderzoeker', 3, '14:05'),
		did('lector', 9, '10:30'),
		did('inwoner', 12, '21:00'),
		did('landelijk', 11, '15:50'),
		did('esther.blom', 4, '09:10')
	]
};
