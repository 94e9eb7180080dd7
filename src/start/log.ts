import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** One line of JSON per event on standard output: numbers and ids, never titles, texts or addresses. */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Log {
	const timestamp = pino.stdTimeFunctions.isoTime;
	return pino({ level, base: undefined, timestamp, serializers: { err: whereItBroke } }, to);
}

/** Without its message: that of a query holds the values, and so what people wrote. */
function whereItBroke(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { name: typeof error };
	const cause = error.cause instanceof Error ? error.cause : error;
	return {
		name: error.name,
		code: 'code' in cause ? cause.code : undefined,
		stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
	};
}
