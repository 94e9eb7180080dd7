import type { Decision } from '#domain/questions.ts';
import type { RelationType } from '#domain/relations.ts';
import type { DemoName } from './people.ts';

// What was decided, asked and said about the questions and the work in Twente, by title.

export type DemoDecision = {
	question: string;
	decision: Decision;
	cluster?: string;
	into?: string;
};

const OPENDOEN = 'Hoe bereik je wie niet meer opendoet?';
const BINNENKOMEN = 'Wanneer mag je bij iemand naar binnen?';
const TERUGVRAGEN = 'Hoe vraag je iets terug zonder dat het vreemd voelt?';
const HUISDIER = 'Wie zorgt er voor het dier als iemand wordt opgenomen?';
const BRIEVEN = 'Waarom krijgt één gezin drie brieven over hetzelfde?';

/** Whoever looks after the agenda of Twente in the demo. */
export const DEMO_EDITOR: DemoName = 'lector';

export const DEMO_DECISIONS: readonly DemoDecision[] = [
	{ question: OPENDOEN, decision: 'clarified', cluster: 'Contact maken' },
	{ question: TERUGVRAGEN, decision: 'clarified', cluster: 'Contact maken' },
	{ question: HUISDIER, decision: 'clarified' },
	{ question: BINNENKOMEN, decision: 'merged', into: OPENDOEN }
];

/** Who asked that what goes first, before anything was merged. */
export const DEMO_DOTS: readonly { by: DemoName; questions: string[] }[] = [
	{ by: 'inwoner', questions: [OPENDOEN, BRIEVEN] },
	{ by: 'professional', questions: [OPENDOEN] },
	{ by: 'beleid', questions: [BINNENKOMEN, BRIEVEN] },
	{ by: 'onderzoeker', questions: [HUISDIER] },
	{ by: 'student', questions: [HUISDIER, BRIEVEN] },
	{ by: 'student2', questions: [HUISDIER] }
];

/** One of these goes all the way round. */
export const DEMO_RELATIONS: readonly {
	from: string;
	type: RelationType;
	to: string;
	why?: string;
}[] = [
	{ from: 'Aanbellen zonder aanleiding', type: 'answers', to: OPENDOEN },
	{ from: 'Vraag iets kleins, en breng het terug', type: 'answers', to: TERUGVRAGEN },
	{
		...{ from: 'De eerste tien minuten', type: 'uses' },
		to: 'Vraag iets kleins, en breng het terug',
		why: 'De tweede ronde oefent wat de studie liet zien.'
	},
	{ from: 'Een hond met twee baasjes', type: 'comes_from', to: 'De eerste tien minuten' },
	{
		...{ from: HUISDIER, type: 'comes_from', to: 'Een hond met twee baasjes' },
		why: 'De groep vond geen regeling.'
	}
];
