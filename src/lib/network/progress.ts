import { stopIn } from '#domain/loops.ts';
import { m } from '#lib/paraglide/messages.js';

/** The stages of a question on its way round, in order. */
export const STAGE_WORDS = [
	m.network_stage_asked,
	m.network_stage_studied,
	m.network_stage_taught,
	m.network_stage_met,
	m.network_stage_anew
];

/** Between which two stages. */
const STEP_WORDS = [m.network_step_1, m.network_step_2, m.network_step_3, m.network_step_4];

/** Where most questions stop, in a sentence; empty when none does. */
export function stopInWords(progress: readonly number[]): string {
	const stop = stopIn(progress);
	const where = stop && STEP_WORDS[stop.step];
	if (!stop || !where) return '';
	return [m.network_stop({ where: where() }), stoppedInWords(stop)].join(' ');
}

function stoppedInWords({ came, stopped }: { came: number; stopped: number }): string {
	if (came === 1) return m.network_stopped_only();
	if (came === stopped) return m.network_stopped_all({ came });
	return stopped === 1 ? m.network_stopped_one({ came }) : m.network_stopped({ stopped, came });
}

/** How many questions went all the way round. */
export function closedInWords(closed: number): string {
	if (closed === 0) return m.network_closed_none();
	return closed === 1 ? m.network_closed_one() : m.network_closed({ count: closed });
}
