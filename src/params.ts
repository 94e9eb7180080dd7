import { defineParams } from '@sveltejs/kit/params';

const LISTS = ['questions', 'studies', 'cases', 'assignments'];

export const params = defineParams({
	/** The addresses of the lists of documents. */
	list: (param: string) => (LISTS.includes(param) ? param : undefined)
});
