import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '#domain/content/schema.ts';
import { Conflict, NotAllowed, NotFound } from '#domain/errors.ts';
import type { Actor } from '#domain/facts.ts';
import type { Kind } from '#domain/kinds.ts';
import type { Sensitivity } from '#domain/sensitivity.ts';
import { addMember, addWerkplaats } from '#tests/integration/builders.ts';
import { openTestHouse, type TestHouse } from '#tests/integration/house.ts';
import { createDocument, openDocument } from './documents.ts';
import { exportDocument } from './export.ts';
import {
	archiveTemplate,
	listTemplateChoices,
	listTemplates,
	previewTemplate,
	renameTemplate,
	saveTemplate
} from './templates.ts';

let house: TestHouse;
let coordinator: Actor;
let lector: Actor;
let researcher: Actor;
let professional: Actor;
let outsider: Actor;

beforeAll(async () => {
	house = await openTestHouse();
	const twente = await addWerkplaats(house.db, { slug: 'twente', name: 'Twente' });
	const utrecht = await addWerkplaats(house.db, { slug: 'utrecht', name: 'Utrecht' });
	coordinator = await addMember(house.db, twente, 'coordinator');
	lector = await addMember(house.db, twente, 'lector');
	researcher = await addMember(house.db, twente, 'researcher');
	professional = await addMember(house.db, twente, 'professional');
	outsider = await addMember(house.db, utrecht, 'coordinator');
});
afterAll(() => house.close());

const TEXT: Content = {
	type: 'doc',
	content: [
		{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Onze aanpak' }] },
		{ type: 'paragraph', content: [{ type: 'text', text: 'Hoe liep het?' }] }
	]
};

function begin(
	given: { kind?: Kind; template?: string; sensitivity?: Sensitivity; content?: Content } = {},
	actor = researcher
) {
	const { kind = 'study', ...more } = given;
	const document = { werkplaats: 'twente', kind, title: 'Aanbellen', ...more };
	return createDocument(house.context, actor, document);
}

async function saved(name = 'Eigen aanpak') {
	const document = await begin({ content: TEXT });
	return saveTemplate(house.context, coordinator, { werkplaats: 'twente', document, name });
}

describe('beginning from a template', () => {
	test.each([
		['proposal', 'study', 'Datamanagement', 'werkplaats'],
		['dossier_article', 'study', 'De kern in vijf punten', 'werkplaats'],
		['lesson', 'case', 'De les in één zin', 'werkplaats'],
		['intervision', 'case', 'Terugblik op de vorige afspraak', 'restricted']
	] as const)(
		'%s gives a %s its text and its readers',
		async (template, kind, heading, sensitivity) => {
			const id = await begin({ kind, template });
			const opened = await openDocument(house.context, researcher, id);
			expect(opened.sensitivity).toBe(sensitivity);
			expect(opened.parts).toMatchObject([{ kind: 'text', perspective: null }]);
			const { body } = await exportDocument(house.context, researcher, id, 'md');
			expect(body).toContain(heading);
		}
	);

	test('leaves the choice of readers to who begins', async () => {
		const id = await begin({ kind: 'case', template: 'intervision', sensitivity: 'vault' });
		expect((await openDocument(house.context, researcher, id)).sensitivity).toBe('vault');
	});

	test('a professional holds intervision, and tells a lesson', async () => {
		for (const template of ['intervision', 'lesson']) {
			const id = await begin({ kind: 'case', template }, professional);
			expect((await openDocument(house.context, professional, id)).abilities.level).toBe('owner');
		}
	});

	test('of another kind, or that is not there, is refused at its field', async () => {
		for (const template of ['intervision', 'toString', 'made up', crypto.randomUUID()]) {
			await expect(begin({ template })).rejects.toMatchObject({ fields: { template: 'unknown' } });
		}
	});
});

describe('a template of a werkplaats', () => {
	test('is made of a text, offered there, and begins a document', async () => {
		const template = await saved();
		const choices = await listTemplateChoices(house.context, researcher);
		expect(choices).toContainEqual(expect.objectContaining({ id: template, name: 'Eigen aanpak' }));
		const id = await begin({ template });
		const { body } = await exportDocument(house.context, researcher, id, 'json');
		const [part] = JSON.parse(body).parts;
		expect(part.content.content).toMatchObject([
			{ type: 'heading', content: [{ type: 'text', text: 'Onze aanpak' }] },
			{ type: 'paragraph', attrs: { guidance: 'Hoe liep het?' } }
		]);
	});

	test('is offered to who may begin its kind there, and to nobody else', async () => {
		const template = await saved();
		for (const actor of [professional, outsider]) {
			const choices = await listTemplateChoices(house.context, actor);
			expect(choices.map(({ id }) => id)).not.toContain(template);
		}
		const elsewhere = { werkplaats: 'utrecht', kind: 'study', title: 'x', template } as const;
		await expect(createDocument(house.context, outsider, elsewhere)).rejects.toMatchObject({
			fields: { template: 'unknown' }
		});
		await expect(begin({ kind: 'case', template })).rejects.toMatchObject({
			fields: { template: 'unknown' }
		});
	});

	test('can be renamed, and archived: then it begins nothing until it is put back', async () => {
		const id = await saved();
		await renameTemplate(house.context, lector, { werkplaats: 'twente', id, name: ' Anders ' });
		const archive = (archived: boolean) =>
			archiveTemplate(house.context, coordinator, { werkplaats: 'twente', id, archived });
		await archive(true);
		const { templates } = await listTemplates(house.context, coordinator, 'twente');
		expect(templates.find((each) => each.id === id)).toMatchObject({
			name: 'Anders',
			archivedAt: house.context.now()
		});
		const choices = await listTemplateChoices(house.context, researcher);
		expect(choices.map((choice) => choice.id)).not.toContain(id);
		await expect(begin({ template: id })).rejects.toMatchObject({
			fields: { template: 'unknown' }
		});
		await archive(false);
		await begin({ template: id });
	});

	test('is kept by coordinators and lectors of the werkplaats alone', async () => {
		const id = await saved();
		const document = await begin({ content: TEXT });
		const attempts = (actor: Actor, werkplaats: string) => [
			() => listTemplates(house.context, actor, werkplaats),
			() => previewTemplate(house.context, actor, werkplaats, document),
			() => saveTemplate(house.context, actor, { werkplaats, document, name: 'x' }),
			() => renameTemplate(house.context, actor, { werkplaats, id, name: 'x' }),
			() => archiveTemplate(house.context, actor, { werkplaats, id, archived: true })
		];
		for (const actor of [researcher, outsider]) {
			for (const attempt of attempts(actor, 'twente')) {
				await expect(attempt()).rejects.toThrow(NotAllowed);
			}
		}
		// Through a werkplaats where they may, what is of another one is not there.
		for (const attempt of attempts(outsider, 'utrecht').slice(1)) {
			await expect(attempt()).rejects.toThrow(NotFound);
		}
	});

	test('is not made of what others may not read', async () => {
		for (const sensitivity of ['restricted', 'vault'] as const) {
			const document = await begin({ content: TEXT, sensitivity }, coordinator);
			const save = { werkplaats: 'twente', document, name: 'x' };
			const saving = saveTemplate(house.context, coordinator, save);
			await expect(saving).rejects.toThrow(new Conflict('template_sensitive'));
		}
	});
});
