import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, h1, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'De lift van portiek 12 is negen dagen stuk. Op de zevende verdieping woont mevrouw A., die met een rollator loopt. In die negen dagen veranderde er meer dan de lift.'
	),
	h1('Tijdlijn'),
	bullets(
		[strong('Dag 1. '), 'De lift stopt. Er hangt een briefje: ‘monteur is onderweg’.'],
		[strong('Dag 2. '), 'De dagbesteding belt waarom mevrouw A. er niet is. Niemand neemt op.'],
		[
			strong('Dag 4. '),
			'De thuiszorg loopt zeven trappen en meldt het. De melding gaat naar de verhuurder.'
		],
		[
			strong('Dag 5. '),
			'Twee jongens uit het portiek beginnen met boodschappen dragen. Vijftig cent per verdieping.'
		],
		[strong('Dag 9. '), 'De lift doet het weer. De jongens blijven komen.']
	),
	h1('Wat de inwoner vertelt'),
	quote(
		'Op dag drie dacht ik: als ik hier val, hoort niemand het. Op dag zes stond er een jongen in mijn keuken die vroeg waar de rijst moest.',
		'mevrouw A.'
	),
	h1('Wat naasten vertellen'),
	p(
		'Haar zoon belde elke avond vanuit een andere stad. Zij vertelde hem niet van de lift. ‘Dan was hij gekomen. En dan had hij weer over een verpleeghuis gepraat.’'
	),
	h1('Wat professionals vertellen'),
	p(
		'De wijkverpleegkundige schreef ‘cliënt geïsoleerd’ in het dossier en vroeg met spoed hulp aan. Toen die geregeld was, was de lift al gemaakt. De jongerenwerker kende de twee jongens van overlast in de hal. Hij vroeg hun moeders of het goed was. Meer niet.'
	),
	p(
		'De monteur, die wij toevallig troffen, had het onderdeel op dag 2 besteld. Hij wist niet dat er iemand met een rollator woonde. ‘Als ik dat weet, leen ik er een uit een ander portiek. Dat staat nergens, maar dat doen we.’'
	),
	p(
		'De jongens, veertien en vijftien, wilden eerst niet meedoen aan deze casus. Later wel, als er niet in kwam te staan dat ze aardig zijn. Zij zeggen dat het om de vijftig cent ging. Na dag 5 hebben ze geen geld meer gevraagd. ‘Ze gaf ons elke keer eten. Dan kun je niet ook nog geld vragen.’'
	),
	h1('Wat de gemeente vertelt'),
	p(
		'Een lift is van de verhuurder. Vijftig cent per verdieping is volgens de een een baantje en volgens de ander een zorg. De gemeente heeft ervoor gekozen om hier even niets van te vinden.'
	),
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'In het dossier duurt deze casus negen dagen en gaat hij over een lift. Volgens mevrouw A. is hij nog bezig en gaat hij over rijst.'
	),
	h1('Dilemma'),
	p(
		'De jongens vragen geen geld meer. Moet iemand dit nu regelen, vergoeden, verzekeren? En blijft het dan bestaan?'
	),
	h1('Wat verandert er bij wie?'),
	bullets(
		[strong('Mevrouw A. '), 'heeft nu het nummer van de jongerenwerker, en hij het hare.'],
		[
			strong('De thuiszorg '),
			'meldt een kapotte lift voortaan als ‘bewoner kan niet naar buiten’. Dan gaat hij een stapel omhoog.'
		],
		[
			strong('De verhuurder '),
			'hangt op het briefje een naam en een nummer in plaats van ‘de monteur’.'
		],
		[strong('De gemeente: '), 'nog niet gevraagd.']
	),
	callout(
		'warning',
		'Een storing van negen dagen is voor de een ongemak en voor de ander opsluiting. Noem het in een dossier zoals het is.'
	),
	h1('Leervragen'),
	bullets(
		'Wanneer zou jij de zoon gebeld hebben?',
		'Wat deed de jongerenwerker met zijn vraag aan de moeders?',
		'Schrijf de melding van dag 4 zo dat er dezelfde dag iets gebeurt.'
	)
);

export const lift: DemoDocument = {
	werkplaats: 'rotterdam',
	kind: 'case',
	title: 'De lift van portiek 12',
	by: 'marieke.poot',
	themes: ['eenzaamheid', 'wonen'],
	domains: ['wmo', 'wonen'],
	sensitivity: 'open',
	content,
	shares: [{ person: 'gideon.asante', level: 'edit' }],
	begun: ago(52, '14:00'),
	changed: did('marieke.poot', 10, '10:25'),
	visits: [
		did('professional', 9, '11:15'),
		did('student', 7, '14:50'),
		did('gideon.asante', 10, '16:00')
	]
};
