import { renderHtml } from '#domain/content/html.ts';
import { theContext } from '#server/context.ts';
import { readMaterials } from '#server/run-materials.ts';
import { identity } from '../../../../../identity.ts';
import { participant } from '../../../../../participant.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const id = identity(event.params.id);
	const { actor, isVisitor } = participant(event);
	const { language } = event.locals;
	const materials = await readMaterials(theContext(), actor, id);
	return {
		run: id,
		isVisitor,
		materials: materials.map(({ id, title, mayOpen, content }, nth) => ({
			...{ id, title, mayOpen },
			html: renderHtml(content, { language, headingPrefix: `m${nth}-`, scrollRegions: true })
		}))
	};
};
