import { expect, test } from 'vitest';
import { minutesOf, type Step } from '../assignments.ts';
import { designAsKept } from '../design-rules.ts';
import { mayWriteIn } from '../turns.ts';
import { FORMAT_NAMES, type FormatName } from './format.ts';
import { FORMATS } from './formats.ts';

/** The rounds in which who brought the case in listens, by hand. */
const SILENT: Record<FormatName, string[]> = {
	incident: ['Bespreken zonder de inbrenger', 'Advies'],
	gossip: ['Roddelen'],
	five_steps: ['De kern', 'Advies'],
	ten_steps: ['Vragen opschrijven', 'De kern volgens de groep', 'Advies'],
	balint: [
		'Eerste gedachten',
		'Wat helpt en wat hindert',
		'Ieders oordeel',
		'Oordeel van de groep'
	],
	dilemma: [],
	socratic: [],
	case_inquiry: [],
	dialogue: []
};

for (const name of FORMAT_NAMES) {
	test(`${name} can stand as the rounds of an assignment, word for word`, () => {
		const design = { steps: FORMATS[name], rubric: [], questions: [] };
		expect(designAsKept(design)).toEqual(design);
		expect(minutesOf(design.steps)).toBeGreaterThanOrEqual(40);
	});

	test(`in ${name} the presenter writes in no round in which they are to listen`, () => {
		const taken = ['presenter', 'scribe', null] as const;
		const kept = FORMATS[name].filter(({ turn }) => turn === 'all_but_presenter');
		expect(kept.map(({ title }) => title)).toEqual(SILENT[name]);
		for (const { turn } of kept) {
			expect(mayWriteIn(turn, 'presenter', taken)).toBe(false);
			expect(mayWriteIn(turn, null, taken)).toBe(true);
		}
		// And what the words say, the turn keeps.
		const says = ({ speaker, task, not }: Step) =>
			/behalve de inbrenger|de inbrenger luistert|de inbrenger praat/i.test(
				[speaker, task, not].join('|')
			);
		for (const step of FORMATS[name].filter(says)) expect(step.turn).toBe('all_but_presenter');
	});
}

test('a moral deliberation goes in ten steps, and a case inquiry asks six questions', () => {
	expect(FORMATS.dilemma).toHaveLength(10);
	expect(FORMATS.ten_steps).toHaveLength(10);
	expect(FORMATS.five_steps).toHaveLength(5);
	expect(FORMATS.case_inquiry.every(({ title }) => title.endsWith('?'))).toBe(true);
	expect(FORMATS.case_inquiry).toHaveLength(6);
});
