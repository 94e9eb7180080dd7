import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** One line of JSON per event, on standard output unless told otherwise: numbers and ids, never titles, texts or addresses. */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Log {
	const options = {
		level,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		serializers: { err: whereItFailed }
	};
	return pino(options, to);
}

/** Where the live door and the bus tell what people notice. */
export function reportTo(log: Log): (what: string, error: unknown) => void {
	return (what, error) => log.error({ err: error }, what);
}

/**
 * What kind of error it was and where it came from. Its message stays out: a failed query names its
 * values there, and those are what people wrote.
 */
export function whereItFailed(error: unknown): unknown {
	if (!(error instanceof Error)) return typeof error;
	const code = 'code' in error ? error.code : undefined;
	// The stack begins with the message.
	const frames = error.stack?.replace(error.message, '').split('\n');
	const at = frames?.flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []);
	const cause = error.cause === undefined ? undefined : whereItFailed(error.cause);
	return { name: error.name, code, at, cause };
}
