import { QUESTION_CONTENT } from '#domain/templates/question.ts';
import { ago, did, type DemoDocument } from '../document.ts';
import type { DemoName } from '../people.ts';
import { begun, p } from '../text.ts';

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
	given: Pick<DemoDocument, 'themes' | 'content'>
): DemoDocument => ({
	...{ werkplaats: 'twente', kind: 'question', title, by, domains: ['wmo'] },
	...{ sensitivity: 'werkplaats', begun: ago(days, '09:10'), changed: did(by, days - 1, '15:40') },
	...given
});

const opendoen = asked('inwoner', 'Hoe bereik je wie niet meer opendoet?', 96, {
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

const binnenkomen = asked('beleid', 'Wanneer mag je bij iemand naar binnen?', 71, {
	themes: ['eenzaamheid'],
	content: written({
		question: 'Wanneer en hoe kom je binnen bij mensen die hun deur dicht houden?',
		stuck:
			'Wij krijgen zorgmeldingen van buren. Het team gaat langs, niemand doet open, en het dossier gaat dicht. Dat voelt niet goed, maar wat mag je dan nog?',
		whom: 'Voor het wijkteam, en voor de inwoner over wie gemeld wordt.',
		yields: 'Een werkwijze waar ook inwoners ja tegen zeggen, en die bij de wet past.'
	})
});

const terugvragen = asked(
	'professional',
	'Hoe vraag je iets terug zonder dat het vreemd voelt?',
	310,
	{
		themes: ['eenzaamheid', 'vakmanschap'],
		content: written({
			question: 'Hoe vraag je iemand om hulp terug, zodat het gelijkwaardig wordt?',
			stuck:
				'Een mevrouw wilde mij soep geven. Ik zei nee, want dat mag niet. Daarna belde ze niet meer. Was de soep niet juist het begin?',
			whom: 'Voor professionals die leren om afstand te houden, en voor wie iets te geven heeft.',
			yields: 'Dat we het er in het team over hebben, en dat nieuwe collega’s het kunnen oefenen.'
		})
	}
);

const huisdier = asked('student', 'Wie zorgt er voor het dier als iemand wordt opgenomen?', 33, {
	themes: ['eenzaamheid', 'formeel-informeel'],
	content: written({
		question: 'Wie zorgt er voor een huisdier als iemand wordt opgenomen, en wie regelt dat?',
		stuck:
			'In de les lazen we de casus over de hond. Onze groep vond geen enkele regeling. Een buurman deed het, en niemand wist hoe lang nog.',
		whom: 'Voor mensen die daarom niet naar het ziekenhuis gaan, en voor hun buren.',
		yields: 'Eén plek waar je dit vooraf kunt afspreken, voordat het misgaat.'
	})
});

const brieven = asked('docent', 'Waarom krijgt één gezin drie brieven over hetzelfde?', 18, {
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

/** What is asked on the agenda of Twente. */
export const VRAGEN: readonly DemoDocument[] = [
	opendoen,
	binnenkomen,
	terugvragen,
	huisdier,
	brieven
];
