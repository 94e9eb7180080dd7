import { m } from '#lib/paraglide/messages.js';

// What stands beside a text of its history, in one piece: it comes once the text is there.
export { default as HistoryIcon } from '@lucide/svelte/icons/rotate-ccw-clock';
export { default as HistoryPanel } from './HistoryPanel.svelte';

export const label = () => m.history_title();
