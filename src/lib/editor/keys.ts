/** How keys are written on this device: ⌘⌥1 on a Mac, Ctrl+Alt+1 elsewhere. */
export function keysLabel(keys: string): string {
	const names = isMac() ? MAC : ELSEWHERE;
	const parts = keys.split('-').map((key) => names[key] ?? key.toUpperCase());
	return parts.join(isMac() ? '' : '+');
}

const MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };

export function isMac(): boolean {
	return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}
