import type { WerkplaatsFunction } from '#domain/functions.ts';
import type { Perspective } from '#domain/kinds.ts';
import type { ReactionSign } from '#domain/threads.ts';
import { did, type Ago } from './document.ts';
import type { DemoName } from './people.ts';
import { AANBELLEN, MEVROUW_D } from './twente/names.ts';

/** What somebody says, in pieces: words, and whom they call. */
export type DemoPiece = string | { person: DemoName } | { function: WerkplaatsFunction };

export type DemoComment = Ago & {
	by: DemoName;
	says: readonly DemoPiece[];
	signs?: readonly { by: DemoName; sign: ReactionSign }[];
};

/** A conversation beside a text; without a quote about all of it. */
export type DemoThread = {
	document: string;
	/** In this voice of it, and not in its own text. */
	voice?: Perspective;
	quote?: string;
	/** Those words were taken out again by them; they stood before these. */
	gone?: { by: DemoName; before: string };
	said: readonly DemoComment[];
	/** Whose action it is, and in how many days. */
	action?: { for: DemoName; days: number };
	resolved?: Ago & { by: DemoName };
};

const says = (
	by: DemoName,
	days: number,
	at: string,
	...pieces: readonly DemoPiece[]
): DemoComment => ({ ...did(by, days, at), says: pieces });

const signed = (comment: DemoComment, sign: ReactionSign, ...people: DemoName[]): DemoComment => ({
	...comment,
	signs: people.map((by) => ({ by, sign }))
});

/** What people of the demo talk about beside its texts. */
export const DEMO_THREADS: readonly DemoThread[] = [
	{
		document: AANBELLEN,
		quote: 'Het wijkteam kent er zestig.',
		said: [
			says('lector', 12, '10:04', 'Van welk jaar is dit getal? Een lezer wil dat weten.'),
			signed(
				says('onderzoeker', 11, '08:51', 'Van dit voorjaar. Ik heb het nagevraagd bij het team.'),
				'thanks',
				'lector'
			)
		],
		resolved: did('onderzoeker', 11, '08:52')
	},
	{
		document: AANBELLEN,
		quote: 'Dit is samenhang, geen effect.',
		said: [
			says('docent', 6, '13:20', 'Fijn dat dit er staat. Begrijpt iemand van buiten dit ook?'),
			says('onderzoeker', 5, '09:15', { person: 'inwoner' }, ' hoe lees jij deze zin?'),
			signed(
				says(
					'inwoner',
					4,
					'19:40',
					'Ik zou schrijven: we weten niet of het dáárdoor komt. Dat snapt iedereen.'
				),
				'agree',
				'docent',
				'onderzoeker'
			)
		]
	},
	{
		document: AANBELLEN,
		quote:
			'Bewoners daar kregen dat half jaar ook bezoek van de woningcorporatie over de renovatie.',
		said: [
			says('professional', 5, '15:02', 'Weten we hoe vaak er bij die flats is aangebeld?'),
			says('beleid', 3, '16:14', 'Ik niet, maar de corporatie wel. Ik vraag het na.')
		],
		action: { for: 'beleid', days: 9 }
	},
	{
		document: AANBELLEN,
		quote: 'Zes studenten social work telden de dagboeken na, los van elkaar.',
		said: [
			says(
				'docent',
				2,
				'11:30',
				{ function: 'student' },
				' weten jullie nog hoe vaak jullie iets anders telden?'
			),
			says('student2', 1, '20:07', 'Bij twee bezoeken. Die hebben we samen nog eens gelezen.')
		]
	},
	{
		document: AANBELLEN,
		quote: 'Mensen in een flat zijn nu eenmaal achterdochtig.',
		gone: { by: 'professional', before: 'In de drie straten met huurflats' },
		said: [
			says(
				'inwoner',
				8,
				'18:25',
				'Dit vind ik hard. Wij zijn niet achterdochtig. Er staat gewoon heel vaak iemand voor de deur.'
			),
			signed(
				says('professional', 7, '08:40', 'Je hebt gelijk. Ik heb die zin weggehaald.'),
				'thanks',
				'inwoner'
			)
		]
	},
	{
		document: AANBELLEN,
		said: [
			says(
				'inwoner',
				0,
				'08:49',
				'Ik lees dit graag. Alleen duurt het lang voor ik bij de mensen zelf ben. Kan er eerder een verhaal in?'
			)
		]
	},
	{
		document: MEVROUW_D,
		voice: 'citizen',
		quote: 'Hij vroeg of ik eenzaam was.',
		said: [
			says('lector', 9, '14:10', 'Wat had hij beter kunnen vragen?'),
			says('inwoner', 8, '18:40', 'Niets. Hij had gewoon even kunnen gaan zitten.')
		]
	}
];
