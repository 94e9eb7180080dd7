import { documentLevel, isOfNetwork, leadLevel, levelInAnyState, partLevel } from './access.ts';
import {
	ASSIGNMENT_ACTIONS,
	CLOSING_ACTIONS,
	DOCUMENT_ACTIONS,
	PART_ACTIONS,
	REVIEW_ACTIONS,
	STORY_ACTIONS,
	STUDY_ACTIONS,
	VERSION_ACTIONS,
	type Action,
	type DocumentAction,
	type PartAction
} from './actions.ts';
import { standsStill } from './case-versions.ts';
import { DEFAULTS } from './defaults.ts';
import { NotAllowed, NotFound } from './errors.ts';
import type { Actor, DocumentFacts, PartFacts } from './facts.ts';
import type { Kind } from './kinds.ts';
import { atLeast, capped, type Level } from './levels.ts';
import { partyIn } from './parties.ts';
import { TEXT_CAP } from './states.ts';
import { mayLeave } from './variants.ts';

export type Subject =
	| { type: 'document'; document: DocumentFacts }
	| { type: 'part'; part: PartFacts }
	| { type: 'werkplaats'; werkplaats: string; kind?: Kind }
	| { type: 'network' };

/** Whether the actor may do this. The only place that decides; it takes facts and does no I/O. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
	if (subject.type === 'document') {
		if (!(action in DOCUMENT_ACTIONS)) return false;
		return canWithDocument(actor, action as DocumentAction, subject.document);
	}
	if (subject.type === 'part') {
		if (!(action in PART_ACTIONS)) return false;
		// A document in the bin is gone for everybody until it is put back.
		if (subject.part.document.deleted) return false;
		const levelOn = action === 'see_history' ? levelInAnyState : partLevel;
		return atLeast(levelOn(actor, subject.part), PART_ACTIONS[action as PartAction]);
	}
	if (subject.type === 'werkplaats') return inWerkplaats(actor, action, subject);
	return action === 'administer' && actor.administrator;
}

function canWithDocument(actor: Actor, action: DocumentAction, document: DocumentFacts): boolean {
	const level = documentLevel(actor, document);
	// In the bin only those who may put it back still see it.
	if (document.deleted && !atLeast(level, 'manage')) return false;
	if (document.deleted)
		return ['view', 'restore', 'destroy'].includes(action) && reaches(level, action);
	if (action === 'restore' || action === 'destroy') return false;
	if (STUDY_ACTIONS.includes(action)) return withStudy(actor, action, document, level);
	if (CLOSING_ACTIONS.includes(action)) return withClosings(action, document, level);
	if (ASSIGNMENT_ACTIONS.includes(action)) return withAssignment(actor, action, document, level);
	if (action === 'curate') return curates(actor, document);
	if (action === 'take_over') return takesOver(document, level);
	return fits(action, document) && reaches(level, action);
}

/** Whether there is such a thing to do with this document, whoever asks. */
function fits(action: DocumentAction, document: DocumentFacts): boolean {
	const { kind, version, blind, state } = document;
	if (action === 'make_version' && (kind !== 'case' || blind)) return false;
	if (STORY_ACTIONS.includes(action)) return version === null;
	if (VERSION_ACTIONS.includes(action)) return version !== null;
	if (REVIEW_ACTIONS.includes(action)) return kind === 'study';
	// The title of a version was read with its text, so it stands still with it.
	return action !== 'rename' || version === null || !standsStill(state);
}

/** What every werkplaats reads, every werkplaats may do its own way; the rest goes out by who could share it. */
function takesOver(document: DocumentFacts, level: Level): boolean {
	if (!mayLeave(document)) return false;
	return isOfNetwork(document) ? atLeast(level, 'view') : reaches(level, 'take_over');
}

function withStudy(
	actor: Actor,
	action: DocumentAction,
	document: DocumentFacts,
	level: Level
): boolean {
	if (document.kind !== 'study') return false;
	// A signature says that a lector of this werkplaats looked, whatever level others were given.
	if (action === 'sign_gate' && !leadsIn(actor, document.werkplaats)) return false;
	return reaches(capped(level, TEXT_CAP[document.state]), action);
}

