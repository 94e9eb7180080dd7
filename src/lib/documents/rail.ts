import type { Component, Snippet } from 'svelte';

/** What stands beside a text: one at a time on a wide screen, in a sheet of its own on a narrow one. */
export type RailPanel = {
	name: string;
	label: string;
	icon: Component;
	/** How much there is in it that asks for attention; nothing is shown of 0. */
	count?: number;
	panel: Snippet;
	/** It goes along with the text, as what is in it stands beside its words. */
	aligned?: boolean;
};

const A_YEAR_SECONDS = 31_536_000;

/** Which panel is open, or `closed`, is remembered on this device. */
export function rememberPanel(name: string | null): void {
	document.cookie = `rail=${name ?? 'closed'}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}
