import { minutesOf } from '#domain/assignments.ts';
import { FORMAT_NAMES } from '#domain/formats/format.ts';
import { FORMATS } from '#domain/formats/formats.ts';
import { openDesign } from '#server/assignments.ts';
import { theContext } from '#server/context.ts';
import { openDocument } from '#server/documents.ts';
import { addRound, beginWithFormat, changeRound, moveRound, removeRound } from '#server/rounds.ts';
import {
	addCriterion,
	askForFeedback,
	changeCriterion,
	moveCriterion,
	removeCriterion
} from '#server/rubric.ts';
import { answer, asker } from '../../../../door.ts';
import { identity } from '../../../../identity.ts';
import * as forms from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const context = theContext();
	const { actor } = asker(event);
	const id = identity(event.params.id);
	const design = await openDesign(context, actor, id);
	const { title, abilities } = await openDocument(context, actor, id);
	const formats = FORMAT_NAMES.map((name) => {
		const steps = FORMATS[name];
		return { name, rounds: steps.length, minutes: minutesOf(steps) };
	});
	return {
		document: { id, title },
		design,
		/** What one can begin with; none for who only reads. */
		formats: abilities.design ? formats : [],
		mayDesign: abilities.design,
		section: '/assignments',
		back: { href: `/document/${id}`, name: title }
	};
};

export const actions: Actions = {
	format: (event) =>
		answer(event, forms.Format, (context, actor, chosen) =>
			beginWithFormat(context, actor, identity(event.params.id), chosen)
		),
	addRound: (event) =>
		answer(event, forms.Round, (context, actor, round) =>
			addRound(context, actor, identity(event.params.id), round)
		),
	changeRound: (event) =>
		answer(event, forms.ChangedRound, (context, actor, round) =>
			changeRound(context, actor, identity(event.params.id), round)
		),
	moveRound: (event) =>
		answer(event, forms.MovedRow, (context, actor, move) =>
			moveRound(context, actor, identity(event.params.id), move)
		),
	removeRound: (event) =>
		answer(event, forms.Row, (context, actor, seen) =>
			removeRound(context, actor, identity(event.params.id), seen)
		),
	addCriterion: (event) =>
		answer(event, forms.Criterion, (context, actor, criterion) =>
			addCriterion(context, actor, identity(event.params.id), criterion)
		),
	changeCriterion: (event) =>
		answer(event, forms.ChangedCriterion, (context, actor, criterion) =>
			changeCriterion(context, actor, identity(event.params.id), criterion)
		),
	moveCriterion: (event) =>
		answer(event, forms.MovedRow, (context, actor, move) =>
			moveCriterion(context, actor, identity(event.params.id), move)
		),
	removeCriterion: (event) =>
		answer(event, forms.Row, (context, actor, seen) =>
			removeCriterion(context, actor, identity(event.params.id), seen)
		),
	questions: (event) =>
		answer(event, forms.Questions, (context, actor, questions) =>
			askForFeedback(context, actor, identity(event.params.id), questions)
		)
};