/** Who leads must be able to read along; what is set around the text stands still with it, giving it out does not. */
function withAssignment(
	actor: Actor,
	action: DocumentAction,
	document: DocumentFacts,
	level: Level
): boolean {
	if (document.kind !== 'assignment') return false;
	if (action === 'design') return reaches(capped(level, TEXT_CAP[document.state]), action);
	return reaches(level, action) && atLeast(leadLevel(actor, document), 'comment');
}

/** What changes for a party is known after the text is established, and stands still once that is published. */
function withClosings(
	action: DocumentAction,
	{ kind, state }: DocumentFacts,
	level: Level
): boolean {
	return kind === 'study' && atLeast(TEXT_CAP[state], 'comment') && reaches(level, action);
}

function leadsIn({ memberships }: Actor, werkplaats: string): boolean {
	return memberships.some((of) => of.werkplaats === werkplaats && of.function === 'lector');
}

/**
 * The agenda is the werkplaats's own: who asked a question owns its text, and does not decide what becomes of
 * it. So only the level that comes with a function counts, nothing that was given.
 */
function curates(actor: Actor, document: DocumentFacts): boolean {
	if (document.kind !== 'question') return false;
	const ungiven = { ...document, grants: [], partGrants: [] };
	return reaches(documentLevel(actor, ungiven), 'curate');
}

function reaches(level: Level, action: DocumentAction): boolean {
	return atLeast(level, DOCUMENT_ACTIONS[action]);
}

function inWerkplaats(
	actor: Actor,
	action: Action,
	{ werkplaats, kind }: { werkplaats: string; kind?: Kind }
): boolean {
	const mine = actor.memberships.filter((membership) => membership.werkplaats === werkplaats);
	const coordinates = mine.some((membership) => membership.function === 'coordinator');
	switch (action) {
		case 'view_werkplaats':
			return actor.administrator || actor.memberships.some((m) => m.function !== 'guest');
		case 'view_members':
			return actor.administrator || mine.some((membership) => membership.function !== 'guest');
		case 'view_addresses':
		case 'manage_members':
			return actor.administrator || coordinates;
		case 'manage_policies':
		case 'manage_agenda':
			return coordinates;
		case 'manage_templates':
			return coordinates || leadsIn(actor, werkplaats);
		case 'prioritise':
			return partyIn(actor, werkplaats) !== null;
		case 'create':
			return mine.some(({ function: f }) =>
				kind ? DEFAULTS[f].creates.includes(kind) : DEFAULTS[f].creates.length > 0
			);
		default:
			return false;
	}
}

/** Throws `NotFound` when the actor may not even see the subject, `NotAllowed` when only this is refused. */
export function authorize(actor: Actor, action: Action, subject: Subject): void {
	if (can(actor, action, subject)) return;
	if (!canSee(actor, subject)) throw new NotFound();
	throw new NotAllowed(action);
}

function canSee(actor: Actor, subject: Subject): boolean {
	if (subject.type === 'document') return can(actor, 'view', subject);
	if (subject.type === 'part') return can(actor, 'read', subject);
	if (subject.type === 'werkplaats') return can(actor, 'view_werkplaats', subject);
	return true;
}

export type DocumentAbilities = Record<DocumentAction, boolean> & { level: Level };

/** What the actor may do with a document: travels with it, so that the interface repeats no rule. */
export function documentAbilities(actor: Actor, document: DocumentFacts): DocumentAbilities {
	const subject: Subject = { type: 'document', document };
	const abilities = Object.fromEntries(
		Object.keys(DOCUMENT_ACTIONS).map((action) => [
			action,
			can(actor, action as DocumentAction, subject)
		])
	) as Record<DocumentAction, boolean>;
	return { ...abilities, level: documentLevel(actor, document) };
}
