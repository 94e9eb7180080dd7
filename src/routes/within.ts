/** The address to go on to when it is one of ours, else the first page: a link or form can name any. */
export function within(here: URL, address: string | null): string {
	if (!address || !URL.canParse(address, here)) return '/';
	const to = new URL(address, here);
	// `/.//elsewhere.example` is a path of ours that reads as another host once it stands alone.
	if (to.origin !== here.origin || to.pathname.startsWith('//')) return '/';
	return to.pathname + to.search + to.hash;
}
