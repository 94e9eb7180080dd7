import Check from '@lucide/svelte/icons/check';
import Eye from '@lucide/svelte/icons/eye';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import type { Component } from 'svelte';
import type { ReactionSign } from '#domain/threads.ts';
import { m } from '#lib/paraglide/messages.js';

/** How a sign looks, and what it says. */
export const SIGN: Record<ReactionSign, { icon: Component; says: () => string }> = {
	agree: { icon: ThumbsUp, says: m.threads_sign_agree },
	thanks: { icon: HandHeart, says: m.threads_sign_thanks },
	done: { icon: Check, says: m.threads_sign_done },
	seen: { icon: Eye, says: m.threads_sign_seen },
	unsure: { icon: CircleQuestionMark, says: m.threads_sign_unsure }
};
