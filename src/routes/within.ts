/** The address to go on to when it is one of ours, else the first page: a link or form can name any. */
export function within(here: URL, address: string | null): string {
	if (!address || !URL.canParse(address, here)) return '/';
	const to = new URL(address, here);
	return to.origin === here.origin ? to.pathname + to.search + to.hash : '/';
}
