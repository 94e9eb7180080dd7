import { QUESTION_CONTENT } from '#domain/templates/question.ts';
import { ago, did, type DemoDocument } from '../document.ts';
import type { DemoName } from '../people.ts';
import { begun, p } from '../text.ts';
import {
	ALLEEN_AAN_TAFEL,
	APP,
	AVOND,
	BINNENKOMEN,
	BRIEVEN,
	BUURVROUW,
	HUISDIER,
	NIEUWKOMER,
	OPENDOEN,
	TERUGVRAGEN,
	UITLEGGEN,
	UREN
} from './names.ts';

type Written = { question: string; stuck: string; whom: string; tried?: string; yields: string };

/** The one screen of a question, with what somebody wrote on it. */
const written = ({ question, stuck, whom, tried, yields }: Written) =>
	begun(QUESTION_CONTENT, {
		'De vraag in één zin': [p(question)],
		'Waar loop je tegenaan?': [p(stuck)],
		'Voor wie is dit een probleem?': [p(whom)],
		...(tried && { 'Wat is er al geprobeerd of bekend?': [p(tried)] }),
		'Wat zou een antwoord opleveren?': [p(yields)]
	});

const asked = (
	by: DemoName,
	title: string,
	days: number,
	given: Pick<DemoDocument, 'themes' | 'content' | 'viaLink'>
): DemoDocument => ({
	...{ werkplaats: 'twente', kind: 'question', title, by, domains: ['wmo'] },
	...{ sensitivity: 'werkplaats', begun: ago(days, '09:10'), changed: did(by, days - 1, '15:40') },
	...given
});

const opendoen = asked('inwoner', OPENDOEN, 290, {
	themes: ['eenzaamheid', 'sociale-teams'],
	content: written({
		question: 'Hoe bereik je mensen die niet meer opendoen, zonder dat ze zich bekeken voelen?',
		stuck:
			'Bij ons in de straat woont iemand die de gordijnen dicht houdt. Drie mensen belden aan, elk met een folder. Na de derde ging de bel eraf.',
		whom: 'Voor wie achter die deur zit, en voor buren die niet weten wat ze mogen doen.',
		tried: 'Folders, een koffieochtend, een brief van de gemeente. Niemand kwam.',
		yields: 'Dat we weten wat wel kan. En dat iemand na ons niet weer opnieuw begint.'
	})
});

const binnenkomen = asked('beleid', BINNENKOMEN, 71, {
	themes: ['eenzaamheid'],
	content: written({
		question: 'Wanneer en hoe kom je binnen bij mensen die hun deur dicht houden?',
		stuck:
			'Wij krijgen zorgmeldingen van buren. Het team gaat langs, niemand doet open, en het dossier gaat dicht. Dat voelt niet goed, maar wat mag je dan nog?',
		whom: 'Voor het wijkteam, en voor de inwoner over wie gemeld wordt.',
		yields: 'Een werkwijze waar ook inwoners ja tegen zeggen, en die bij de wet past.'
	})
});

const terugvragen = asked('professional', TERUGVRAGEN, 310, {
	themes: ['eenzaamheid', 'vakmanschap'],
	content: written({
		question: 'Hoe vraag je iemand om hulp terug, zodat het gelijkwaardig wordt?',
		stuck:
			'Een mevrouw wilde mij soep geven. Ik zei nee, want dat mag niet. Daarna belde ze niet meer. Was de soep niet juist het begin?',
		whom: 'Voor professionals die leren om afstand te houden, en voor wie iets te geven heeft.',
		yields: 'Dat we het er in het team over hebben, en dat nieuwe collega’s het kunnen oefenen.'
	})
});

const huisdier = asked('student', HUISDIER, 33, {
	themes: ['eenzaamheid', 'formeel-informeel'],
	content: written({
		question: 'Wie zorgt er voor een huisdier als iemand wordt opgenomen, en wie regelt dat?',
		stuck:
			'In de les lazen we de casus over de hond. Onze groep vond geen enkele regeling. Een buurman deed het, en niemand wist hoe lang nog.',
		whom: 'Voor mensen die daarom niet naar het ziekenhuis gaan, en voor hun buren.',
		yields: 'Eén plek waar je dit vooraf kunt afspreken, voordat het misgaat.'
	})
});

const brieven = asked('docent', BRIEVEN, 18, {
	themes: ['bestaanszekerheid', 'integraal-werken'],
	content: written({
		question: 'Waarom krijgt een gezin drie brieven over hetzelfde, en wie kan dat veranderen?',
		stuck:
			'Studenten legden drie echte brieven naast elkaar, zonder namen. Ze spreken elkaar tegen. De moeder had ze alle drie beantwoord en kreeg een boete.',
		whom: 'Voor gezinnen met schulden, en voor wie de brieven moet uitleggen aan de balie.',
		tried: 'De gemeente herschreef één van de drie. De andere twee komen van elders.',
		yields: 'Eén brief, of een afspraak wie er belt.'
	})
});

