import type { PageLoad } from './$types';

/** For who edits the agenda, the script of that comes along. */
export const load: PageLoad = async ({ data }) => {
	const mayEdit = data.abilities.manage || data.questions.some(({ mayCurate }) => mayCurate);
	return { ...data, editing: mayEdit ? await import('#lib/agenda/editing.ts') : null };
};
