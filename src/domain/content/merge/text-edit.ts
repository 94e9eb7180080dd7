import type * as Y from 'yjs';
import { align } from './alignment.ts';
import { lettersOf } from './branches.ts';
import type { Letter } from './branches.ts';
import { sameValue } from './changed.ts';

type Attributes = Record<string, unknown>;
type Operation =
	| { retain: number; attributes?: Attributes }
	| { insert: string; attributes: Attributes }
	| { delete: number };

/**
 * Makes texts that stand side by side read as `wanted`, touching only what differs. Every cut is between whole
 * characters: half a surrogate pair is something else on every replica.
 */
export function editTexts(texts: readonly Y.XmlText[], wanted: readonly Letter[]): void {
	const present = texts.map(lettersOf);
	const all = present.flat();
	const places = align(all.map(sign), wanted.map(sign));
	let [at, written] = [0, 0];
	for (const [nth, letters] of present.entries()) {
		const edit = new Edit();
		for (const letter of letters) {
			const place = places[at]!;
			at += 1;
			if (place < 0) {
				edit.remove(letter);
				continue;
			}
			for (const added of wanted.slice(written, place)) edit.insert(added);
			edit.keep(letter, wanted[place]!);
			written = place + 1;
		}
		if (nth === texts.length - 1) for (const added of wanted.slice(written)) edit.insert(added);
		// `sanitize: false` would be what drops a line end at the end, whatever Yjs says of it.
		if (edit.changes) texts[nth]!.applyDelta(edit.operations);
	}
}

function sign({ text }: Letter) {
	return { is: 'character', key: text } as const;
}

/** Operations on one text, in order. */
class Edit {
	readonly operations: Operation[] = [];
	changes = false;

	insert({ text, attributes }: Letter): void {
		this.changes = true;
		const last = this.operations.at(-1);
		if (last && 'insert' in last && sameValue(last.attributes, attributes)) last.insert += text;
		else this.operations.push({ insert: text, attributes });
	}

	remove({ text }: Letter): void {
		this.changes = true;
		const last = this.operations.at(-1);
		if (last && 'delete' in last) last.delete += text.length;
		else this.operations.push({ delete: text.length });
	}

	keep(letter: Letter, wanted: Letter): void {
		const attributes = formatting(letter.attributes, wanted.attributes);
		this.changes ||= attributes !== undefined;
		const last = this.operations.at(-1);
		const { length } = letter.text;
		if (last && 'retain' in last && sameValue(last.attributes, attributes)) last.retain += length;
		else this.operations.push(attributes ? { retain: length, attributes } : { retain: length });
	}
}

/** What turns one formatting into the other, or nothing when it is the same. */
function formatting(from: Attributes, to: Attributes): Attributes | undefined {
	const changes: Attributes = {};
	for (const name of Object.keys(from)) if (!(name in to)) changes[name] = null;
	for (const [name, value] of Object.entries(to)) {
		if (!sameValue(from[name], value)) changes[name] = value;
	}
	return Object.keys(changes).length > 0 ? changes : undefined;
}
