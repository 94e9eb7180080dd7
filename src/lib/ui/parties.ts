import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import House from '@lucide/svelte/icons/house';
import Landmark from '@lucide/svelte/icons/landmark';
import Microscope from '@lucide/svelte/icons/microscope';
import type { Component } from 'svelte';
import type { Party } from '#domain/parties.ts';
import { m } from '#lib/paraglide/messages.js';

/** The parties of a werkplaats as people read them, and the sign beside the word. */
export const PARTY_WORD: Record<Party, () => string> = {
	citizens: m.party_citizens,
	practice: m.party_practice,
	municipality: m.party_municipality,
	research: m.party_research,
	education: m.party_education
};
export const PARTY_ICON: Record<Party, Component> = {
	citizens: House,
	practice: HandHeart,
	municipality: Landmark,
	research: Microscope,
	education: GraduationCap
};
