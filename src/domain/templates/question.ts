import type { Content } from '../content/schema.ts';
import { fromSections, type Section } from './template.ts';

/** Where the example stands, of which a link for citizens asks. */
const STUCK: Section = {
	heading: 'Waar loop je tegenaan?',
	guidance: 'Geef een voorbeeld. Gebruik geen namen en niets waaraan iemand te herkennen is.'
};

/** Kennisagenda-vraag: one screen; the question in one sentence is the title. */
const QUESTION: readonly Section[] = [
	{
		heading: 'De vraag in één zin',
		guidance: 'Schrijf de vraag zoals je hem aan een buur stelt. Van wie is de vraag?'
	},
	STUCK,
	{
		heading: 'Voor wie is dit een probleem?',
		guidance: 'Voor welke mensen, en vanuit wie bekeken: inwoner, naaste, professional, gemeente?'
	},
	{
		heading: 'Wat is er al geprobeerd of bekend?',
		guidance: 'Wat hielp wel of niet? Weet je waar hier al iets over staat?'
	},
	{
		heading: 'Wat zou een antwoord opleveren?',
		guidance: 'Wat kan er dan anders, en wie merkt dat?'
	},
	{ heading: 'Wie wil meedoen?', guidance: 'Wie wil meedenken of meewerken aan een antwoord?' }
];

export const QUESTION_CONTENT: Content = fromSections(QUESTION);

/** The same with what somebody wrote who has no account: the question, and the example if they gave one. */
export function questionContent(question: string, example: string): Content {
	const [asked, ...others] = QUESTION;
	if (!asked) return QUESTION_CONTENT;
	const sections = others.flatMap((section) =>
		section === STUCK && example.trim() !== ''
			? [headingOf(section), ...paragraphs(example)]
			: (fromSections([section]).content ?? [])
	);
	return { type: 'doc', content: [headingOf(asked), ...paragraphs(question), ...sections] };
}

function headingOf(section: Section): Content {
	const [heading] = fromSections([section]).content ?? [];
	if (!heading) throw new Error('a section without a heading');
	return heading;
}

function paragraphs(written: string): Content[] {
	const lines = written.split('\n').map((line) => line.trim());
	return lines
		.filter((line) => line !== '')
		.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
}
