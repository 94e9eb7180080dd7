import type { VersionPurpose } from './case-versions.ts';
import type { Closing } from './closing.ts';
import { hasText, lineOf } from './content/text.ts';
import type { Content } from './content/schema.ts';
import { PERSPECTIVES, type Perspective } from './kinds.ts';
import { byMoment, type Moment } from './moments.ts';
import { LESSONS } from './templates/case.ts';
import type { Telling } from './voices.ts';

/** A case as it is told at this moment: what all share, each voice, what is learned and what changes. */
export type ToldCase = {
	facts: Content;
	moments: readonly Moment[];
	voices: readonly {
		perspective: Perspective;
		label: string;
		telling: Telling;
		content: Content;
	}[];
	lessons: Content;
	closings: readonly Closing[];
};

// Words of the text itself, so in Dutch as the templates are.
const PARTY: Record<Perspective, string> = {
	citizen: 'Inwoner',
	relative: 'Naaste',
	professional: 'Professional',
	municipality: 'Gemeente'
};
/** Without who noted it down: a version names nobody. */
const TELLING: Record<Telling, string> = {
	own: 'In eigen woorden verteld.',
	noted: 'Door iemand anders opgeschreven.',
	behalf: 'Namens hen verteld, door iemand anders.'
};

/**
 * A case as one text, to be made fit for other readers. It has none of the guidance of templates, no links, and
 * nothing that leads back to the case. What is between those who told it and those who wrote it down stays there.
 */
export function versionText({ facts, moments, voices, lessons, closings }: ToldCase): Content {
	const blocks = [
		...clean(facts),
		...timeline(moments),
		...voices.flatMap((voice) => voiceBlocks(voice, moments)),
		...withoutSection(clean(lessons), LESSONS.at(-1)?.heading ?? ''),
		...changes(closings, toldVoices(voices))
	];
	return { type: 'doc', content: withoutEmptySections(blocks) };
}

/** The voices in which somebody says something: each agrees with how it is told. */
export function toldVoices<Voice extends { content: Content }>(voices: readonly Voice[]): Voice[] {
	return voices.filter(({ content }) => hasText(content));
}

function timeline(moments: readonly Moment[]): Content[] {
	if (moments.length === 0) return [];
	const content = moments.map(({ title, period }) => ({
		type: 'listItem',
		content: [paragraph(period ? `${title} (${period})` : title)]
	}));
	return [heading(1, 'Tijdlijn'), { type: 'bulletList', content }];
}

function voiceBlocks(
	{ perspective, label, telling, content }: ToldCase['voices'][number],
	moments: readonly Moment[]
): Content[] {
	if (!hasText(content)) return [];
	const told = byMoment(content, moments);
	const under = moments.flatMap(({ id, title }) => {
		const words = told.get(id);
		return words ? [heading(2, title), ...deeper(clean(words))] : [];
	});
	const before = told.get(null);
	return [
		heading(1, label ? `${PARTY[perspective]}: ${label}` : PARTY[perspective]),
		{
			type: 'paragraph',
			content: [{ type: 'text', text: TELLING[telling], marks: [{ type: 'italic' }] }]
		},
		...(before ? deeper(clean(before)) : []),
		...under
	];
}

/** What a party says that it changes is asked of its voice: of who tells nothing else, nobody would be asked. */
function changes(
	closings: readonly Closing[],
	told: readonly { perspective: Perspective }[]
): Content[] {
	const said = PERSPECTIVES.flatMap((perspective) => {
		const of = closings.find((closing) => closing.perspective === perspective);
		const isAsked = told.some((voice) => voice.perspective === perspective);
		if (of?.change && !isAsked) return [];
		const words = of?.change || (of?.reason ? `Niet ingevuld: ${of.reason}` : '');
		return words ? [heading(2, PARTY[perspective]), paragraph(words)] : [];
	});
	return said.length > 0 ? [heading(1, 'Wat verandert er bij ons?'), ...said] : [];
}

/** Headings of a voice stand under its moments. */
function deeper(blocks: Content[]): Content[] {
	return blocks.map((node) =>
		node.type === 'heading' ? { ...node, attrs: { ...node.attrs, level: 3 } } : node
	);
}

function clean(content: Content): Content[] {
	return (content.content ?? []).flatMap(cleanNode);
}

function cleanNode(node: Content): Content[] {
	const { guidance, moment: _moment, ...attrs } = node.attrs ?? {};
	// A starting text where nobody wrote is no text.
	if (guidance && !hasText(node)) return [];
	const marks = node.marks?.filter(({ type }) => type !== 'link');
	return [
		{
			...node,
			...(node.attrs && { attrs }),
			...(marks && { marks }),
			...(node.content && { content: filled(node, node.content.flatMap(cleanNode)) })
		}
	];
}

/** A cell or an item whose guidance went still has a line. */
function filled(node: Content, children: Content[]): Content[] {
	const isEmptied = children.length === 0 && (node.content?.length ?? 0) > 0;
	return isEmptied ? [{ type: 'paragraph' }] : children;
}

/** Without the section under this heading, and those under it. */
function withoutSection(blocks: readonly Content[], title: string): Content[] {
	const from = blocks.findIndex(
		(node) => node.type === 'heading' && lineOf(node).startsWith(title)
	);
	if (from < 0) return [...blocks];
	const rest = blocks.slice(from + 1);
	const length = rest.findIndex((node) => node.type === 'heading' && levelOf(node) === 1);
	return [...blocks.slice(0, from), ...(length < 0 ? [] : rest.slice(length))];
}

/** Without headings under which nothing stands. */
function withoutEmptySections(blocks: readonly Content[]): Content[] {
	const kept: Content[] = [];
	for (const node of blocks.toReversed()) {
		const next = kept.at(-1);
		const isFilled = next && (next.type !== 'heading' || levelOf(next) > levelOf(node));
		if (node.type !== 'heading' || isFilled) kept.push(node);
	}
	return kept.length > 0 ? kept.reverse() : [{ type: 'paragraph' }];
}

function levelOf(node: Content): number {
	return Number(node.attrs?.['level'] ?? 1);
}

function heading(level: number, text: string): Content {
	return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

function paragraph(text: string): Content {
	return { type: 'paragraph', content: [{ type: 'text', text }] };
}

const NAME: Record<VersionPurpose, string> = {
	teaching: 'onderwijsversie',
	public: 'publieke versie'
};

/** What a version is called at first, in at most so many characters. Who made it can call it otherwise. */
export function versionTitle(title: string, purpose: VersionPurpose, most: number): string {
	const behind = ` (${NAME[purpose]})`;
	return (
		title
			.slice(0, most - behind.length)
			.toWellFormed()
			.trim() + behind
	);
}
