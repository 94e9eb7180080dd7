import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { CONTENT_SCHEMA } from '#domain/content/schema.ts';
import { NotAllowed, NotFound } from '#domain/errors.ts';
import type { Asker, Credentials } from '#server/credentials.ts';
import { admitToPart, type Admission, type AdmissionFacts } from '#server/parts.ts';
import { SESSION_COOKIE } from '#server/session.ts';
import { CLOSE, type CloseCode } from './close-codes.ts';
import type { Member } from './connection.ts';

/** What is asked at the door: `/collab/<part id>?ack=1&schema=<n>`; never with a token in it: logs keep it. */
export type Entry = {
	part: string;
	credentials: Credentials;
	wantsAcks: boolean;
	/** Null: the client has no editor that could be too old. */
	schema: number | null;
};

export type Verdict =
	| {
			may: 'enter';
			member: Member;
			part: Admission['part'];
			/** Whether what they write may stay on their device until it is stored. */
			mayKeep: boolean;
			sessionId: string | null;
			tokenId: string | null;
	  }
	| { may: 'not enter'; code: CloseCode };

const ROOM_PATH = /^\/collab\/([^/]+)$/;
const Schema = z.coerce.number().int().catch(0);

/** What this upgrade asks of the live door; null when it is for somebody else. */
export function readEntry(request: IncomingMessage, publicUrl: string): Entry | null {
	const address = URL.parse(request.url ?? '/', 'http://localhost');
	const part = address && ROOM_PATH.exec(address.pathname)?.[1];
	if (!part) return null;
	const schema = address.searchParams.get('schema');
	return {
		part,
		credentials: readCredentials(request, SESSION_COOKIE(publicUrl.startsWith('https:'))),
		wantsAcks: address.searchParams.get('ack') === '1',
		schema: schema === null ? null : Schema.parse(schema)
	};
}

/** Whether this upgrade is for the live door, even when it names no part. */
export function isBelowDoor({ url = '/' }: IncomingMessage): boolean {
	return /^\/collab(?:[/?]|$)/.test(url);
}

function readCredentials({ headers }: IncomingMessage, cookieName: string): Credentials {
	const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
	if (token !== undefined) return { token };
	for (const pair of (headers.cookie ?? '').split(';')) {
		const [name, ...value] = pair.split('=');
		if (name?.trim() === cookieName) return { session: value.join('=').trim() };
	}
	return {};
}

/**
 * Whether the page that opens the socket is ours: a browser sends its cookie along from any page. What
 * is no browser names no origin.
 */
export function isWelcomeOrigin(
	{ headers }: IncomingMessage,
	allowedOrigins: readonly string[]
): boolean {
	if (headers.origin === undefined) return true;
	if (allowedOrigins.includes(headers.origin)) return true;
	return URL.parse(headers.origin)?.host === headers.host;
}

/** What a decision rests on. */
export type Facts = AdmissionFacts & {
	whoAsks(credentials: Credentials): Promise<Asker | null>;
};

/** Who asks, and whether they may be in this part's room. */
export async function admit(entry: Entry, facts: Facts): Promise<Verdict> {
	const { part, credentials, schema } = entry;
	const asker = await facts.whoAsks(credentials);
	if (!asker) return { may: 'not enter', code: CLOSE.signIn };
	if (!z.uuid().safeParse(part).success) return { may: 'not enter', code: CLOSE.gone };
	if (schema !== null && schema < CONTENT_SCHEMA) return { may: 'not enter', code: CLOSE.reload };
	try {
		const admission = await admitToPart(facts, asker.actor, part);
		return {
			may: 'enter',
			member: {
				person: asker.actor.id,
				name: asker.actor.name,
				...admission.as,
				mode: admission.mayWrite ? 'write' : 'read'
			},
			part: admission.part,
			mayKeep: admission.mayKeep,
			sessionId: asker.sessionId,
			tokenId: asker.tokenId
		};
	} catch (error) {
		if (error instanceof NotFound) return { may: 'not enter', code: CLOSE.gone };
		if (error instanceof NotAllowed) return { may: 'not enter', code: CLOSE.noAccess };
		throw error;
	}
}
