import { hasStore } from './forget.ts';

/** As `wordsLeftHere`, without what reads them: most people never need it. */
export async function askWordsLeftHere(person: string): Promise<string[]> {
	if (!(await hasStore(person))) return [];
	const { wordsLeftHere } = await import('./left-here.ts');
	return wordsLeftHere(person);
}
