import { ago, did, type DemoDocument } from '../document.ts';
import { bullets, callout, doc, em, h1, h2, p, quote, strong } from '../text.ts';

const content = doc(
	h1('Waarom deze casus?'),
	p(
		'Deze gaat goed. Dat is zeldzaam in onze verzameling, en daarom staat hij erin. Twee mensen die elkaar niet kenden delen nu een hond. Het wijkteam had er weinig mee te maken en toch meer dan het zelf dacht.'
	),
	h1('De situatie in het kort'),
	p(
		'Meneer S., begin zeventig, loopt na een operatie moeilijk en kan zijn hond niet meer uitlaten. Bram, halverwege de twintig, woont twee portieken verder, is afgekeurd voor zijn werk en komt weinig buiten. Een medewerker van de kringloopwinkel kent hen allebei. De namen zijn bedacht. Beiden lazen mee en beiden hebben getekend dat studenten dit mogen lezen.'
	),
	h1('Tijdlijn'),
	bullets(
		[
			strong('Februari. '),
			'Meneer S. vraagt bij het Wmo-loket om hulp bij het uitlaten van zijn hond. Dat kan niet: een hond is geen voorziening.'
		],
		[
			strong('Maart. '),
			'Hij vraagt in de kringloopwinkel of ze iemand weten voor de hond. Anders moet het dier weg.'
		],
		[
			strong('Maart, een week later. '),
			'De medewerker vraagt Bram om een kast te helpen tillen. Bij meneer S. thuis.'
		],
		[strong('April. '), 'Bram laat de hond elke ochtend uit, en al snel ook ’s avonds.'],
		[strong('Oktober. '), 'Meneer S. gaat een week naar zijn zus. Bram heeft de sleutel.']
	),
	h1('Wat de inwoners vertellen'),
	h2('Meneer S.'),
	quote(
		'Ze vroegen aan het loket of ik mensen om me heen had. Ik zei: ik heb een hond. Dat vonden ze geen antwoord.',
		'meneer S.'
	),
	quote(
		'Hij zei de eerste weken niks. Pakte de riem, ging, kwam terug. Dat vond ik best. Na een maand vroeg hij of de hond ook wel eens naar het water ging. Toen zijn we met z’n drieën gegaan, ik in de scootmobiel.',
		'meneer S.'
	),
	h2('Bram'),
	quote(
		'Ik heb therapie gehad om naar buiten te gaan. Met een schema. Maar een schema kijkt je niet aan om zeven uur.',
		'Bram'
	),
	quote(
		'Als mensen tegen mij praten, praten ze tegen de hond. Dat is prima. Dan hoef ik alleen maar over de hond te praten.',
		'Bram'
	),
	h1('Wat naasten vertellen'),
	p(
		'De zus van meneer S. was er eerst op tegen: een vreemde met de sleutel. Ze is in april een dag komen kijken. ‘Ik heb ze zien lopen. Die jongen liep langzamer dan hij kon. Toen wist ik genoeg.’'
	),
	p(
		'De moeder van Bram zegt dat hij weer kookt. Of dat door de hond komt, durft ze niet te zeggen. ‘Maar hij heeft nu iemand die vraagt wat hij gegeten heeft.’'
	),
	h1('Wat professionals vertellen'),
	p(
		strong('Medewerker kringloop. '),
		'Ik heb niet bedacht dat zij iets voor elkaar konden betekenen. Ik had een kast en ik had twee sterke armen nodig. Goed, misschien heb ik wel een beetje gewacht tot Bram er was.'
	),
	p(
		strong('Sociaal werker. '),
		'Bram stond bij ons op de lijst voor een maatje. Meneer S. stond op de lijst voor de eettafel. Op papier hadden wij ze nooit bij elkaar gezet: ze scoren op andere dingen. Ik heb één keer gebeld om te vragen of het goed ging met de sleutel. Verder ben ik er vooral af gebleven.'
	),
	h1('Wat de gemeente vertelt'),
	p(
		'De Wmo-consulent zegt dat de afwijzing klopte. ‘Maar ik had kunnen doorvragen. Als iemand voor zijn hond komt, gaat het zelden alleen over de hond.’ In het nieuwe gespreksformulier staat nu een lege regel: wat wilt u houden zoals het is?'
	),
	h1('Waar lopen de verhalen uiteen?'),
	p(
		'Alle drie de professionals zeggen dat zij niets deden. De twee baasjes noemen alle drie. Meneer S. zegt dat Bram hém helpt. Bram zegt dat hij de hond helpt. Geen van beiden gebruikt het woord eenzaam.'
	),
	h1('Dilemma'),
	p(
		'Welzijn Oostwaard wilde er een project van maken: honden zoeken baasjes. Meneer S. vroeg of dat niet hoefde. Wat doe je met iets wat werkt omdat niemand het bedacht heeft?'
	),
	callout(
		'tip',
		'Weet wie elkaar tegenkomt zonder afspraak: de kringloop, de apotheek, de bushalte. Daar werk je niet. Daar let je op.'
	),
	h1('Leervragen'),
	bullets(
		'Wat deed de medewerker van de kringloop precies? Hoe zou jij dat noemen, en mag het zo heten?',
		'Wat kan er misgaan met de sleutel, en van wie is dat dan?',
		'Wanneer help je door weg te blijven?'
	),
	h1('Terug naar de betrokkenen'),
	p(
		em(
			'Gezien door meneer S. en Bram in november. Meneer S. wilde dat erbij kwam te staan dat de hond Kees heet. Bij dezen.'
		)
	)
);

export const tweeBaasjes: DemoDocument = {
	werkplaats: 'twente',
	kind: 'case',
	title: 'Een hond met twee baasjes',
	by: 'professional',
	themes: ['eenzaamheid', 'formeel-informeel'],
	domains: ['wmo', 'werk-en-inkomen'],
	sensitivity: 'open',
	state: 'final',
	content,
	begun: ago(75, '11:25'),
	changed: did('professional', 15, '13:12'),
	visits: [
		did('student', 3, '20:40'),
		did('student2', 4, '18:15'),
		did('landelijk', 8, '11:00'),
		did('buitenstaander', 12, '14:25'),
		did('docent', 2, '16:00')
	]
};
