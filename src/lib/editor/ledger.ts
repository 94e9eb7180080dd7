/**
 * What this page wrote against what the server says is stored. An edit counts as stored when, on one
 * connection, the server asked what we have, we answered, and every frame since is acknowledged:
 * what an earlier connection left unacknowledged is in that answer.
 */
export class Ledger {
	#edited = false;
	#answered = false;
	#sent = 0;
	#acknowledged = 0;

	/** Whether this page holds edits that may not be stored. */
	get unsent(): boolean {
		return this.#edited;
	}

	/** A new connection: both sides count from nought. */
	opened(): void {
		this.#answered = false;
		this.#sent = 0;
		this.#acknowledged = 0;
	}

	edited(): void {
		this.#edited = true;
	}

	/** Counts a frame that went out, if it is one the server acknowledges. */
	sent(frame: Uint8Array): void {
		if (frame[0] !== SYNC || (frame[1] !== STEP_2 && frame[1] !== UPDATE)) return;
		if (frame[1] === STEP_2) this.#answered = true;
		this.#sent += 1;
	}

	/** The first `count` counted frames of this connection are stored. */
	acknowledged(count: number): void {
		// Never beyond what was sent: a too high count would acknowledge edits still to be made.
		this.#acknowledged = Math.min(Math.max(count, this.#acknowledged), this.#sent);
		if (this.#answered && this.#acknowledged === this.#sent) this.#edited = false;
	}
}

const SYNC = 0;
const STEP_2 = 1;
const UPDATE = 2;
