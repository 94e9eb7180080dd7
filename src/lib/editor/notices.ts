/** Something the server tells about a part outside its text, such as a new title. */
export type Notice = { kind: string; [detail: string]: unknown };

/** The notice in a frame's text; null when it is none, so that a newer server can say more. */
export function readNotice(text: string): Notice | null {
	try {
		const value: unknown = JSON.parse(text);
		return isNotice(value) ? value : null;
	} catch {
		return null;
	}
}

/** Whether edits may be kept on this device, if that is what a notice says; anything unclear means no. */
export function mayKeep(notice: Notice): boolean | null {
	return notice.kind === 'keep' ? notice['may'] === true : null;
}

/** Whether a notice says that who wrote only reads from now on. */
export function isFreeze(notice: Notice): boolean {
	return notice.kind === 'write' && notice['may'] === false;
}

function isNotice(value: unknown): value is Notice {
	return (
		typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
	);
}
