import { z } from 'zod';
import { AREAS } from '#domain/areas.ts';
import { renderHtml } from '#domain/content/html.ts';
import { hasText } from '#domain/content/text.ts';
import type { TextLanguage } from '#domain/content/words.ts';
import { NEWEST_GROUP_LIST } from '#domain/groups.ts';
import { PERSPECTIVES } from '#domain/kinds.ts';
import { byMoment } from '#domain/moments.ts';
import { TELLINGS } from '#domain/voices.ts';
import type { ToldVoice } from '#lib/cases/case.ts';
import { closeVoices, describeCase, openedCase, revealVoices } from '#server/cases.ts';
import { sayClosing } from '#server/closings.ts';
import type { Actor } from '#domain/facts.ts';
import type { Context } from '#server/context.ts';
import type { OpenedDocument } from '#server/documents.ts';
import { addMoment, changeMoment, moveMoment, removeMoment } from '#server/moments.ts';
import { readTexts } from '#server/parts.ts';
import { personMeant } from '#server/sharing.ts';
import { inviteToVoice } from '#server/voice-invitations.ts';
import { addVoice, describeVoice, giveVoice, removeVoice, takeVoice } from '#server/voices.ts';
import { answer } from '../../../door.ts';
import { email, id as identityField, oneOrMore, until } from '../../../fields.ts';
import { identity } from '../../../identity.ts';
import type { Actions } from './$types';

/** A case beside its texts; null for other kinds, and for a version of a case, which is one text. */
export async function caseOf(
	context: Context,
	actor: Actor,
	{ id, kind, version }: Pick<OpenedDocument, 'id' | 'kind' | 'version'>
) {
	return kind === 'case' && !version ? openedCase(context, actor, id) : null;
}

/** What each voice tells of each moment, as far as the asker may hear it. */
export async function sideBySide(
	context: Context,
	{ parts }: OpenedDocument,
	opened: Awaited<ReturnType<typeof openedCase>>,
	language: TextLanguage
): Promise<ToldVoice[]> {
	const texts = await readTexts(context, parts);
	return opened.voices.map((voice, nth) => {
		const content = voice.ability === 'none' ? undefined : texts.get(voice.id);
		const told = content ? [...byMoment(content, opened.moments)] : [];
		const headingPrefix = `stem-${nth + 1}-`;
		const html = told.map(([moment, words], row) => {
			const options = { language, headingPrefix: `${headingPrefix}${row}-` };
			return [moment ?? 'before', hasText(words) ? renderHtml(words, options) : ''] as const;
		});
		return { voice, told: Object.fromEntries(html) };
	});
}

const line = z.string().max(500, { error: 'too_long' }).default('');

const Head = z.object({
	pseudonym: line,
	period: line,
	region: line,
	areas: oneOrMore.pipe(z.array(z.enum(AREAS, { error: 'unknown' }))),
	group: z.preprocess((value) => (value === '' ? null : value), z.string().nullable()),
	groupList: z.coerce.number().int().default(NEWEST_GROUP_LIST)
});
const Moment = z.object({ title: line, period: line });
const ChangedMoment = Moment.extend({ id: identityField });
const MovedMoment = z.object({
	id: identityField,
	by: z.enum(['-1', '1']).transform((by) => (by === '1' ? 1 : -1))
});
const Named = z.object({ id: identityField });
const Closing = z.object({
	perspective: z.enum(PERSPECTIVES, { error: 'unknown' }),
	change: z.string().max(10_000, { error: 'too_long' }).default(''),
	reason: z.string().max(10_000, { error: 'too_long' }).default('')
});
const NewVoice = z.object({
	perspective: z.enum(PERSPECTIVES, { error: 'unknown' }),
	label: line
});
const OfVoice = z.object({ part: identityField });
const Described = OfVoice.extend({
	label: line,
	telling: z.enum(TELLINGS, { error: 'unknown' }),
	teller: line
});
const Given = OfVoice.extend({ person: line });
const Taken = OfVoice.extend({ person: identityField });
const Invited = OfVoice.extend({ email, until });
const Nothing = z.object({});

/** What people do with a case, each a form that works without scripts too. */
export const caseActions = {
	head: (event) =>
		answer(event, Head, (context, actor, head) => {
			const groupList = head.group === null ? null : head.groupList;
			return describeCase(context, actor, identity(event.params.id), { ...head, groupList });
		}),
	addMoment: (event) =>
		answer(event, Moment, (context, actor, moment) =>
			addMoment(context, actor, identity(event.params.id), moment)
		),
	changeMoment: (event) =>
		answer(event, ChangedMoment, (context, actor, moment) =>
			changeMoment(context, actor, identity(event.params.id), moment)
		),
	moveMoment: (event) =>
		answer(event, MovedMoment, (context, actor, { id, by }) =>
			moveMoment(context, actor, identity(event.params.id), id, by)
		),
	removeMoment: (event) =>
		answer(event, Named, (context, actor, { id }) =>
			removeMoment(context, actor, identity(event.params.id), id)
		),
	closing: (event) =>
		answer(event, Closing, (context, actor, closing) =>
			sayClosing(context, actor, identity(event.params.id), closing)
		),
	blind: (event) =>
		answer(event, Nothing, (context, actor) =>
			closeVoices(context, actor, identity(event.params.id))
		),
	reveal: (event) =>
		answer(event, Nothing, (context, actor) =>
			revealVoices(context, actor, identity(event.params.id))
		),
	addVoice: (event) =>
		answer(event, NewVoice, (context, actor, voice) =>
			addVoice(context, actor, identity(event.params.id), voice)
		),
	describeVoice: (event) =>
		answer(event, Described, (context, actor, { part, ...described }) =>
			describeVoice(context, actor, identity(event.params.id), part, described)
		),
	giveVoice: (event) =>
		answer(event, Given, async (context, actor, { part, person }) => {
			const id = identity(event.params.id);
			// By name for who may see names; anybody else who holds the voice knows an address.
			const who = person.includes('@') ? person : await personMeant(context, actor, id, person);
			await giveVoice(context, actor, id, part, who.trim());
		}),
	takeVoice: (event) =>
		answer(event, Taken, (context, actor, { part, person }) =>
			takeVoice(context, actor, identity(event.params.id), part, person)
		),
	inviteVoice: (event) =>
		answer(event, Invited, async (context, actor, { part, ...invited }) => {
			const id = identity(event.params.id);
			const made = await inviteToVoice(context, actor, id, part, invited);
			return { invited: { part, ...made } };
		}),
	removeVoice: (event) =>
		answer(event, OfVoice, (context, actor, { part }) =>
			removeVoice(context, actor, identity(event.params.id), part)
		)
} satisfies Actions;
