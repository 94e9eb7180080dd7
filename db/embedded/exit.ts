/** Servers that must not outlive this process. */
const running = new Set<number>();

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let watching = false;

/** Takes the server along on every exit but SIGKILL, until the returned function is called. */
export function takeAlong(pid: number): () => void {
	running.add(pid);
	if (!watching) watch();
	return () => void running.delete(pid);
}

function watch(): void {
	watching = true;
	process.on('exit', () => {
		for (const pid of running) interrupt(pid);
	});
	for (const [signal, number] of Object.entries(SIGNALS)) {
		// A signal that nobody listens to ends the process without an exit event. Who does listen
		// decides for itself what the signal means.
		process.on(signal, () => {
			if (process.listenerCount(signal) === 1) process.exit(128 + number);
		});
	}
}

/** Asks for PostgreSQL's fast shutdown: sessions are cut off, everything committed is kept. */
export function interrupt(pid: number, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): void {
	try {
		process.kill(pid, signal);
	} catch {
		// Already gone.
	}
}
