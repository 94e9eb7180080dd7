import * as Y from 'yjs';
import { firstLine, type Client } from './client.ts';

/** A place in the text as a share of its length, and what somebody does there. */
export type Action =
	| { do: 'insert'; at: number; text: string }
	| { do: 'delete'; at: number; length: number }
	| { do: 'mark'; at: number; length: number; mark: 'bold' | 'italic'; on: boolean }
	| { do: 'split'; at: number }
	| { do: 'leave' }
	| { do: 'return' };

/** Lets somebody do it, on line or off. */
export function act({ doc, provider }: Client, step: Action): void {
	if (step.do === 'leave') return provider.disconnect();
	if (step.do === 'return') return provider.connect();
	doc.transact(() => {
		const line = firstLine(doc);
		const at = boundary(line, step.at);
		if (step.do === 'insert') line.insert(at, step.text);
		if (step.do === 'delete') line.delete(at, boundaryAfter(line, at + step.length) - at);
		if (step.do === 'mark') {
			line.format(at, boundaryAfter(line, at + step.length) - at, {
				[step.mark]: step.on ? {} : null
			});
		}
		if (step.do === 'split') {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText('next')]);
			doc.getXmlFragment('default').insert(1, [paragraph]);
		}
	});
}

/** A place that is not inside a surrogate pair: two edits in one pair diverge in Yjs, silently. */
function boundary(line: Y.XmlText, share: number): number {
	return boundaryAfter(line, Math.floor(share * line.length));
}

function boundaryAfter(line: Y.XmlText, at: number): number {
	const plain = line
		.toDelta()
		.map((run: { insert: string }) => run.insert)
		.join('');
	const most = Math.min(at, plain.length);
	return /[\uDC00-\uDFFF]/.test(plain[most] ?? '') ? most + 1 : most;
}
