/** How a name reads in an address: "Jeugd & opgroeien" is jeugd-opgroeien; empty when nothing is left. */
export function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);
}
