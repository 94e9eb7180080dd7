import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';

/** Blocks in these can change places; a paragraph of an item moves with its item, a cell with its table. */
const CONTAINERS = new Set([
	'doc',
	'blockquote',
	'callout',
	'bulletList',
	'orderedList',
	'taskList'
]);

/** Moves the block at the caret past its neighbour: an item in its list, else the block around that. */
export function moveBlock(direction: 'up' | 'down'): Command {
	return (state, dispatch) => {
		const { $from } = state.selection;
		for (let depth = $from.depth; depth > 0; depth -= 1) {
			const parent = $from.node(depth - 1);
			const index = $from.index(depth - 1);
			const neighbour = neighbourOf(parent, index, direction);
			if (!neighbour) continue;
			if (!dispatch) return true;
			const start = $from.before(depth);
			const end = $from.after(depth);
			// The neighbour crosses over, not the block: what others are typing in the block goes on.
			const { tr } = state;
			if (direction === 'up') tr.insert(end, neighbour).delete(start - neighbour.nodeSize, start);
			else tr.delete(end, end + neighbour.nodeSize).insert(start, neighbour);
			dispatch(tr.scrollIntoView());
			return true;
		}
		return false;
	};
}

function neighbourOf(parent: Node, index: number, direction: 'up' | 'down'): Node | null {
	if (!CONTAINERS.has(parent.type.name)) return null;
	return parent.maybeChild(direction === 'up' ? index - 1 : index + 1);
}
