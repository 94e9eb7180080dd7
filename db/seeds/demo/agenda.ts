import type { Decision, QuestionType } from '#domain/questions.ts';
import type { RelationType } from '#domain/relations.ts';
import { ago, type Ago } from './document.ts';
import type { DemoName } from './people.ts';
import {
	AANBELLEN,
	ALLEEN_AAN_TAFEL,
	APP,
	AVOND,
	BANKJE,
	BINNENKOMEN,
	BRIEVEN,
	BUURVROUW,
	HUISDIER,
	IETS_KLEINS,
	KOFFIEOCHTEND,
	MEVROUW_D,
	NIEUWKOMER,
	OPENDOEN,
	TERUGVRAGEN,
	TIEN_MINUTEN,
	TWEE_BAASJES,
	TWEE_KOPJES,
	UITLEGGEN,
	UREN
} from './twente/names.ts';

// What was decided, asked and said about the questions and the work in Twente, by title.

export type DemoDecision = {
	question: string;
	decision: Decision;
	type?: QuestionType;
	cluster?: string;
	into?: string;
	reason?: string;
};

/** Whoever looks after the agenda of Twente in the demo. */
export const DEMO_EDITOR: DemoName = 'lector';
export const DEMO_DECIDED: Ago = ago(10, '11:00');

const CONTACT = 'Contact maken';
const EVENING = 'De avond';
const COUNTING = 'Tellen en uitleggen';

/** What was made clear, and in which group it stands. */
export const DEMO_CLEAR: readonly DemoDecision[] = [
	{ question: OPENDOEN, decision: 'clarified', type: 'act', cluster: CONTACT },
	{ question: TERUGVRAGEN, decision: 'clarified', type: 'act', cluster: CONTACT },
	{ question: BUURVROUW, decision: 'clarified', type: 'act', cluster: CONTACT },
	{ question: ALLEEN_AAN_TAFEL, decision: 'clarified', type: 'know', cluster: EVENING },
	{ question: AVOND, decision: 'clarified', type: 'arrange', cluster: EVENING },
	{ question: UREN, decision: 'clarified', type: 'arrange', cluster: COUNTING },
	{ question: UITLEGGEN, decision: 'clarified', type: 'judge', cluster: COUNTING },
	{ question: HUISDIER, decision: 'clarified', type: 'arrange' }
];

/** Who asked that what goes first, before anything was merged. */
export const DEMO_DOTS: readonly { by: DemoName; questions: string[] }[] = [
	{ by: 'inwoner', questions: [OPENDOEN, BRIEVEN, AVOND] },
	{ by: 'truus.lansink', questions: [AVOND, BUURVROUW] },
	{ by: 'professional', questions: [OPENDOEN, UREN, AVOND] },
	{ by: 'aziz.bouzid', questions: [HUISDIER, UREN] },
	{ by: 'beleid', questions: [BINNENKOMEN, BRIEVEN, UITLEGGEN] },
	{ by: 'onderzoeker', questions: [HUISDIER, AVOND] },
	{ by: 'lector', questions: [AVOND, UITLEGGEN] },
	{ by: 'harmen.kok', questions: [NIEUWKOMER] },
	{ by: 'student', questions: [HUISDIER, BRIEVEN, AVOND] },
	{ by: 'student2', questions: [HUISDIER, BUURVROUW] }
];

/** What does not go on by itself. */
export const DEMO_CLOSED: readonly DemoDecision[] = [
	{ question: BINNENKOMEN, decision: 'merged', into: OPENDOEN },
	{
		question: APP,
		decision: 'dropped',
		reason:
			'Dit gaat over een product. Wie een app zoekt, kan terecht bij de bibliotheek. Wil je weten waarom mensen er geen gebruiken? Stel die vraag dan, graag zelfs.'
	}
];

/** What comes of what: two of the questions go all the way round, the first through the study Aanbellen. */
export const DEMO_RELATIONS: readonly {
	from: string;
	type: RelationType;
	to: string;
	why?: string;
}[] = [
	{ from: AANBELLEN, type: 'answers', to: OPENDOEN },
	{
		...{ from: IETS_KLEINS, type: 'comes_from', to: AANBELLEN },
		why: 'De handelwijze is uit de dagboeken gemaakt.'
	},
	{ from: IETS_KLEINS, type: 'answers', to: TERUGVRAGEN },
	{
		...{ from: TIEN_MINUTEN, type: 'uses', to: AANBELLEN },
		why: 'De rollen en de vragen komen uit de dagboeken.'
	},
	{
		...{ from: TIEN_MINUTEN, type: 'uses', to: IETS_KLEINS },
		why: 'De tweede ronde oefent wat de studie liet zien.'
	},
	{
		...{ from: TWEE_BAASJES, type: 'comes_from', to: TIEN_MINUTEN },
		why: 'Na de opdracht bracht een deelnemer deze casus in.'
	},
	{
		...{ from: HUISDIER, type: 'comes_from', to: TWEE_BAASJES },
		why: 'De groep vond geen regeling.'
	},
	{ from: AANBELLEN, type: 'leads_to', to: NIEUWKOMER },
	{ from: AANBELLEN, type: 'leads_to', to: UREN },
	{ from: TWEE_KOPJES, type: 'answers', to: ALLEEN_AAN_TAFEL },
	{ from: TWEE_KOPJES, type: 'leads_to', to: AVOND },
	{
		...{ from: TWEE_KOPJES, type: 'uses', to: MEVROUW_D },
		why: 'Ook zij zet ’s avonds twee kopjes klaar.'
	},
	{
		...{ from: BANKJE, type: 'comes_from', to: KOFFIEOCHTEND },
		why: 'Op de stoep was er al een ochtend, zonder koffie.'
	}
];
