import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One line of JSON per event on standard output: numbers and ids, never titles, texts or addresses. */
export function openLog(level: string): Log {
	return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
