import { expect, test } from './people.ts';

const PATHS = [
	'/login',
	'/',
	'/studies',
	'/account',
	'/nergens',
	'/api/v1/me',
	'/health',
	'/metrics',
	'/collab/nergens'
];

test('every answer says how it may be used', async ({ as }) => {
	const { request } = await as('onderzoeker');
	for (const path of PATHS) {
		const response = await request.get(path);
		const headers = response.headers();
		expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
		expect.soft(headers['referrer-policy'], path).toMatch(/^(same-origin|no-referrer)$/);
		expect.soft(headers['x-powered-by'], path).toBeUndefined();
		if (!headers['content-type']?.startsWith('text/html')) continue;
		const policy = headers['content-security-policy'] ?? '';
		expect.soft(policy, path).toContain("frame-ancestors 'none'");
		expect.soft(policy, path).toContain("object-src 'none'");
		const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
		expect.soft(scripts, path).toContain("'self'");
		expect.soft(scripts, path).not.toContain('unsafe');
	}
});

test('the cookie of a session is out of reach of scripts and of other sites', async ({ house }) => {
	const body = new URLSearchParams({
		email: 'student@wisselwerking.example',
		password: 'wisselwerking-demo'
	});
	const response = await fetch(`${house.address}/login`, {
		method: 'POST',
		body,
		redirect: 'manual',
		headers: { origin: house.address }
	});
	const cookie = response.headers.getSetCookie().find((one) => one.includes('session='));
	expect(cookie).toMatch(/HttpOnly/i);
	expect(cookie).toMatch(/SameSite=Lax/i);
	expect(cookie).toMatch(/Path=\//i);
});

test('a form that another site sends is refused', async ({ house, as }) => {
	const page = await as('student');
	const [cookie] = await page.context().cookies();
	const response = await fetch(`${house.address}/account?/name`, {
		method: 'POST',
		body: new URLSearchParams({ name: 'Overgenomen' }),
		redirect: 'manual',
		headers: { origin: 'https://elders.example', cookie: `${cookie!.name}=${cookie!.value}` }
	});
	expect(response.status).toBe(403);
});
