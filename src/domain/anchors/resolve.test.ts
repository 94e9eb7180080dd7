import { describe, expect, test } from 'vitest';
import { anchorOf, type Anchor } from './anchor.ts';
import { resolve } from './resolve.ts';
import { TextIndex, type Run } from './text-index.ts';

const QUOTE = 'Hij keek steeds naar zijn papieren.';
const BEFORE = 'Toen belde hij aan. ';
const AFTER = ' Ik zei van niet en toen was het klaar.';

/** What one client wrote in one go, from this clock; a new one is a copy. */
type Words = [text: string, clock: number];

/** A text of blocks, each of some words by one client. */
function textOf(...blocks: Words[][]): TextIndex {
	let characters = '';
	const ends: number[] = [];
	const runs: Run[] = [];
	for (const [nth, block] of blocks.entries()) {
		if (nth > 0) ends.push(characters.length);
		for (const [text, clock] of block) {
			runs.push({ at: characters.length, client: 1, clock, length: text.length });
			characters += text;
		}
	}
	return new TextIndex({ characters, ends, runs });
}

function anchorIn(text: TextIndex, words = QUOTE): Anchor {
	const from = text.characters.indexOf(words);
	return anchorOf(text, { from, to: from + words.length })!;
}

const whole: Words = [BEFORE + QUOTE + AFTER, 0];
const anchor = anchorIn(textOf([whole]));
const half = BEFORE.length + 'Hij keek steeds'.length;
const [first, second] = [whole[0].slice(0, half), whole[0].slice(half)];

describe('a passage is the same', () => {
	test('where its characters stand, whatever comes before them', () => {
		const found = resolve(textOf([['Een nieuwe alinea.', 500]], [['Eerst: ', 600], whole]), anchor);
		expect(found).toMatchObject({ is: 'same', text: QUOTE });
	});

	test('when its paragraph is split in it: half of it is a copy', () => {
		const found = resolve(textOf([[first, 0]], [[second, 900]]), anchor);
		expect(found).toMatchObject({ is: 'same', text: 'Hij keek steeds\n naar zijn papieren.' });
	});

	test('when the paragraphs that it runs over are joined', () => {
		const across = anchorIn(
			textOf([['Ik was bang.', 0]], [['En alleen thuis.', 50]]),
			'bang.En alleen'
		);
		expect(across.quote).toBe('bang.\nEn alleen');
		const joined = textOf([
			['Ik was bang. ', 0],
			['En alleen thuis.', 900]
		]);
		expect(resolve(joined, across)).toMatchObject({ is: 'same', text: 'bang. En alleen' });
	});
});

describe('a passage is moved', () => {
	test('when all of it is a copy', () => {
		const found = resolve(textOf([['Iets anders.', 500]], [[whole[0], 900]]), anchor);
		expect(found).toMatchObject({ is: 'moved', text: QUOTE });
	});

	test('to the one of two that has the words around it', () => {
		const twin: Words = [`Ook toen: ${QUOTE} Dat was alles.`, 200];
		const held = anchorIn(textOf([whole], [twin]));
		expect(held.alone).toBe(false);
		const found = resolve(textOf([twin], [[whole[0], 900]]), held);
		expect(found).toMatchObject({ is: 'moved', range: { from: twin[0].length + BEFORE.length } });
		expect(resolve(textOf([twin]), held)).toEqual({ is: 'lost' });
	});

	test('to the one of two copies that stands among what is left of it', () => {
		const start = BEFORE.length;
		const rest: Words[] = [
			['Hij keek steeds', start],
			[QUOTE, 900],
			[' naar zijn papieren.', half]
		];
		const found = resolve(textOf([[QUOTE, 2000]], rest), anchor);
		const from = QUOTE.length + 'Hij keek steeds'.length;
		expect(found).toMatchObject({ is: 'moved', text: QUOTE, range: { from } });
	});

	test('not to words that are as short as many, without what stood around them', () => {
		const short = anchorIn(
			textOf([
				['Was hij bang? ', 0],
				['Nee.', 20],
				[' Dat zei hij toen ook.', 30]
			]),
			'Nee.'
		);
		expect(resolve(textOf([['Kwam zij langs? Nee. Zij bleef weg.', 500]]), short)).toEqual({
			is: 'lost'
		});
	});
});

