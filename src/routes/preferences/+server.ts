import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const A_YEAR_SECONDS = 31_536_000;
const CHOICES: Record<string, readonly string[]> = {
	theme: ['light', 'dark'],
	language: ['nl', 'en']
};

/** Remembers light or dark, and the language, on this device; also for who is not signed in. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	for (const [name, allowed] of Object.entries(CHOICES)) {
		const value = form.get(name);
		if (typeof value !== 'string' || !allowed.includes(value)) continue;
		// The page itself writes these too, when it has scripts.
		cookies.set(name, value, { httpOnly: false, maxAge: A_YEAR_SECONDS });
	}
	redirect(303, withinThisSite(String(form.get('back') ?? '/'), url));
};

/** The address to go back to, if it is one of ours: a form can name any. */
function withinThisSite(back: string, here: URL): string {
	const to = URL.canParse(back, here) ? new URL(back, here) : here;
	return to.origin === here.origin && to.pathname !== here.pathname ? to.pathname + to.search : '/';
}
