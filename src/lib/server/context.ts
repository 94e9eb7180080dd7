import type { Database } from '#db/connection.ts';
import type { Bus } from './bus.ts';
import type { Mail } from './mail.ts';
import type { Presence } from './presence.ts';

/** What this process does in numbers, as Prometheus reads them. */
export type Numbers = { readonly contentType: string; metrics(): Promise<string> };

/** What every use case stands on. Tests make their own; the running house hangs one on `globalThis`. */
export type Context = {
	db: Database;
	bus: Bus;
	presence: Presence;
	mail: Mail;
	/** Where people reach the product, without a slash at the end: `https://wisselwerking.example`. */
	publicUrl: string;
	now: () => Date;
	/** Counts what this process does; undefined where nobody counts. */
	metrics?: Numbers;
	/** Aborted as soon as this process is about to stop: nobody is to be sent here any more. */
	leaving?: AbortSignal;
};

// The built app and the live door are two module graphs in one process, and in development Vite
// loads modules anew: what must exist once hangs on globalThis.
const KEY = Symbol.for('wisselwerking.context');
const holder = globalThis as unknown as Record<symbol, Context | undefined>;

export function setContext(context: Context | undefined): void {
	holder[KEY] = context;
}

export function theContext(): Context {
	const context = holder[KEY];
	if (!context) throw new Error('The house is not open: start it with npm start or npm run dev.');
	return context;
}
