import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Actor } from '#domain/facts.ts';
import { theContext, type Context } from '#server/context.ts';
import type { Asker } from '#server/credentials.ts';
import type { ExportedFile } from '#server/export.ts';
import { readBody } from '../../body.ts';
import { failureOf, parse } from '../../failure.ts';
import { sentence } from '../../sentence.ts';

/** What the door needs to know of a request to any route. */
type Asked = Pick<RequestEvent, 'locals' | 'request'>;

/** Larger bodies have an endpoint of their own. */
const BODY_BYTES = 1024 * 1024;

class Refused extends Error {
	readonly status: number;
	readonly code: string;
	constructor(status: number, code: string) {
		super(code);
		this.status = status;
		this.code = code;
	}
}

/** Answers a GET with what the use case gives, as JSON. */
export async function show(
	event: Asked,
	useCase: (context: Context, actor: Actor) => Promise<unknown>
): Promise<Response> {
	return translated(event, async () => Response.json(await useCase(theContext(), caller(event))));
}

/** Parses a JSON body, calls one use case, and answers with what it gives; 204 when that is nothing. */
export async function change<Schema extends z.ZodType>(
	event: Asked,
	schema: Schema,
	useCase: (context: Context, actor: Actor, input: z.output<Schema>) => Promise<unknown>,
	status = 200
): Promise<Response> {
	return translated(event, async () => {
		const actor = caller(event);
		const input = parse(schema, await readJson(event.request));
		return answered(await useCase(theContext(), actor, input), status);
	});
}

/** The same for a request without a body, such as DELETE. */
export async function act(
	event: Asked,
	useCase: (context: Context, actor: Actor) => Promise<unknown>,
	status = 200
): Promise<Response> {
	return translated(event, async () =>
		answered(await useCase(theContext(), caller(event)), status)
	);
}

/** Answers a GET with text in a format that machines know. */
export async function text(
	event: Asked,
	useCase: (context: Context, actor: Actor) => Promise<{ type: string; body: string }>
): Promise<Response> {
	return translated(event, async () => {
		const { type, body } = await useCase(theContext(), caller(event));
		return new Response(body, { headers: { 'content-type': type } });
	});
}

/** Answers a GET with a file to keep. */
export async function file(
	event: Asked,
	useCase: (context: Context, actor: Actor) => Promise<ExportedFile>
): Promise<Response> {
	return translated(event, async () => {
		const { name, type, body } = await useCase(theContext(), caller(event));
		return new Response(body, {
			headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
		});
	});
}

/** What a stream of events goes by. */
type Streaming = {
	write: (name: string, value: unknown) => void;
	/** Aborts when the asker has left. */
	left: AbortSignal;
	/** Until when somebody who comes back heard everything, by our clock; null for who comes for the first time. */
	heardUntil: number | null;
};

type StreamOptions = {
	/** Who may ask; without it, who is signed in. */
	who?: (asked: Asked) => Asker | null;
	/** Refuses, while there is still a status to refuse with. */
	check?: (context: Context, actor: Actor) => Promise<unknown>;
};

/** Answers a GET with server-sent events until `work` is done or the asker has left. */
export async function stream(
	event: Asked,
	work: (context: Context, asker: Asker, streaming: Streaming) => Promise<void>,
	{ who = ({ locals }) => locals.asker, check }: StreamOptions = {}
): Promise<Response> {
	return translated(event, async () => {
		const context = theContext();
		const asker = known(who(event));
		await check?.(context, asker.actor);
		const gone = new AbortController();
		const heardUntil = Number(event.request.headers.get('last-event-id') ?? NaN);
		const body = new ReadableStream<string>({
			async start(controller) {
				const say = (lines: string) => {
					// Who comes back says up to when they heard what we said.
					if (!gone.signal.aborted) controller.enqueue(`id: ${Date.now()}\n${lines}\n\n`);
				};
				// At once: so that proxies and browsers know that it has begun, and how soon to come back.
				say('retry: 1000');
				const write = (name: string, value: unknown) =>
					say(`event: ${name}\ndata: ${JSON.stringify(value)}`);
				try {
					const heard = Number.isFinite(heardUntil) ? heardUntil : null;
					await work(context, asker, { write, left: gone.signal, heardUntil: heard });
					say('retry: 1000');
				} finally {
					if (!gone.signal.aborted) controller.close();
				}
			},
			cancel: () => gone.abort()
		});
		return new Response(body.pipeThrough(new TextEncoderStream()), {
			headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
		});
	});
}

/** An answer that says what went wrong: `{ error: { code, message, fields? } }`. */
export function refusal(status: number, code: string, fields?: Record<string, string>): Response {
	const told = fields && {
		fields: Object.fromEntries(
			Object.entries(fields).map(([field, fault]) => [
				field,
				{ code: fault, message: sentence(fault) }
			])
		)
	};
	return Response.json({ error: { code, message: sentence(code), ...told } }, { status });
}

function answered(result: unknown, status: number): Response {
	return result === undefined
		? new Response(null, { status: 204 })
		: Response.json(result, { status });
}

function caller(event: Asked): Actor {
	return askerOf(event).actor;
}

function askerOf({ locals }: Asked): Asker {
	return known(locals.asker);
}

function known(asker: Asker | null): Asker {
	if (!asker) throw new Refused(401, 'not_signed_in');
	return asker;
}

async function translated(event: Asked, work: () => Promise<Response>): Promise<Response> {
	try {
		const response = await work();
		response.headers.set('cache-control', 'no-store');
		return response;
	} catch (error) {
		if (error instanceof Refused) return refusal(error.status, error.code);
		const failure = failureOf(error);
		if (!failure) throw error;
		return refusal(failure.status, failure.code, failure.fields);
	}
}

async function readJson(request: Request): Promise<unknown> {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/(\w+\+)?json\s*(;|$)/i.test(type)) throw new Refused(415, 'json_expected');
	const body = await readBody(request, BODY_BYTES);
	if (!body) throw new Refused(413, 'too_large');
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		throw new Refused(400, 'json_malformed');
	}
}
