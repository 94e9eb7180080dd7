import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { renderBlocks } from '#domain/content/html.ts';
import { EMPTY_CONTENT } from '#domain/content/schema.ts';
import { hasText, outline, wordCount } from '#domain/content/text.ts';
import { FUNCTIONS } from '#domain/functions.ts';
import type { Kind, PartKind } from '#domain/kinds.ts';
import { atLeast, LEVELS } from '#domain/levels.ts';
import { pickPart } from '#domain/parts.ts';
import { RELATION_TYPES } from '#domain/relations.ts';
import { SENSITIVITIES } from '#domain/sensitivity.ts';
import { labelName, LIST_OF } from '#lib/documents/document.ts';
import { DrawnText } from '#lib/editor/drawn-text.ts';
import { firstPages } from '#lib/editor/first-pages.ts';
import { m } from '#lib/paraglide/messages.js';
import { openDesign } from '#server/assignments.ts';
import { standingInAgenda } from '#server/agenda.ts';
import { restoreDocument } from '#server/bin.ts';
import { theContext } from '#server/context.ts';
import { changeDocument } from '#server/document-changes.ts';
import { documentMeant } from '#server/document-meant.ts';
import { openDocument, visitDocument, type OpenedDocument } from '#server/documents.ts';
import { listGiven } from '#server/given.ts';
import { shareDocument, unshareDocument } from '#server/grants.ts';
import { readByVisit } from '#server/inbox.ts';
import { maySeeHistory } from '#server/history.ts';
import { listNetwork } from '#server/network.ts';
import { askFrom, newQuestions } from '#server/new-questions.ts';
import { readTexts } from '#server/parts.ts';
import { listRelations, relate, unrelate } from '#server/relations.ts';
import { openSharing, personMeant } from '#server/sharing.ts';
import { openStudy } from '#server/studies.ts';
import { maySaveTemplate } from '#server/templates.ts';
import { openThreadsOf } from '#server/thread-count.ts';
import { answer, asker } from '../../../door.ts';
import { failureOf } from '../../../failure.ts';
import { id as identityField, oneOrMore, until } from '../../../fields.ts';
import { identity, UUID } from '../../../identity.ts';
import * as assignment from './assignment-actions.ts';
import { caseActions, caseOf, sideBySide } from './case.ts';
import * as evidence from './evidence-actions.ts';
import { copiesOf, relationsBeside } from './copies.ts';
import * as copy from './copy-actions.ts';
import { reviewingAround } from './reviewing.ts';
import * as study from './study-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const id = identity(event.params.id);
	const document = await openDocument(context, actor, id).catch(refuse);
	if (document.deletedAt) error(410, document.title);
	const thread = event.url.searchParams.get('thread') ?? '';
	const isAssignment = document.kind === 'assignment';
	// Each of these asks the database by itself: one after the other a page waits a seventh longer.
	const [{ frame }, network, relations, casus, copies, study, design, sharing, reviewing, given] =
		await Promise.all([
			event.parent(),
			listNetwork(context, actor),
			listRelations(context, actor, id),
			caseOf(context, actor, document),
			copiesOf(context, actor, document),
			openStudy(context, actor, id),
			isAssignment ? openDesign(context, actor, id) : null,
			document.abilities.share ? openSharing(context, actor, id) : null,
			reviewingAround(context, actor, id, document.kind === 'study'),
			isAssignment ? listGiven(context, actor, id) : null,
			visitDocument(context, actor, id),
			readByVisit(context, actor, id, UUID.test(thread) ? thread : null)
		]);
	const view = viewOf(casus, event.url);
	// After the copies: whoever signs a version, signs what this page shows of it.
	const open = view === null ? await textOf(document) : ({ part: null } as const);
	const [told, asking, leaning, openThreads, agenda] = await Promise.all([
		casus && view === 'story' ? sideBySide(context, document, casus, event.locals.language) : [],
		askingIn(open.part),
		evidence.evidenceOf(context, actor, document, open.part?.id),
		open.part ? openThreadsOf(context, actor, open.part.id) : 0,
		document.kind === 'question' ? standingInAgenda(context, actor, document) : null
	]);
	return {
		document,
		case: casus,
		copies,
		view,
		told,
		...open,
		asking,
		study,
		design,
		...leaning,
		me: frame.me,
		network,
		sharing,
		mayBeTemplate: maySaveTemplate(actor, {
			werkplaats: document.werkplaats.id,
			sensitivity: document.sensitivity
		}),
		relations: relationsBeside(relations, copies),
		agenda,
		reviewing,
		given,
		openThreads,
		rail: panelOf(event.cookies.get('rail')),
		section: sectionOf(document),
		back: backFrom(document, network.werkplaatsen),
		sheet: true
	};

	/** The questions that came up in a text where they do: in a study, and in what a case teaches. */
	async function askingIn(part: { kind: PartKind } | null) {
		if (!part || (document.kind === 'case' && part.kind !== 'lessons')) return null;
		const place = { ...document, werkplaats: document.werkplaats.id };
		const found = await newQuestions(context, actor, place, relations);
		return found && { ...found, listed: part.kind !== 'cycle' };
	}

	/** The stored text of the part in the address, as it stands on the page before anything is live. */
	async function textOf({ parts }: OpenedDocument) {
		const part = pickPart(parts, event.url.searchParams.get('part'));
		if (!part) return { part: null };
		const content = (await readTexts(context, [part])).get(part.id) ?? EMPTY_CONTENT;
		const mayWrite = atLeast(part.ability, 'edit');
		return {
			part,
			hasText: hasText(content),
			mayWrite,
			mayComment: atLeast(part.ability, 'comment'),
			mayHistory: await maySeeHistory(context, actor, part.id),
			drawn: new DrawnText(
				firstPages(renderBlocks(content, { language: event.locals.language, guidance: mayWrite })),
				!event.isDataRequest
			),
			figures: { outline: outline(content), words: wordCount(content) }
		};
	}
};

