import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { invite, listInvitations, withdrawInvitation } from '#server/invitations.ts';
import { chooseOrganisations } from '#server/organisations.ts';
import { disableAccount, enableAccount, listPeople, setAdministrator } from '#server/people.ts';
import { answer, asker } from '../../../door.ts';
import { email, id, organisation, until, werkplaatsFunction } from '../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Account = z.object({ id, on: z.enum(['yes', 'no']).transform((on) => on === 'yes') });
const Invitation = z.object({ email, function: werkplaatsFunction, organisation, until });
const InvitationId = z.object({ id: z.string() });

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const context = theContext();
	const [people, invitations, organisations] = await Promise.all([
		listPeople(context, actor),
		listInvitations(context, actor, null),
		chooseOrganisations(context, actor)
	]);
	return { people, invitations, organisations };
};

export const actions: Actions = {
	account: async (event) => {
		const refused = await answer(event, Account, (context, actor, input) =>
			input.on ? enableAccount(context, actor, input.id) : disableAccount(context, actor, input.id)
		);
		return refused ?? { done: 'account' };
	},
	administrator: async (event) => {
		const refused = await answer(event, Account, (context, actor, input) =>
			setAdministrator(context, actor, { id: input.id, administrator: input.on })
		);
		return refused ?? { done: 'administrator' };
	},
	invite: async (event) => {
		const made = await answer(event, Invitation, (context, actor, input) =>
			invite(context, actor, { ...input, werkplaats: null })
		);
		return 'email' in made ? { done: 'invite', ...made } : made;
	},
	withdraw: async (event) => {
		const refused = await answer(event, InvitationId, (context, actor, input) =>
			withdrawInvitation(context, actor, input.id)
		);
		return refused ?? { done: 'withdraw' };
	}
};
