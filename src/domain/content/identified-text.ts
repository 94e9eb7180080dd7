import * as Y from 'yjs';
import type { IdentifiedText, Run } from '../anchors/text-index.ts';
import { DEPTH_MAX } from './clean.ts';
import { TEXT_FRAGMENT } from './schema.ts';

/** Where things stand one after the other: what is common to all shared types. */
type Place = Pick<Y.XmlFragment, '_start'>;

/** The characters of a part's Y.Doc with their ids, to hold on to passages of it. Reads only. */
export function identifiedText(doc: Y.Doc): IdentifiedText {
	const words: string[] = [];
	const ends: number[] = [];
	const runs: Run[] = [];
	let at = 0;
	const end = () => {
		if (at > 0 && ends.at(-1) !== at) ends.push(at);
	};
	const add = (text: string, { client, clock }: { client: number; clock: number }) => {
		const last = runs.at(-1);
		const isNext = last?.client === client && last.clock + last.length === clock;
		if (last && isNext) last.length += text.length;
		else runs.push({ at, client, clock, length: text.length });
		words.push(text);
		at += text.length;
	};
	const read = (place: Place, depth: number) => {
		if (depth > DEPTH_MAX + 1) return;
		for (let item = place._start; item; item = item.right) {
			const { content, deleted, id } = item;
			if (deleted) continue;
			if (content instanceof Y.ContentString) add(content.str, id);
			if (!(content instanceof Y.ContentType)) continue;
			const isBlock = !(content.type instanceof Y.XmlText);
			if (isBlock) end();
			read(content.type, depth + 1);
			if (isBlock) end();
		}
	};
	read(doc.getXmlFragment(TEXT_FRAGMENT), 0);
	return { characters: storable(words.join(''), ends), ends, runs };
}

/**
 * What PostgreSQL takes in no text becomes a sign of the same length; no editor makes it. Two halves of a pair on
 * either side of the end of a block are no pair.
 */
function storable(characters: string, ends: readonly number[]): string {
	const blocks = [0, ...ends].map((start, nth) => characters.slice(start, ends[nth]));
	return blocks.map((block) => block.toWellFormed().replaceAll('\0', '\ufffd')).join('');
}
