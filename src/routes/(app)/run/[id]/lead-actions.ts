import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { allocateReviews } from '#server/reviews.ts';
import { endRun } from '#server/run-end.ts';
import {
	addFunction,
	addGroup,
	addPerson,
	formAtRandom,
	placePerson,
	removeGroup,
	removePerson,
	renameGroup
} from '#server/run-groups.ts';
import { m } from '#lib/paraglide/messages.js';
import { answer } from '../../../door.ts';
import { email, id as identityField, werkplaatsFunction } from '../../../fields.ts';
import { identity } from '../../../identity.ts';
import { shuffled } from '../../../shuffled.ts';

// What who leads does with the people and the groups of a run, each one use case.

type Asked = RequestEvent<{ id: string }>;

const Nothing = z.object({});
const OfFunction = z.object({ function: werkplaatsFunction });
const OfAddress = z.object({ person: email });
const Person = z.object({ person: identityField });
const Group = z.object({ group: identityField });
const name = z.string({ error: 'required' }).max(1000, { error: 'too_long' });
const NewGroup = z.object({ name });
const Renamed = Group.extend({ name });
const Placed = Person.extend({
	group: z.union([z.literal('').transform(() => null), identityField])
});

export async function byFunction(event: Asked) {
	return answer(event, OfFunction, (context, actor, { function: as }) =>
		addFunction(context, actor, identity(event.params.id), as)
	);
}

export async function byAddress(event: Asked) {
	return answer(event, OfAddress, (context, actor, { person }) =>
		addPerson(context, actor, identity(event.params.id), person)
	);
}

export async function takeOut(event: Asked) {
	return answer(event, Person, (context, actor, { person }) =>
		removePerson(context, actor, identity(event.params.id), person)
	);
}

export async function place(event: Asked) {
	return answer(event, Placed, (context, actor, placed) =>
		placePerson(context, actor, identity(event.params.id), placed)
	);
}

export async function form(event: Asked) {
	return answer(event, Nothing, (context, actor) =>
		formAtRandom(context, actor, identity(event.params.id), shuffled, (nth) =>
			m.runs_group_nth({ nth })
		)
	);
}

export async function makeGroup(event: Asked) {
	return answer(event, NewGroup, (context, actor, { name }) =>
		addGroup(context, actor, identity(event.params.id), name)
	);
}

export async function rename(event: Asked) {
	return answer(event, Renamed, (context, actor, renamed) =>
		renameGroup(context, actor, identity(event.params.id), renamed)
	);
}

export async function remove(event: Asked) {
	return answer(event, Group, (context, actor, { group }) =>
		removeGroup(context, actor, identity(event.params.id), group)
	);
}

export async function allocate(event: Asked) {
	return answer(event, Nothing, (context, actor) =>
		allocateReviews(context, actor, identity(event.params.id), shuffled)
	);
}

export async function end(event: Asked) {
	return answer(event, Nothing, (context, actor) =>
		endRun(context, actor, identity(event.params.id))
	);
}
