import type { Node } from '@tiptap/pm/model';
import { contentSchema } from '../schema.ts';
import type { Content } from '../schema.ts';
import { plainText } from '../text.ts';
import type { PushedBlocks } from './pushed.ts';
import { changeOf } from './pushing.ts';
import type { Unpushed } from './pushing.ts';

/** What is not pushed, as it is kept: the text that the server had, which is large and seldom another, and the rest. */
export type UnpushedWords = { acked: string; changes: string };

type KeptAcked = { version: number; content: Content };
/** What would become of the text that the server had; null where nothing would. */
type Change = PushedBlocks | null;
type KeptChanges = {
	version: number;
	mine: Change;
	tried: { push: string; suggested: Change }[];
};

export function writeAcked({ version, acked }: Unpushed): string {
	const kept: KeptAcked = { version, content: acked.toJSON() };
	return JSON.stringify(kept);
}

export function writeChanges({ version, acked, mine, tried }: Unpushed): string {
	const kept: KeptChanges = {
		version,
		mine: changeOf(acked, mine),
		tried: tried.map(({ push, suggested }) => ({ push, suggested: changeOf(acked, suggested) }))
	};
	return JSON.stringify(kept);
}

/** What was kept; null where the two are not of one moment. Throws where they are of another kind of text. */
export function readUnpushed({ acked, changes }: UnpushedWords): Unpushed | null {
	const before = JSON.parse(acked) as KeptAcked;
	const after = JSON.parse(changes) as KeptChanges;
	if (before.version !== after.version) return null;
	const text = contentSchema.nodeFromJSON(before.content);
	return {
		version: after.version,
		acked: text,
		mine: changed(text, after.mine),
		tried: after.tried.map(({ push, suggested }) => ({ push, suggested: changed(text, suggested) }))
	};
}

/** The words of the blocks that were changed, for who can't have them back in their place. */
export function wordsInChanges(changes: string): string {
	const { mine } = JSON.parse(changes) as KeptChanges;
	return mine ? plainText({ type: 'doc', content: [...mine.blocks] }) : '';
}

function changed(text: Node, change: Change): Node {
	if (!change) return text;
	const blocks = [...text.children];
	const made = change.blocks.map((block) => contentSchema.nodeFromJSON(block));
	blocks.splice(change.from, change.to - change.from, ...made);
	return text.type.create(null, blocks);
}