const alleenAanTafel = asked('truus.lansink', ALLEEN_AAN_TAFEL, 130, {
	themes: ['eenzaamheid', 'zingeving'],
	content: written({
		question: 'Wat helpt iemand die na vijftig jaar samen alleen aan tafel zit?',
		stuck:
			'Op de koffieochtend zei een mevrouw: mijn man is vier jaar dood en ik zet nog steeds twee kopjes klaar. Ik wist niet wat ik moest zeggen. Ik heb het opgeschreven.',
		whom: 'Voor mensen van boven de tachtig die hun man of vrouw verloren, en voor wie bij hen langskomt.',
		tried: 'Een rouwgroep in de stad. Daar komt zij niet, het is twee keer overstappen.',
		yields: 'Dat ik de volgende keer niet over het weer begin.'
	})
});

const avond = asked('onderzoeker', AVOND, 24, {
	themes: ['eenzaamheid', 'sociale-basis'],
	content: written({
		question: 'Wie komt er nog langs na het avondeten, en wat is daarvoor nodig?',
		stuck:
			'Negen mensen vertelden ons over een gewone dag. Alle negen noemden kwart voor acht. Al het bezoek dat wij kennen, houdt om vijf uur op.',
		whom: 'Voor wie ’s avonds alleen is, en voor vrijwilligers en professionals die dan vrij zijn.',
		yields: 'Een afspraak in de wijk over de avond, ook met mensen die geen dienst hebben.'
	})
});

const buurvrouw: DemoDocument = {
	...asked('coordinator', BUURVROUW, 38, {
		themes: ['eenzaamheid'],
		content: written({
			question: 'Wat kan ik doen als mijn buurvrouw al weken niet buiten komt?',
			stuck:
				'Vroeger zwaaide ze altijd. Nu blijft het rolgordijn dicht. Ik wil haar niet verklikken. Maar niks doen vind ik ook raar.',
			whom: 'Voor buren zoals ik.',
			yields: 'Dat ik weet wat gewoon is om te doen, voordat ik een nummer bel.'
		}),
		viaLink: { name: 'Een buurvrouw uit het Pioenkwartier' }
	}),
	sensitivity: 'restricted'
};

const uren = asked('professional', UREN, 29, {
	themes: ['eenzaamheid', 'vakmanschap'],
	content: written({
		question: 'Onder welke naam schrijf je de uren op van een praatje dat geen cliënt heeft?',
		stuck:
			'Ons systeem vraagt bij elk uur een cliëntnummer. Wie zonder aanleiding aanbelt, heeft er geen. Wij schrijven ‘overig’, en overig wordt ieder kwartaal gekort.',
		whom: 'Voor sociaal werkers, en voor de mensen bij wie we daardoor niet aanbellen.',
		tried: 'Een eigen regel ‘presentie’. Die verdween bij de volgende update.',
		yields: 'Een regel in de registratie die blijft, en die de gemeente ook begrijpt.'
	})
});

const uitleggen = asked('beleid', UITLEGGEN, 21, {
	themes: ['eenzaamheid', 'impact'],
	content: written({
		question: 'Hoe leg je aan de gemeenteraad uit wat contact zonder doel waard is?',
		stuck:
			'De raad vraagt wat we kopen voor die uren. Ik heb verhalen en ik heb tellingen. Apart overtuigen ze niemand, en samen passen ze niet in het format.',
		whom: 'Voor beleidsmedewerkers die het wel willen, en voor raadsleden die het moeten kunnen volgen.',
		yields: 'Een verantwoording waarin een verhaal mag staan naast een getal.'
	})
});

const nieuwkomer = asked('harmen.kok', NIEUWKOMER, 12, {
	themes: ['eenzaamheid', 'vakmanschap'],
	content: written({
		question: 'Werkt een kleine vraag ook als je de wijk nog niet kent?',
		stuck:
			'De drie sociaal werkers uit de studie kwamen er al jaren. Misschien ging de deur open voor hen, en niet voor de vraag.',
		whom: 'Voor nieuwe collega’s, en voor werkplaatsen die het willen overnemen.',
		yields: 'Dan weten we wat je een nieuwkomer kunt leren, en wat tijd nodig heeft.'
	})
});

const app = asked('student2', APP, 45, {
	themes: ['eenzaamheid'],
	content: written({
		question: 'Welke app brengt buren bij elkaar die elkaar niet kennen?',
		stuck: 'Mijn oma heeft een tablet en kent niemand in haar straat. Er zijn wel twintig apps.',
		whom: 'Voor ouderen met een tablet, en voor kleinkinderen die ver weg wonen.',
		tried: 'Drie apps. Er zat niemand uit haar straat op.',
		yields: 'Eén app die je kunt aanraden.'
	})
});

/** What is asked on the agenda of Twente. */
export const VRAGEN: readonly DemoDocument[] = [
	opendoen,
	binnenkomen,
	terugvragen,
	huisdier,
	brieven,
	alleenAanTafel,
	avond,
	buurvrouw,
	uren,
	uitleggen,
	nieuwkomer,
	app
];
