import type { AssignmentDesign } from '#domain/assignments.ts';
import type { Content } from '#domain/content/schema.ts';
import { bullets, doc, h1, p } from '../text.ts';

/** What "De eerste tien minuten" has besides its text. */
export const MINUTEN_DESIGN: AssignmentDesign = {
	steps: [
		{
			title: 'Verdelen',
			task: 'Kies wie bewoner, bezoeker, schrijver en kijker is. De bewoner krijgt een kaartje dat de anderen niet zien.',
			minutes: 10,
			speaker: 'iedereen',
			turn: 'everybody',
			outcome: 'Wie doet wat?',
			not: 'nog niet spelen'
		},
		{
			title: 'Tien minuten',
			task: 'Speel het bezoek. De schrijver noteert alleen de vragen, letterlijk.',
			minutes: 10,
			speaker: 'bewoner en bezoeker',
			turn: 'scribe',
			outcome: 'De vragen, letterlijk',
			not: 'geen oordelen opschrijven'
		},
		{
			title: 'De vragen op tafel',
			task: 'Leg alle gestelde vragen naast elkaar. De bewoner zegt bij elke vraag: open of dicht.',
			minutes: 15,
			speaker: 'de bewoner',
			turn: 'everybody',
			outcome: 'Open of dicht?',
			not: 'niet uitleggen waarom je het vroeg'
		},
		{
			title: 'Opnieuw',
			task: 'Hetzelfde bezoek, nu met iets te lenen en zonder papier in de hand.',
			minutes: 10,
			speaker: 'bewoner en bezoeker',
			turn: 'scribe',
			outcome: 'De vragen van de tweede keer',
			not: 'geen formulier'
		},
		{
			title: 'Van de andere kant',
			task: 'De bewoner schrijft in vijf zinnen op wat er gebeurde, de bezoeker ook. Lees ze naast elkaar.',
			minutes: 20,
			speaker: 'om de beurt',
			turn: 'everybody',
			outcome: 'Twee keer vijf zinnen',
			not: 'niet verbeteren wat de ander schreef'
		},
		{
			title: 'Met iedereen',
			task: 'Waar zat het verschil: in de vraag, in de schaar, of in jou?',
			minutes: 35,
			speaker: 'wie wil',
			turn: 'nobody',
			outcome: '',
			not: 'geen verhalen over echte mensen'
		}
	],
	rubric: [
		{
			title: 'De vraag',
			levels: [
				'De vraag gaat over het probleem, of er kan alleen ja of nee op.',
				'De vraag nodigt uit, maar stuurt naar een antwoord.',
				'De vraag laat de bewoner kiezen waar het gesprek heen gaat.'
			]
		},
		{
			title: 'Kijken vanaf de andere kant',
			levels: [
				'We lezen wat de bezoeker deed.',
				'We lezen ook wat de bewoner merkte.',
				'We lezen waar die twee van elkaar verschillen, en waarom.'
			]
		},
		{
			title: 'Eigen handelen',
			levels: [
				'Er staat wat er gebeurde.',
				'Er staat wat jullie een volgende keer anders doen.',
				'Er staat wat jullie anders doen, en waar je aan merkt dat het werkt.'
			]
		}
	],
	questions: ['Welke vraag nemen wij van jullie over?', 'Waar zouden wij iets anders doen?']
};

/** The sheet of who guides it. */
export const MINUTEN_GUIDE: Content = doc(
	h1('Voorbereiden'),
	p(
		'Schrijf de kaartjes voor de bewoner zelf, voor elke groep een ander. Zet er geen diagnose op, maar iets kleins: ‘je slaapt op de bank sinds oktober’, ‘je hebt net gelogen tegen je dochter’. Bel de professionals een week van tevoren: zij denken vaak dat ze les moeten geven.'
	),
	h1('Zo begeleid je het'),
	bullets(
		'Loop in ronde 2 niet rond. Wie bekeken wordt, stelt betere vragen dan aan de deur.',
		'Kap ronde 3 af na een kwartier, ook als het net leuk wordt. Ronde 4 is de les.',
		'Ligt ronde 5 stil? Vraag de kijker wat de handen deden.'
	),
	h1('Wat je kunt verwachten'),
	p(
		'Bijna elke groep vindt na ronde 4 dat het aan de schaar lag. Dat is half waar. Vraag wie er in ronde 4 eerder zweeg. De vraag die thuis mag blijven is vaak ‘Hoe gaat het nu met u?’; laat ze zelf zeggen waarom die dichtgaat.'
	),
	h1('Als het schuurt'),
	p(
		'Er is elke keer iemand bij wie thuis zelf een deur dicht bleef. Geef die persoon het schrijven voordat iemand het vraagt, en zoek elkaar na afloop even op, niet in de groep.'
	)
);
