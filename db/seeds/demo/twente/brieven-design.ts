import type { AssignmentDesign } from '#domain/assignments.ts';

/** What "Drie brieven op één dag" has besides its text. */
export const BRIEVEN_DESIGN: AssignmentDesign = {
	steps: [
		{
			title: 'Op de mat',
			task: 'Iedereen leest alleen, staand, en schrijft op welke brief het eerst weggelegd wordt en waarom.',
			minutes: 15,
			speaker: '',
			turn: 'everybody',
			outcome: 'Welke brief leg je weg?',
			not: 'niet overleggen'
		},
		{
			title: 'Aan tafel',
			task: 'Maak samen een volgorde. Reken uit wat er op vrijdag op de rekening staat.',
			minutes: 30,
			speaker: 'iedereen om de beurt',
			turn: 'scribe',
			outcome: 'De volgorde, en het bedrag',
			not: 'geen telefoon'
		},
		{
			title: 'Aan de andere kant',
			task: 'Ieder wordt de schrijver van één brief. Wat wist je niet toen je hem verstuurde?',
			minutes: 30,
			speaker: 'de drie schrijvers',
			turn: 'everybody',
			outcome: 'Wat de schrijver niet wist',
			not: 'geen schuldige zoeken'
		},
		{
			title: 'Herschrijven',
			task: 'Schrijf één van de drie brieven opnieuw, in ten hoogste tachtig woorden. Lees hem hardop voor.',
			minutes: 30,
			speaker: 'de ervaringsdeskundige',
			turn: 'everybody',
			outcome: 'De nieuwe brief',
			not: 'geen wetsartikelen'
		},
		{
			title: 'Met iedereen',
			task: 'Hang de brieven op. Wie durft de eigen versie morgen te versturen?',
			minutes: 25,
			speaker: 'wie wil',
			turn: 'nobody',
			outcome: '',
			not: 'niet vragen naar eigen geldzorgen'
		}
	],
	rubric: [
		{
			title: 'Te begrijpen aan de keukentafel',
			levels: [
				'Je moet de brief twee keer lezen.',
				'Je weet na één keer lezen wat er moet.',
				'Je weet na één keer lezen wat er moet, wanneer, en wie je kunt bellen.'
			]
		},
		{
			title: 'Klopt met de regels',
			levels: [
				'Er staat iets in wat niet waar is.',
				'Wat er staat klopt, maar iets belangrijks is weg.',
				'Alles wat telt staat erin, en klopt.'
			]
		},
		{
			title: 'De regel erachter',
			levels: [
				'Jullie noemen geen regel.',
				'Jullie noemen een regel die knelt.',
				'Jullie zeggen ook waar die regel voor bedoeld was.',
				'Jullie zeggen ook wie hem kan veranderen.'
			]
		}
	],
	questions: [
		'Wat zou mevrouw K. doen als zij deze brief kreeg?',
		'Welk woord zou er nog uit kunnen?',
		'Durven jullie hem morgen te versturen?'
	]
};