describe('a passage is changed', () => {
	const at = BEFORE.length + 'Hij keek '.length;

	test('when words come in the middle of it', () => {
		const found = resolve(
			textOf([
				[whole[0].slice(0, at), 0],
				['de hele tijd en ', 700],
				[whole[0].slice(at), at]
			]),
			anchor
		);
		expect(found).toMatchObject({
			is: 'changed',
			text: 'Hij keek de hele tijd en steeds naar zijn papieren.'
		});
	});

	test('when only a space makes other words of it', () => {
		const held = anchorIn(textOf([['Dat is niet waar, zei zij.', 0]]), 'niet waar');
		const found = resolve(
			textOf([
				['Dat is niet', 0],
				['waar, zei zij.', 12]
			]),
			held
		);
		expect(found).toMatchObject({ is: 'changed', text: 'nietwaar' });
	});

	test('when it was moved and then written in', () => {
		const long = 'Ze vroegen aan het loket of ik mensen om me heen had. Ik zei: ik heb een hond.';
		const held = anchorIn(textOf([[long, 0]]), long);
		const copy: Words = [long.replace('aan het loket', 'daar aan de balie'), 900];
		const found = resolve(textOf([['Eerst iets anders.', 500]], [copy]), held);
		expect(found).toMatchObject({ is: 'changed', text: copy[0] });
	});
});

describe('a passage is lost', () => {
	test('when nothing of it is left', () => {
		expect(resolve(textOf([['Daar wil ik het niet over hebben.', 500]]), anchor)).toEqual({
			is: 'lost'
		});
		expect(resolve(textOf(), anchor)).toEqual({ is: 'lost' });
	});

	test('when a few letters of it are: Yjs keeps those that other words have too', () => {
		const kept = textOf([
			['Het regende', 500],
			[BEFORE.slice(-2), BEFORE.length - 2],
			['Hi', BEFORE.length]
		]);
		expect(resolve(kept, anchor)).toEqual({ is: 'lost' });
	});

	test('and comes back when it is taken back', () => {
		const after: Words = [AFTER, BEFORE.length + QUOTE.length];
		expect(resolve(textOf([[BEFORE, 0], after]), anchor)).toEqual({ is: 'lost' });
		expect(resolve(textOf([[BEFORE, 0], [QUOTE, 950], after]), anchor)).toMatchObject({
			is: 'moved',
			text: QUOTE
		});
	});
});

test('a passage has words, and not too many', () => {
	const text = textOf([
		['  ', 0],
		['a'.repeat(3000), 10]
	]);
	expect(anchorOf(text, { from: 0, to: 2 })).toBeNull();
	expect(anchorOf(text, { from: 0, to: 2500 })).toBeNull();
	expect(anchorOf(text, { from: 0, to: 1000 })?.quote).toHaveLength(998);
});

test('fifty passages in a text of a hundred pages are found in a few milliseconds each', () => {
	const words = Array.from({ length: 800 }, (_, nth): Words[] => [
		[
			`Alinea ${nth} gaat over wat ${nth * 7} mensen zeiden. ${'Zo ging het toen. '.repeat(19)}`,
			nth * 400
		]
	]);
	const text = textOf(...words);
	const anchors = Array.from({ length: 50 }, (_, nth) =>
		anchorIn(text, `Alinea ${nth * 16} gaat over wat ${nth * 16 * 7} mensen zeiden.`)
	);
	const began = process.cpuUsage();
	for (const each of anchors) expect(resolve(text, each).is).toBe('same');
	const { user } = process.cpuUsage(began);
	expect(user / 1000 / anchors.length).toBeLessThan(5);
});
