import { redirect, type RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { theContext } from '#server/context.ts';
import { hasAccount, whoAsks, type Asker } from '#server/credentials.ts';
import { isEmpty } from '#server/installation.ts';
import { SESSION_COOKIE } from '#server/session.ts';
import { refusal } from './routes/api/v1/door.ts';
import { asker } from './routes/door.ts';
import { failureOf } from './routes/failure.ts';
import { bearerOf, isForged } from './routes/forgery.ts';
import { sentence } from './routes/sentence.ts';
import { hasNul } from './routes/storable.ts';

/** What Kit's content security policy doesn't cover. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin'
};
const A_YEAR_SECONDS = 31_536_000;

const harden: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(HEADERS)) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	if (event.url.protocol === 'https:') {
		response.headers.set('strict-transport-security', `max-age=${A_YEAR_SECONDS}`);
	}
	return response;
};

const refuseForged: Handle = ({ event, resolve }) => {
	if (!isForged(event.request, event.url, theContext().publicUrl)) return resolve(event);
	if (isApi(event.url)) return refusal(403, 'other_origin');
	return new Response(sentence('other_origin'), { status: 403 });
};

const speak: Handle = ({ event, resolve }) => {
	const theme = event.cookies.get('theme');
	event.locals.theme = theme === 'light' || theme === 'dark' ? theme : 'auto';
	const attribute = event.locals.theme === 'auto' ? '' : `data-theme="${event.locals.theme}"`;
	// Without the body: the middleware clones what it is given, and uploads would be kept twice.
	const request = new Request(event.url, { headers: event.request.headers });
	return paraglideMiddleware(request, ({ locale }) => {
		event.locals.language = locale;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', attribute)
		});
	});
};

const refuseUnstorable: Handle = ({ event, resolve }) => {
	if (!hasNul(event.url)) return resolve(event);
	if (isApi(event.url)) return refusal(422, 'invalid');
	return new Response(sentence('invalid'), { status: 422 });
};

const identify: Handle = async ({ event, resolve }) => {
	const who = await known(event);
	// A visitor reaches nothing but the workshop that they came into: only its own routes ask for one.
	event.locals.asker = who && hasAccount(who) ? who : null;
	event.locals.visitor = who && !hasAccount(who) ? who : null;
	return resolve(event);
};

async function known({ request, cookies, url }: RequestEvent): Promise<Asker | null> {
	const context = theContext();
	const bearer = bearerOf(request);
	// A token is for machines only: it opens no pages, and never together with a cookie.
	if (bearer !== undefined && isForMachines(url)) return whoAsks(context, { token: bearer });
	const session = cookies.get(SESSION_COOKIE(url.protocol === 'https:'));
	return session ? whoAsks(context, { session }) : null;
}

const admit: Handle = async ({ event, resolve }) => {
	const route: string = event.route.id ?? '';
	const isPage = route.startsWith('/(app)') || route.startsWith('/(door)');
	if (isPage && route !== '/(door)/welcome' && (await isEmpty(theContext()))) {
		redirect(303, '/welcome');
	}
	// Here and not in a layout: layouts don't run before form actions.
	if (route.startsWith('/(app)')) asker(event);
	const response = await resolve(event);
	if (isPage) response.headers.set('cache-control', 'private, no-store');
	return isApi(event.url) ? inApiShape(response) : response;
};

function isForMachines(url: URL): boolean {
	return isApi(url) || url.pathname === '/metrics';
}

function isApi(url: URL): boolean {
	return url.pathname.startsWith('/api/');
}

/** Kit answers by itself for unknown addresses, methods and bugs; machines get those in our shape too. */
async function inApiShape(response: Response): Promise<Response> {
	if (response.ok || response.status < 400) return response;
	if ((await response.clone().text()).startsWith('{"error":{')) return response;
	const codes: Record<number, string> = {
		404: 'not_found',
		405: 'method_not_allowed',
		413: 'too_large'
	};
	const status = response.status in codes || response.status < 500 ? response.status : 500;
	const answer = refusal(status, codes[status] ?? (status === 500 ? 'unexpected' : 'invalid'));
	const allow = response.headers.get('allow');
	if (allow) answer.headers.set('allow', allow);
	return answer;
}

export const handle = sequence(harden, speak, refuseForged, refuseUnstorable, identify, admit);

/** Tells people what they can do with it, and the log what broke: never what anybody wrote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind === 'app') return { message: error.message };
	if (kind !== 'unknown') {
		const code = error.status === 404 ? 'not_found' : 'invalid';
		return { message: sentence(code) };
	}
	const failure = failureOf(error);
	if (failure) return { status: failure.status, message: sentence(failure.code) };
	const id = crypto.randomUUID().slice(0, 8);
	const line = { level: 'error', id, route: event.route.id, ...traceOf(error) };
	process.stderr.write(`${JSON.stringify(line)}\n`);
	return { message: sentence('unexpected'), id };
};

/** Where it broke. An error's own message can hold a query with its values, so only bugs of ours keep it. */
function traceOf(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { name: typeof error };
	const cause = error.cause instanceof Error ? error.cause : error;
	const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
	const code = 'code' in cause ? cause.code : undefined;
	return { name: error.name, code, stack: stack?.slice(0, 12) };
}
