import type { Action } from './actions.ts';

/** Expected failures. Each door translates them once; every other error is a bug and travels up untouched. */
export class NotFound extends Error {
	override readonly name = 'NotFound';
}

/** The actor may see the subject, but may not do this with it. What they may not see is `NotFound`. */
export class NotAllowed extends Error {
	override readonly name = 'NotAllowed';
	readonly action: Action;
	constructor(action: Action) {
		super(`not allowed: ${action}`);
		this.action = action;
	}
}

/** Input that can't be accepted: per field the code of a sentence that the door shows at that field. */
export class Invalid extends Error {
	override readonly name = 'Invalid';
	readonly fields: Record<string, string>;
	constructor(fields: Record<string, string>) {
		super(`invalid: ${Object.keys(fields).join(', ')}`);
		this.fields = fields;
	}
}

/** The world changed under the request, or a rule about the whole refuses it; `code` names the sentence to show. */
export class Conflict extends Error {
	override readonly name = 'Conflict';
	readonly code: string;
	constructor(code: string) {
		super(`conflict: ${code}`);
		this.code = code;
	}
}
