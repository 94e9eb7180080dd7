import { expect, test } from 'vitest';
import { validContent } from './content/known.ts';
import type { Content } from './content/schema.ts';
import { plainText } from './content/text.ts';
import { CASE, LESSONS } from './templates/case.ts';
import { fromSections } from './templates/template.ts';
import { toldVoices, versionText, type ToldCase } from './version-text.ts';

const MOMENT = '5b1c7c9e-3f2f-4a54-9c8e-8b1a2b3c4d5e';
const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const h = (text: string, attrs: object = { level: 1 }): Content => ({
	type: 'heading',
	attrs,
	content: [{ type: 'text', text }]
});
const doc = (...content: Content[]): Content => ({ type: 'doc', content });
const linked: Content = {
	type: 'text',
	text: 'de krant',
	marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://krant.example/haar-naam' } }]
};

const TOLD: ToldCase = {
	facts: doc(h('Waarom deze casus?'), p('Een deur bleef dicht.'), h('Regels en systemen')),
	moments: [{ id: MOMENT, title: 'Het eerste gesprek', period: 'april' }],
	voices: [
		{
			perspective: 'citizen',
			label: '',
			telling: 'noted',
			content: doc(
				p('Vooraf.'),
				h('Het gesprek', { level: 1, moment: MOMENT }),
				p('Ik zei van niet.')
			)
		},
		{
			perspective: 'relative',
			label: 'Dochter',
			telling: 'own',
			content: doc({ type: 'paragraph' })
		},
		{
			perspective: 'professional',
			label: 'Sociaal werk',
			telling: 'own',
			content: doc({
				type: 'paragraph',
				content: [{ type: 'text', text: 'Het stond in ' }, linked]
			})
		}
	],
	lessons: doc(
		h('Wat werkte'),
		p('Iets lenen.'),
		h('Terug naar de betrokkenen'),
		p('Gezien door mevrouw D., samen met Gerda.'),
		h('Leervragen'),
		p('Wie mist er?')
	),
	closings: [
		{ perspective: 'citizen', change: 'De bel doet het weer.', reason: '' },
		{ perspective: 'relative', change: '', reason: 'Zij antwoordde niet.' }
	]
};

test('a case becomes one valid text, in the order in which it is read', () => {
	const text = versionText(TOLD);
	expect(validContent(text)).not.toBeNull();
	expect(plainText(text).split('\n')).toEqual([
		...['Waarom deze casus?', 'Een deur bleef dicht.'],
		...['Tijdlijn', 'Het eerste gesprek (april)'],
		...['Inwoner', 'Door iemand anders opgeschreven.', 'Vooraf.'],
		...['Het eerste gesprek', 'Ik zei van niet.'],
		...['Professional: Sociaal werk', 'In eigen woorden verteld.', 'Het stond in de krant'],
		...['Wat werkte', 'Iets lenen.', 'Leervragen', 'Wie mist er?'],
		...['Wat verandert er bij ons?', 'Inwoner', 'De bel doet het weer.'],
		...['Naaste', 'Niet ingevuld: Zij antwoordde niet.']
	]);
});

test('what a party says that it changes goes along with its voice, and not alone', () => {
	const [citizen, relative, professional] = TOLD.voices;
	const closings = [{ perspective: 'relative', change: 'Ik bel nu vaker.', reason: '' }] as const;
	const silent = versionText({ ...TOLD, closings });
	expect(plainText(silent)).not.toContain('Ik bel nu vaker.');
	const told = { ...relative!, content: doc(p('Ik ben haar dochter.')) };
	const voices = [citizen!, told, professional!];
	expect(plainText(versionText({ ...TOLD, voices, closings }))).toContain('Ik bel nu vaker.');
});

test('nothing in it leads back to the case or to who wrote it down', () => {
	const json = JSON.stringify(versionText(TOLD));
	for (const trace of [MOMENT, 'krant.example', 'Gerda']) expect(json).not.toContain(trace);
	expect(json).toContain('"bold"');
});

test('of templates in which nobody wrote nothing is left', () => {
	const empty = versionText({
		...{ facts: fromSections(CASE), lessons: fromSections(LESSONS) },
		...{ moments: [], voices: [], closings: [] }
	});
	expect(empty).toEqual(doc({ type: 'paragraph' }));
});

test('who said nothing agrees with nothing', () => {
	expect(toldVoices(TOLD.voices).map(({ perspective }) => perspective)).toEqual([
		'citizen',
		'professional'
	]);
});
