import { z } from 'zod';
import { theContext } from '#server/context.ts';
import { invite, listInvitations, withdrawInvitation } from '#server/invitations.ts';
import { changeMembership, endMembership, listMembers } from '#server/memberships.ts';
import { chooseOrganisations } from '#server/organisations.ts';
import { answer, asker } from '../../../../door.ts';
import { email, id, organisation, until, werkplaatsFunction } from '../../../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

const Terms = z.object({ function: werkplaatsFunction, organisation, until });
const Invitation = Terms.extend({ email });
const Change = Terms.extend({ id });
const MembershipId = z.object({ id });
const InvitationId = z.object({ id: z.string() });

export const load: PageServerLoad = async (event) => {
	const { actor } = asker(event);
	const { slug } = event.params;
	const context = theContext();
	const list = await listMembers(context, actor, slug);
	if (!list.abilities.manage_members) return { ...list, invitations: [], organisations: [] };
	const [invitations, organisations] = await Promise.all([
		listInvitations(context, actor, slug),
		chooseOrganisations(context, actor)
	]);
	return { ...list, invitations, organisations };
};

export const actions: Actions = {
	invite: async (event) => {
		const { slug } = event.params;
		const made = await answer(event, Invitation, (context, actor, input) =>
			invite(context, actor, { ...input, werkplaats: slug })
		);
		return 'email' in made ? { done: 'invite', ...made } : made;
	},
	withdraw: async (event) => {
		const refused = await answer(event, InvitationId, (context, actor, input) =>
			withdrawInvitation(context, actor, input.id)
		);
		return refused ?? { done: 'withdraw' };
	},
	change: async (event) => (await answer(event, Change, changeMembership)) ?? { done: 'change' },
	end: async (event) => {
		const refused = await answer(event, MembershipId, (context, actor, input) =>
			endMembership(context, actor, input.id)
		);
		return refused ?? { done: 'end' };
	}
};
