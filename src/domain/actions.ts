import type { Level } from './levels.ts';

/** What can be asked of the policy, per subject, with the level that it needs. */
export const DOCUMENT_ACTIONS = {
	view: 'view',
	export: 'view',
	comment: 'comment',
	suggest: 'suggest',
	rename: 'edit',
	label: 'edit',
	run_cycles: 'edit',
	tick_gates: 'edit',
	sign_gate: 'edit',
	keep_sources: 'edit',
	keep_evidence: 'edit',
	plan_mirror: 'edit',
	keep_policy: 'edit',
	log_request: 'comment',
	answer_request: 'edit',
	relate: 'edit',
	say_change: 'comment',
	explain_silence: 'manage',
	change_state: 'manage',
	change_sensitivity: 'manage',
	share: 'manage',
	arrange_voices: 'manage',
	reveal: 'manage',
	describe_case: 'edit',
	make_version: 'manage',
	check_version: 'comment',
	arrange_version: 'manage',
	take_over: 'manage',
	delete: 'manage',
	restore: 'manage',
	destroy: 'owner',
	curate: 'manage',
	design: 'edit',
	lead_runs: 'edit'
} as const satisfies Record<string, Level>;

/** What stands around the text of a study. It stands still when that text does. */
export const STUDY_ACTIONS: readonly DocumentAction[] = [
	'run_cycles',
	'tick_gates',
	'sign_gate',
	'keep_sources',
	'keep_evidence',
	'plan_mirror'
];

/** What others say beside a study, and ask of it: also when its text stands still. */
export const REVIEW_ACTIONS: readonly DocumentAction[] = [
	'keep_policy',
	'log_request',
	'answer_request'
];

/** What is done with a case that is told in voices: a version of one is one text. */
export const STORY_ACTIONS: readonly DocumentAction[] = [
	'arrange_voices',
	'reveal',
	'describe_case',
	'make_version'
];

/** What is done with a version of a case, and with nothing else. */
export const VERSION_ACTIONS: readonly DocumentAction[] = ['check_version', 'arrange_version'];
/** What parties say beside a study: as long as one talks about its text, also when that stands still. */
export const CLOSING_ACTIONS: readonly DocumentAction[] = ['say_change', 'explain_silence'];

/** What is done with an assignment besides writing its text. */
export const ASSIGNMENT_ACTIONS: readonly DocumentAction[] = ['design', 'lead_runs'];

export const PART_ACTIONS = {
	read: 'view',
	comment_part: 'comment',
	suggest_part: 'suggest',
	write: 'edit',
	/** Also when the text stands still. What was taken out of a text is there still, so not for who only reads it. */
	see_history: 'edit'
} as const satisfies Record<string, Level>;

export const WERKPLAATS_ACTIONS = [
	'view_werkplaats',
	'view_members',
	'view_addresses',
	'manage_members',
	'manage_policies',
	'manage_templates',
	'manage_agenda',
	'prioritise',
	'create'
] as const;

export type DocumentAction = keyof typeof DOCUMENT_ACTIONS;
export type PartAction = keyof typeof PART_ACTIONS;
export type WerkplaatsAction = (typeof WERKPLAATS_ACTIONS)[number];
export type Action = DocumentAction | PartAction | WerkplaatsAction | 'administer';
