import type { Settings } from './settings.ts';

/** What whoever started the house reads: where it is and, in the demo, who can sign in. */
export async function welcome({ purpose, port, publicUrl }: Settings): Promise<string> {
	const address = `http://localhost:${port}`;
	const lines = ['', `Wisselwerking is open: ${address}`];
	if (publicUrl !== address) lines.push(`People reach it at ${publicUrl}`);
	if (purpose === 'use') return [...lines, ''].join('\n');

	const { DEMO_ADMINISTRATOR, DEMO_PASSWORD, DEMO_PEOPLE } =
		await import('#db/seeds/demo/people.ts');
	lines.push('', `Sign in with password ${DEMO_PASSWORD} as`);
	for (const { email, about } of [...DEMO_PEOPLE, DEMO_ADMINISTRATOR])
		lines.push(`  ${email.padEnd(44)}${about}`);
	const { DEMO_CODE } = await import('#db/seeds/demo/workshop.ts');
	lines.push(
		'',
		`A workshop stands ready, to come into without an account: ${publicUrl}/workshop/${DEMO_CODE}`
	);
	return [...lines, ''].join('\n');
}
