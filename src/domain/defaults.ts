import type { WerkplaatsFunction } from './functions.ts';
import type { Kind } from './kinds.ts';
import type { Level } from './levels.ts';

/**
 * A cell: the level that comes with the function; what is offered when somebody is invited
 * (`invited`, no right by itself); the level once the document is final or published (`released`).
 */
export type Cell = { level: Level; invited?: Level; released?: Level };

/** In a vault a grant to the person counts (`grant`), only as its owner (`own`), or never (`never`). */
export type VaultRule = 'grant' | 'own' | 'never';

type Row = Record<Kind, Cell> & {
	vault: VaultRule;
	/** With what groups write for an assignment, beside the group's own. */
	work: Level;
	/** The kinds that the function may begin in its werkplaats; its maker becomes the owner. */
	creates: readonly Kind[];
};

const NOTHING: Cell = { level: 'none' };

/**
 * What each function may do by itself with the documents of its werkplaats. A coordinator can change
 * a cell for the werkplaats or for one theme (an access policy); nobody else compares functions.
 */
export const DEFAULTS: Record<WerkplaatsFunction, Row> = {
	coordinator: {
		study: { level: 'manage' },
		case: { level: 'manage' },
		assignment: { level: 'manage' },
		question: { level: 'manage' },
		vault: 'grant',
		work: 'comment',
		creates: ['study', 'case', 'assignment', 'question']
	},
	lector: {
		study: { level: 'manage' },
		case: { level: 'manage' },
		assignment: { level: 'manage' },
		question: { level: 'manage' },
		vault: 'grant',
		work: 'comment',
		creates: ['study', 'case', 'assignment', 'question']
	},
	researcher: {
		study: { level: 'edit' },
		case: { level: 'edit' },
		assignment: { level: 'edit' },
		question: { level: 'edit' },
		vault: 'grant',
		work: 'none',
		creates: ['study', 'case', 'assignment', 'question']
	},
	teacher: {
		study: { level: 'comment' },
		case: { level: 'comment' },
		assignment: { level: 'edit' },
		question: { level: 'comment' },
		vault: 'never',
		work: 'manage',
		creates: ['case', 'assignment', 'question']
	},
	student: {
		study: { level: 'none', invited: 'suggest' },
		case: { level: 'view' },
		assignment: { level: 'view' },
		question: { level: 'comment' },
		vault: 'never',
		work: 'none',
		creates: ['question']
	},
	professional: {
		study: { level: 'suggest' },
		case: { level: 'suggest' },
		assignment: { level: 'view' },
		question: { level: 'comment' },
		vault: 'own',
		work: 'none',
		creates: ['case', 'question']
	},
	policy_officer: {
		study: { level: 'comment' },
		case: { level: 'comment' },
		assignment: NOTHING,
		question: { level: 'comment' },
		vault: 'never',
		work: 'none',
		creates: ['question']
	},
	citizen: {
		study: { level: 'none', invited: 'comment' },
		case: { level: 'comment' },
		assignment: NOTHING,
		question: { level: 'comment' },
		vault: 'never',
		work: 'none',
		creates: ['question']
	},
	national: {
		study: { level: 'none', invited: 'comment' },
		case: { level: 'none', released: 'view' },
		assignment: { level: 'view' },
		question: { level: 'view' },
		vault: 'never',
		work: 'none',
		creates: []
	},
	guest: {
		study: { level: 'none', invited: 'suggest' },
		case: { level: 'none', invited: 'comment' },
		assignment: NOTHING,
		question: NOTHING,
		vault: 'never',
		work: 'none',
		creates: []
	}
};

/** A guest never does more than this with a document, whatever was granted. */
export const GUEST_CAP: Record<Kind, Level> = {
	study: 'suggest',
	case: 'comment',
	assignment: 'none',
	question: 'none'
};

/** The functions whose own level still counts when a document is restricted. */
export const RESTRICTED_FUNCTIONS: readonly WerkplaatsFunction[] = ['coordinator', 'lector'];
