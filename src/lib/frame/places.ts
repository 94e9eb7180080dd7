import BookOpen from '@lucide/svelte/icons/book-open';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import MapIcon from '@lucide/svelte/icons/map';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Sun from '@lucide/svelte/icons/sun';
import Trash from '@lucide/svelte/icons/trash';
import Triangle from '@lucide/svelte/icons/triangle';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

export type Place = { href: string; name: string; Icon: Component };

/** The pages of the main menu. */
export function mainPlaces(werkplaats: string | null): Place[] {
	const places: Place[] = [
		{ href: '/', name: m.ui_nav_today(), Icon: Sun },
		{
			href: werkplaats ? `/werkplaats/${werkplaats}/agenda` : '/questions',
			name: m.ui_nav_agenda(),
			Icon: MessageCircleQuestion
		},
		{ href: '/themes', name: m.ui_nav_themes(), Icon: Triangle },
		{ href: '/cases', name: m.ui_nav_cases(), Icon: MessagesSquare },
		{ href: '/studies', name: m.ui_nav_studies(), Icon: BookOpen },
		{ href: '/assignments', name: m.ui_nav_assignments(), Icon: GraduationCap },
		{ href: '/werkplaatsen', name: m.network_nav(), Icon: MapIcon }
	];
	if (werkplaats) {
		places.push({ href: `/werkplaats/${werkplaats}`, name: m.ui_nav_people(), Icon: Users });
	}
	return places;
}

/** The bin stands apart, at the foot of the menu. */
export function bin(): Place {
	return { href: '/bin', name: m.ui_nav_bin(), Icon: Trash };
}
