import BriefcaseBusiness from '@lucide/svelte/icons/briefcase-business';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import Landmark from '@lucide/svelte/icons/landmark';
import User from '@lucide/svelte/icons/user';
import type { Component } from 'svelte';
import type { Perspective } from '#domain/kinds.ts';

export const VOICE_ICON: Record<Perspective, Component> = {
	citizen: User,
	relative: HeartHandshake,
	professional: BriefcaseBusiness,
	municipality: Landmark
};
