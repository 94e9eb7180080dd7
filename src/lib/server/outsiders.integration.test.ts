import { afterAll, expect, test } from 'vitest';
import {
	addMember,
	addOrganisation,
	addTheme,
	addWerkplaats
} from '#tests/integration/builders.ts';
import { openTestHouse } from '#tests/integration/house.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import * as invitations from './invitations.ts';
import * as memberships from './memberships.ts';
import * as organisations from './organisations.ts';
import * as people from './people.ts';
import * as themes from './themes.ts';
import * as undelivered from './undelivered.ts';
import * as werkplaatsen from './werkplaatsen.ts';

const house = await openTestHouse();
const { context, db } = house;
afterAll(() => house.close());

const place = await addWerkplaats(db, { slug: 'here' });
const coordinator = await addMember(db, place, 'coordinator');
const theme = await addTheme(db);
const organisation = await addOrganisation(db);
const [seat] = await house.sql`select id from membership where person_id = ${coordinator.id}`;
const membership: string = seat!.id;

const terms = { organisation: null, until: null };
const email = 'x@wisselwerking.example';
await invitations.invite(context, coordinator, {
	...terms,
	werkplaats: 'here',
	function: 'student',
	email
});
const [made] = await invitations.listInvitations(context, coordinator, 'here');
const invitation = made!.id;

const archive = (id: string) => ({ id, archived: true });
const fields = { name: 'Renamed', carrier: '', provinces: [] };
const names = { nameNl: 'Ander', nameEn: 'Other' };

/** Every use case about people and places that not everybody may use, as somebody tries it. */
const USE_CASES: Record<string, (actor: Actor) => Promise<unknown>> = {
	'invitations.invite': (actor) =>
		invitations.invite(context, actor, { ...terms, werkplaats: 'here', function: 'lector', email }),
	'invitations.listInvitations': (actor) => invitations.listInvitations(context, actor, 'here'),
	'invitations.withdrawInvitation': (actor) =>
		invitations.withdrawInvitation(context, actor, invitation),
	'memberships.listMembers': (actor) => memberships.listMembers(context, actor, 'here'),
	'memberships.changeMembership': (actor) =>
		memberships.changeMembership(context, actor, { ...terms, id: membership, function: 'lector' }),
	'memberships.endMembership': (actor) => memberships.endMembership(context, actor, membership),
	'organisations.listOrganisations': (actor) => organisations.listOrganisations(context, actor),
	'organisations.addOrganisation': (actor) =>
		organisations.addOrganisation(context, actor, { name: 'New', kind: 'care' }),
	'organisations.changeOrganisation': (actor) =>
		organisations.changeOrganisation(context, actor, {
			id: organisation,
			name: 'Renamed',
			kind: 'care'
		}),
	'organisations.archiveOrganisation': (actor) =>
		organisations.archiveOrganisation(context, actor, archive(organisation)),
	'people.listPeople': (actor) => people.listPeople(context, actor),
	'people.disableAccount': (actor) => people.disableAccount(context, actor, coordinator.id),
	'people.enableAccount': (actor) => people.enableAccount(context, actor, coordinator.id),
	'people.setAdministrator': (actor) =>
		people.setAdministrator(context, actor, { id: actor.id, administrator: true }),
	'themes.listThemes': (actor) => themes.listThemes(context, actor),
	'themes.addTheme': (actor) => themes.addTheme(context, actor, names),
	'themes.changeTheme': (actor) => themes.changeTheme(context, actor, { ...names, id: theme }),
	'themes.archiveTheme': (actor) => themes.archiveTheme(context, actor, archive(theme)),
	'undelivered.listUndelivered': (actor) => undelivered.listUndelivered(context, actor),
	'undelivered.discardUndelivered': (actor) =>
		undelivered.discardUndelivered(context, actor, 'x.txt'),
	'werkplaatsen.listWerkplaatsen': (actor) => werkplaatsen.listWerkplaatsen(context, actor),
	'werkplaatsen.addWerkplaats': (actor) => werkplaatsen.addWerkplaats(context, actor, fields),
	'werkplaatsen.changeWerkplaats': (actor) =>
		werkplaatsen.changeWerkplaats(context, actor, { ...fields, id: place }),
	'werkplaatsen.archiveWerkplaats': (actor) =>
		werkplaatsen.archiveWerkplaats(context, actor, archive(place))
};

/** These ask for no right: they read a link, or give what everybody may know, or what the actor may see. */
const FOR_EVERYBODY = [
	'invitations.invitationState',
	'invitations.mayManage',
	'invitations.readInvitation',
	'organisations.chooseOrganisations',
	'werkplaatsen.describeWerkplaatsen'
];

const MODULES = {
	invitations,
	memberships,
	organisations,
	people,
	themes,
	undelivered,
	werkplaatsen
};

test('every use case about people and places is tried here', () => {
	const exported = Object.entries(MODULES).flatMap(([module, exports]) =>
		Object.entries(exports).flatMap(([name, value]) =>
			typeof value === 'function' ? [`${module}.${name}`] : []
		)
	);
	expect(exported.sort()).toEqual([...Object.keys(USE_CASES), ...FOR_EVERYBODY].sort());
});

test.each(Object.keys(USE_CASES))('%s refuses outsiders, and changes nothing', async (name) => {
	const elsewhere = await addWerkplaats(db);
	const outsiders = [
		await addMember(db, place, 'guest'),
		await addMember(db, elsewhere, 'coordinator'),
		await addMember(db, null, 'national'),
		{ id: crypto.randomUUID(), name: 'Nobody', administrator: false, memberships: [] }
	];
	const changes = async () => (await house.sql`select count(*) as events from event`)[0]!.events;
	const before = await changes();
	for (const outsider of outsiders) {
		const refusal = await USE_CASES[name]!(outsider).then(
			() => 'allowed',
			(error: unknown) => error
		);
		expect(refusal instanceof NotAllowed || refusal instanceof NotFound, String(refusal)).toBe(
			true
		);
	}
	expect(await changes()).toBe(before);
});

test('who may look nowhere is told of no werkplaats', async () => {
	const guest = await addMember(db, place, 'guest');
	expect(await werkplaatsen.describeWerkplaatsen(context, guest)).toEqual([]);
	expect(await werkplaatsen.describeWerkplaatsen(context, coordinator)).not.toEqual([]);
});
