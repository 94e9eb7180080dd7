import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What the house is opened for. The demo and development plant a fictional network. */
export type Purpose = 'use' | 'demo' | 'development';

export type Settings = {
	purpose: Purpose;
	port: number;
	host: string;
	/** Without a slash at the end. */
	publicUrl: string;
	dataDir: string;
	/** Undefined: the embedded PostgreSQL in the data directory. */
	databaseUrl: string | undefined;
	/** Undefined: this process is the only one. */
	redisUrl: string | undefined;
	smtpUrl: string | undefined;
	/** How many proxies of ours stand in front: whose word about protocol, host and address counts. */
	proxies: number;
	logLevel: string;
};

const DATA_DIR = { use: '.data', demo: '.data/demo', development: '.data/dev' } as const;
const LOCAL = ['localhost', '127.0.0.1', '::1'];

const address = (protocol: RegExp, example: string) =>
	z.url({ protocol, error: `is not an address like ${example}` });

const Environment = z.object({
	PORT: z.coerce
		.number({ error: 'is not a number' })
		.int({ error: 'is not a whole number' })
		.min(1, { error: 'is not between 1 and 65535' })
		.max(65535, { error: 'is not between 1 and 65535' })
		.default(3000),
	HOST: z.string().default('127.0.0.1'),
	PUBLIC_URL: address(/^https?$/, 'https://wisselwerking.example').optional(),
	DATA_DIR: z.string().optional(),
	DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name').optional(),
	REDIS_URL: address(/^rediss?$/, 'redis://user:password@host:6379').optional(),
	SMTP_URL: address(/^smtps?$/, 'smtps://user:password@host:465').optional(),
	TRUST_PROXY: z
		.string()
		.regex(/^(true|false|[0-9])$/, { error: 'is not the number of proxies in front, 0 to 9' })
		.transform((trust) => (trust === 'true' ? 1 : Number(trust) || 0))
		.default(0),
	LOG_LEVEL: z
		.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
			error: 'is not one of fatal, error, warn, info, debug, trace, silent'
		})
		.default('info')
});

/** The settings from the environment; an empty variable counts as unset. */
export function readSettings(
	environment: Record<string, string | undefined>,
	purpose: Purpose
): Settings {
	const filled = Object.entries(environment).filter(([, value]) => value);
	const read = Environment.safeParse(Object.fromEntries(filled));
	if (!read.success) {
		const sentences = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
		throw new Refusal(sentences.join('\n'));
	}
	const { PORT: port, HOST: host, ...rest } = read.data;
	if (purpose !== 'use') keepToThisMachine(purpose, host, rest.DATABASE_URL);
	const publicUrl = new URL(rest.PUBLIC_URL ?? `http://localhost:${port}`).origin;
	// Https ends at a proxy: unless its word counts, every request is one over http, whose cookie is another.
	if (publicUrl.startsWith('https:') && rest.TRUST_PROXY === 0) {
		refuse(
			'PUBLIC_URL says https, so a proxy stands in front: set TRUST_PROXY to how many, most often 1. ' +
				'Without a proxy, PUBLIC_URL begins with http.'
		);
	}
	return {
		purpose,
		port,
		host,
		publicUrl,
		dataDir: rest.DATA_DIR ?? DATA_DIR[purpose],
		databaseUrl: rest.DATABASE_URL,
		redisUrl: rest.REDIS_URL,
		smtpUrl: rest.SMTP_URL,
		proxies: rest.TRUST_PROXY,
		logLevel: rest.LOG_LEVEL
	};
}

// Everybody knows the password of the people in the demo.
function keepToThisMachine(purpose: Purpose, host: string, databaseUrl: string | undefined): void {
	const what = purpose === 'demo' ? 'The demo' : 'Development';
	if (!LOCAL.includes(host)) {
		refuse(
			`${what} listens on this machine alone: its passwords are public. Leave out HOST=${host}.`
		);
	}
	if (databaseUrl) {
		refuse(`${what} keeps to its own database: it plants made-up people. Leave out DATABASE_URL.`);
	}
}

function refuse(sentence: string): never {
	throw new Refusal(sentence);
}