/** The panel beside the text that was open last on this device; at first the outline. */
function panelOf(kept: string | undefined): string | null {
	return kept === 'closed' ? null : kept || 'outline';
}

/** A case opens with its voices side by side; what has none, with its text. */
function viewOf(
	casus: { voices: unknown[] } | null,
	{ searchParams }: URL
): 'story' | 'voices' | null {
	if (!casus || searchParams.has('part')) return null;
	if (searchParams.get('view') === 'voices') return 'voices';
	return casus.voices.length > 0 ? 'story' : null;
}

/** A question stands on the agenda of its werkplaats, everything else in a list of its kind. */
function sectionOf({ kind, werkplaats }: OpenedDocument): string {
	return kind === 'question' ? `/werkplaats/${werkplaats.slug}/agenda` : `/${LIST_OF[kind]}`;
}

function refuse(caught: unknown): never {
	if (failureOf(caught)?.status === 404) error(404, m.documents_missing_title());
	throw caught;
}

function backFrom({ themes, werkplaats, kind }: OpenedDocument, visible: { id: string }[]) {
	const [theme] = themes;
	if (theme) {
		return { href: `/theme/${theme.slug}?werkplaats=${werkplaats.slug}`, name: labelName(theme) };
	}
	// A guest can't look into the werkplaats of what was shared with them.
	return visible.some(({ id }) => id === werkplaats.id)
		? { href: `/werkplaats/${werkplaats.slug}`, name: werkplaats.name }
		: { href: `/${LIST_OF[kind]}`, name: listName(kind) };
}

function listName(kind: Kind): string {
	const names = {
		question: m.documents_list_question,
		study: m.documents_list_study,
		case: m.documents_list_case,
		assignment: m.documents_list_assignment
	};
	return names[kind]();
}

const optional = z
	.string()
	.optional()
	.transform((value) => value || undefined);

