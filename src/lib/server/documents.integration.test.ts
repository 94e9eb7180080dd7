import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Conflict, Invalid, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import { addMember, addTheme, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { binDocument, destroyDocument, emptyBin, listBin, restoreDocument } from './bin.ts';
import { changeDocument } from './document-changes.ts';
import { createDocument, findDocuments, openDocument } from './documents.ts';
import { exportDocument } from './export.ts';
import { listSharing, shareDocument, unshareDocument } from './grants.ts';
import { admitToPart, partsToAdmit } from './parts.ts';
import { changePolicies, listFunctionPolicies } from './policies.ts';

let house: TestHouse;
let twente: string;
let utrecht: string;
let theme: string;
const people: Record<string, Actor> = {};
const who = (name: string): Actor => {
	const actor = people[name];
	if (!actor) throw new Error(`nobody is called ${name}`);
	return actor;
};

beforeAll(async () => {
	house = await openTestHouse();
	twente = await addWerkplaats(house.db, { slug: 'twente', name: 'Twente' });
	utrecht = await addWerkplaats(house.db, { slug: 'utrecht', name: 'Utrecht' });
	theme = await addTheme(house.db, { slug: 'eenzaamheid' });
	for (const f of ['coordinator', 'researcher', 'student', 'professional', 'citizen'] as const) {
		people[f] = await addMember(house.db, twente, f);
	}
	people['colleague'] = await addMember(house.db, twente, 'researcher');
	people['outsider'] = await addMember(house.db, utrecht, 'researcher');
	people['guest'] = await addMember(house.db, utrecht, 'guest');
});
afterAll(() => house.close());

const study = {
	werkplaats: 'twente',
	kind: 'study',
	title: 'Aanbellen',
	themes: ['eenzaamheid']
} as const;
const begin = (overrides: Partial<Parameters<typeof createDocument>[2]> = {}) =>
	createDocument(house.context, who('researcher'), {
		...study,
		themes: [...study.themes],
		...overrides
	});

describe('beginning a document', () => {
	test('gives its maker the ownership and its part the template of its kind', async () => {
		const id = await begin();
		const opened = await openDocument(house.context, who('researcher'), id);
		expect(opened.abilities.level).toBe('owner');
		expect(opened.themes.map((label) => label.slug)).toEqual(['eenzaamheid']);
		expect(opened.parts).toMatchObject([{ kind: 'text', perspective: null, ability: 'owner' }]);
		const { body } = await exportDocument(house.context, who('researcher'), id, 'md');
		expect(body).toContain('Aanleiding en praktijkvraag');
	});

	test('takes a text instead of the template, if it is one', async () => {
		const said = { type: 'paragraph', content: [{ type: 'text', text: 'Er is post.' }] };
		const id = await begin({ content: { type: 'doc', content: [said] } });
		const { body } = await exportDocument(house.context, who('researcher'), id, 'md');
		expect(body).toContain('Er is post.');
		expect(body).not.toContain('Aanleiding en praktijkvraag');
		for (const content of [said, { type: 'doc', content: [{ type: 'script' }] }]) {
			await expect(begin({ content })).rejects.toMatchObject({ fields: { content: 'invalid' } });
		}
	});

	test('is refused to who may not begin this kind, and says which field is wrong', async () => {
		await expect(createDocument(house.context, who('student'), study as never)).rejects.toThrow(
			NotAllowed
		);
		await expect(createDocument(house.context, who('outsider'), study as never)).rejects.toThrow(
			NotAllowed
		);
		await expect(begin({ title: '  ' })).rejects.toMatchObject({ fields: { title: 'required' } });
		await expect(begin({ title: 'x'.repeat(201) })).rejects.toMatchObject({
			fields: { title: 'too_long' }
		});
		await expect(begin({ themes: ['nergens'] })).rejects.toMatchObject({
			fields: { themes: 'unknown' }
		});
		await expect(begin({ werkplaats: 'atlantis' })).rejects.toMatchObject({
			fields: { werkplaats: 'unknown' }
		});
	});
});

describe('what one may not see does not exist', () => {
	test('for every use case alike', async () => {
		const id = await begin();
		const { parts } = await openDocument(house.context, who('researcher'), id);
		const outsider = who('outsider');
		const nobody = '00000000-0000-4000-8000-000000000000';
		for (const target of [id, nobody]) {
			const attempts = [
				() => openDocument(house.context, outsider, target),
				() => changeDocument(house.context, outsider, target, { title: 'Van mij' }),
				() => changeDocument(house.context, outsider, target, {}),
				() => changeDocument(house.context, outsider, target, { themes: ['nergens'] }),
				() => changeDocument(house.context, outsider, target, { domains: ['nergens'] }),
				() => binDocument(house.context, outsider, target),
				() => restoreDocument(house.context, outsider, target),
				() => destroyDocument(house.context, outsider, target),
				() => listSharing(house.context, outsider, target),
				() =>
					shareDocument(house.context, outsider, target, { person: outsider.id, level: 'view' }),
				() => unshareDocument(house.context, outsider, target, nobody),
				() => exportDocument(house.context, outsider, target, 'json')
			];
			for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
		}
		const [part] = parts;
		const facts = {
			part: async (id: string) => (await partsToAdmit(house.context, [id])).get(id),
			organisationName: async () => undefined
		};
		expect(await facts.part(part!.id)).toMatchObject({ id: part!.id });
		await expect(admitToPart(facts, outsider, part!.id)).rejects.toThrow(NotFound);
		const found = await findDocuments(house.context, outsider);
		expect(found.map((document) => document.id)).not.toContain(id);
	});
});

describe('changing fields', () => {
	test('asks for each field its own right, all or nothing', async () => {
		const id = await begin();
		const change = changeDocument(house.context, who('colleague'), id, {
			title: 'Anders',
			state: 'in_review'
		});
		await expect(change).rejects.toThrow(NotAllowed);
		const opened = await openDocument(house.context, who('colleague'), id);
		expect(opened.title).toBe('Aanbellen');
		await changeDocument(house.context, who('colleague'), id, { title: ' Anders\n aanbellen ' });
		expect((await openDocument(house.context, who('colleague'), id)).title).toBe(
			'Anders aanbellen'
		);
	});

	test('goes from state to state by steps, and a final text is no longer written in', async () => {
		const id = await begin();
		const change = (state: 'in_review' | 'final' | 'published') =>
			changeDocument(house.context, who('coordinator'), id, { state });
		await expect(change('published')).rejects.toThrow(Conflict);
		await change('in_review');
		await change('final');
		const opened = await openDocument(house.context, who('coordinator'), id);
		expect(opened.parts[0]?.ability).toBe('comment');
		expect(opened.abilities.change_state).toBe(true);
		await change('published');
		expect((await openDocument(house.context, who('outsider'), id)).parts[0]?.ability).toBe('view');
	});

	test('a theme with a policy of its own is chosen by who may share only', async () => {
		const id = await begin({ themes: [] });
		await changePolicies(house.context, who('coordinator'), {
			werkplaats: 'twente',
			theme: 'eenzaamheid',
			cells: [{ function: 'researcher', kind: 'study', level: 'manage' }]
		});
		const grab = changeDocument(house.context, who('colleague'), id, { themes: [theme] });
		await expect(grab).rejects.toThrow(NotAllowed);
		const listed = await listFunctionPolicies(
			house.context,
			who('coordinator'),
			'twente',
			'eenzaamheid'
		);
		expect(listed.filter((cell) => cell.changed)).toMatchObject([
			{ function: 'researcher', kind: 'study', level: 'manage', inherited: 'edit' }
		]);
		await changePolicies(house.context, who('coordinator'), {
			werkplaats: 'twente',
			theme: 'eenzaamheid',
			cells: [{ function: 'researcher', kind: 'study', level: null }]
		});
		await changeDocument(house.context, who('colleague'), id, { themes: [theme] });
	});

	test('rings for the title, and for whatever can change access', async () => {
		const id = await begin();
		const before = house.rings.length;
		await changeDocument(house.context, who('researcher'), id, { title: 'Nieuw' });
		await changeDocument(house.context, who('researcher'), id, { sensitivity: 'restricted' });
		expect(house.rings.slice(before)).toEqual([
			{ kind: 'document', document: id, title: 'Nieuw' },
			{ kind: 'document', document: id, title: undefined },
			{ kind: 'access', documents: [id] }
		]);
	});
});

describe('sharing', () => {
	test('gives at most what the giver has, and to a guest with an end date only', async () => {
		const id = await begin();
		const share = (by: string, input: Parameters<typeof shareDocument>[3]) =>
			shareDocument(house.context, who(by), id, input);
		await expect(share('colleague', { person: who('student').id, level: 'view' })).rejects.toThrow(
			NotAllowed
		);
		await expect(
			share('coordinator', { person: who('student').id, level: 'owner' })
		).rejects.toThrow(NotAllowed);
		await expect(share('researcher', { person: who('guest').id, level: 'view' })).rejects.toThrow(
			Invalid
		);
		await expect(
			share('researcher', { person: 'niemand@x.nl', level: 'view' })
		).rejects.toMatchObject({
			fields: { person: 'unknown' }
		});
		const expiresAt = new Date(house.context.now().getTime() + 60_000);
		await share('researcher', { person: who('guest').id, level: 'edit', expiresAt });
		const asGuest = await openDocument(house.context, who('guest'), id);
		expect(asGuest.parts[0]?.ability).toBe('suggest');
		house.pass(61_000);
		await expect(openDocument(house.context, who('guest'), id)).rejects.toThrow(NotFound);
	});

	test('with everyone who has a function in another werkplaats', async () => {
		const id = await begin();
		await shareDocument(house.context, who('researcher'), id, {
			werkplaats: 'utrecht',
			function: 'researcher',
			level: 'comment'
		});
		const opened = await openDocument(house.context, who('outsider'), id);
		expect(opened.abilities.level).toBe('comment');
		const found = await findDocuments(house.context, who('outsider'), { werkplaats: 'twente' });
		expect(found.map((document) => document.id)).toContain(id);
	});

	test('never leaves a document without an owner', async () => {
		const id = await begin();
		const { grants } = await listSharing(house.context, who('researcher'), id);
		const own = grants[0]?.id ?? '';
		await expect(unshareDocument(house.context, who('researcher'), id, own)).rejects.toThrow(
			Conflict
		);
		const lower = shareDocument(house.context, who('researcher'), id, {
			person: who('researcher').id,
			level: 'view'
		});
		await expect(lower).rejects.toThrow(Conflict);
		await shareDocument(house.context, who('researcher'), id, {
			person: who('colleague').id,
			level: 'owner'
		});
		await unshareDocument(house.context, who('researcher'), id, own);
	});

	test('a vault opens to people by name alone', async () => {
		const id = await begin({ kind: 'case', sensitivity: 'vault' });
		await expect(openDocument(house.context, who('coordinator'), id)).rejects.toThrow(NotFound);
		await shareDocument(house.context, who('researcher'), id, {
			werkplaats: 'twente',
			level: 'edit'
		});
		await expect(openDocument(house.context, who('coordinator'), id)).rejects.toThrow(NotFound);
		await shareDocument(house.context, who('researcher'), id, {
			person: who('coordinator').id,
			level: 'view'
		});
		expect((await openDocument(house.context, who('coordinator'), id)).abilities.level).toBe(
			'view'
		);
		await shareDocument(house.context, who('researcher'), id, {
			person: who('student').id,
			level: 'view'
		});
		await expect(openDocument(house.context, who('student'), id)).rejects.toThrow(NotFound);
	});
});

describe('a vault', () => {
	test('is not begun, nor shut, by who could not open it afterwards', async () => {
		const raw = { kind: 'case', sensitivity: 'vault' } as const;
		const teacher = await addMember(house.db, twente, 'teacher');
		const beginAs = (actor: Actor) =>
			createDocument(house.context, actor, { ...study, ...raw, themes: [] });
		await expect(beginAs(teacher)).rejects.toMatchObject({
			fields: { sensitivity: 'would_lose_access' }
		});
		await beginAs(who('professional'));
		const id = await begin({ kind: 'case' });
		const shut = (by: string) =>
			changeDocument(house.context, who(by), id, { sensitivity: 'vault' });
		await expect(shut('coordinator')).rejects.toThrow(Invalid);
		await shut('researcher');
		await expect(openDocument(house.context, who('coordinator'), id)).rejects.toThrow(NotFound);
	});
});

describe('the bin', () => {
	test('hides a document from all but who may put it back, and gives it back as it was', async () => {
		const id = await begin();
		await binDocument(house.context, who('researcher'), id);
		await expect(openDocument(house.context, who('citizen'), id)).rejects.toThrow(NotFound);
		const opened = await openDocument(house.context, who('coordinator'), id);
		expect(opened.abilities).toMatchObject({ view: true, restore: true, rename: false });
		expect(opened.parts).toEqual([]);
		const bin = await listBin(house.context, who('coordinator'));
		expect(bin.map((row) => row.id)).toContain(id);
		await restoreDocument(house.context, who('coordinator'), id);
		expect((await openDocument(house.context, who('colleague'), id)).parts).toHaveLength(1);
	});

	test('is emptied by its owner, or by time', async () => {
		const first = await begin();
		const second = await begin();
		await binDocument(house.context, who('researcher'), first);
		await expect(destroyDocument(house.context, who('coordinator'), first)).rejects.toThrow(
			NotAllowed
		);
		await destroyDocument(house.context, who('researcher'), first);
		await expect(openDocument(house.context, who('researcher'), first)).rejects.toThrow(NotFound);
		await binDocument(house.context, who('researcher'), second);
		house.pass(29 * 24 * 60 * 60 * 1000);
		await emptyBin(house.context);
		expect((await listBin(house.context, who('researcher'))).map((r) => r.id)).toContain(second);
		house.pass(2 * 24 * 60 * 60 * 1000);
		expect(await emptyBin(house.context)).toBeGreaterThanOrEqual(1);
		expect((await listBin(house.context, who('researcher'))).map((r) => r.id)).not.toContain(
			second
		);
	});
});

describe('policies per function', () => {
	test('are changed by a coordinator only, and change what people may do', async () => {
		const id = await begin();
		await expect(openDocument(house.context, who('student'), id)).rejects.toThrow(NotFound);
		const set = (by: string, level: 'edit' | null) =>
			changePolicies(house.context, who(by), {
				werkplaats: 'twente',
				theme: null,
				cells: [{ function: 'student', kind: 'study', level }]
			});
		await expect(set('researcher', 'edit')).rejects.toThrow(NotAllowed);
		await set('coordinator', 'edit');
		expect((await openDocument(house.context, who('student'), id)).abilities.level).toBe('edit');
		const listed = await listFunctionPolicies(house.context, who('coordinator'), 'twente');
		expect(listed.find((c) => c.function === 'student' && c.kind === 'study')).toMatchObject({
			changed: true,
			level: 'edit',
			inherited: 'none'
		});
		await set('coordinator', null);
		await expect(openDocument(house.context, who('student'), id)).rejects.toThrow(NotFound);
	});

	test('never take managing from a coordinator, nor give ownership to a function', async () => {
		const set = (cell: Parameters<typeof changePolicies>[2]['cells'][number]) =>
			changePolicies(house.context, who('coordinator'), {
				werkplaats: 'twente',
				theme: null,
				cells: [{ function: 'student', kind: 'case', level: 'edit' }, cell]
			});
		await expect(set({ function: 'coordinator', kind: 'study', level: 'view' })).rejects.toThrow(
			Invalid
		);
		await expect(set({ function: 'student', kind: 'study', level: 'owner' })).rejects.toThrow(
			Invalid
		);
		const listed = await listFunctionPolicies(house.context, who('coordinator'), 'twente');
		expect(listed.every((cell) => !cell.changed)).toBe(true);
	});
});

describe('finding', () => {
	test('by words of the text, in Dutch, and by a piece of the title', async () => {
		const id = await begin({ title: 'Onvindbaar 100% zeker' });
		const ids = async (q: string, as = 'researcher') =>
			(await findDocuments(house.context, who(as), { q })).map((document) => document.id);
		expect(await ids('onvindbaar 100%')).toContain(id);
		expect(await ids('100_')).not.toContain(id);
		expect(await ids('praktijkvragen')).toContain(id);
		expect(await ids('onvindbaar', 'outsider')).toEqual([]);
	});
});