const Labels = z.object({ themes: oneOrMore, domains: oneOrMore });
const Readers = z.object({ sensitivity: z.enum(SENSITIVITIES) });
const Share = z.object({
	/** A name or an address as somebody typed it, or the id of a person who was chosen already. */
	who: optional,
	person: identityField.optional(),
	werkplaats: optional,
	function: z.union([z.literal('').transform(() => undefined), z.enum(FUNCTIONS)]).optional(),
	level: z.enum(LEVELS, { error: 'required' }),
	until
});
const Unshare = z.object({ grant: identityField });
const Relation = z.object({
	/** A title or an address as somebody typed it. */
	other: z.string().max(1000, { error: 'too_long' }).default(''),
	type: z.enum(RELATION_TYPES, { error: 'required' }),
	why: z.string().max(2000, { error: 'too_long' }).default('')
});
const RelationId = z.object({ relation: identityField });
const NewQuestion = z.object({
	title: z.string({ error: 'required' }).max(2000, { error: 'too_long' }),
	words: z.string().max(10_000, { error: 'too_long' }).default('')
});
const Nothing = z.object({});

export const actions: Actions = {
	head: caseActions.head,
	addMoment: caseActions.addMoment,
	changeMoment: caseActions.changeMoment,
	moveMoment: caseActions.moveMoment,
	removeMoment: caseActions.removeMoment,
	closing: caseActions.closing,
	blind: caseActions.blind,
	reveal: caseActions.reveal,
	addVoice: caseActions.addVoice,
	describeVoice: caseActions.describeVoice,
	giveVoice: caseActions.giveVoice,
	takeVoice: caseActions.takeVoice,
	inviteVoice: caseActions.inviteVoice,
	removeVoice: caseActions.removeVoice,
	begin_guide: assignment.beginSheet,
	begin_cycle: study.begin,
	phase: study.phase,
	remove_cycle: study.remove,
	tick: study.tick,
	sign: study.sign,
	add_source: study.add,
	change_source: study.change,
	remove_source: study.take,
	describe_evidence: evidence.describe,
	accept_passage: evidence.accept,
	place_evidence: evidence.place,
	couple_evidence: evidence.couple,
	remove_evidence: evidence.remove,
	makeVersion: copy.make,
	readVersion: copy.read,
	answerVersion: copy.say,
	excuseVoice: copy.excuse,
	explainVariant: copy.explain,
	say_change: study.say,
	explain_silence: study.explain,
	ask_question: (event) =>
		answer(event, NewQuestion, async (context, actor, question) => ({
			asked: await askFrom(context, actor, identity(event.params.id), question)
		})),
	label: (event) =>
		answer(event, Labels, (context, actor, labels) =>
			changeDocument(context, actor, identity(event.params.id), labels)
		),
	readers: (event) =>
		answer(event, Readers, (context, actor, patch) =>
			changeDocument(context, actor, identity(event.params.id), patch)
		),
	share: (event) =>
		answer(event, Share, async (context, actor, { who, person, werkplaats, ...given }) => {
			const id = identity(event.params.id);
			const to = werkplaats
				? { werkplaats, function: given.function }
				: { person: person ?? (await personMeant(context, actor, id, who ?? '')) };
			const expiresAt = given.until ?? undefined;
			await shareDocument(context, actor, id, { ...to, level: given.level, expiresAt });
		}),
	unshare: (event) =>
		answer(event, Unshare, (context, actor, { grant }) =>
			unshareDocument(context, actor, identity(event.params.id), grant)
		),
	relate: (event) =>
		answer(event, Relation, async (context, actor, { other, ...relation }) => {
			const to = await documentMeant(context, actor, other);
			await relate(context, actor, identity(event.params.id), { ...relation, to });
		}),
	unrelate: (event) =>
		answer(event, RelationId, (context, actor, { relation }) =>
			unrelate(context, actor, identity(event.params.id), relation)
		),
	restore: async (event) => {
		const id = identity(event.params.id);
		const refused = await answer(event, Nothing, (context, actor) =>
			restoreDocument(context, actor, id)
		);
		return refused ?? redirect(303, `/document/${id}`);
	}
};
