import { randomUUID } from 'node:crypto';
import { RawSocket, type Address } from '#tests/bench/load/socket.ts';
import { CLOSE } from '#ws/close-codes.ts';
import type { Town } from '#tests/town/town.ts';

const AT_ONCE = 64;

export type Refusals = {
	cycles: number;
	/** How often who knocked in which way heard which code, where it was not the one that it should be. */
	amiss: Map<string, number>;
	perSecond: number;
};

/** Knocks so many times with what lets nobody in, as fast as the door answers. */
export async function knock(town: Town, cycles: number): Promise<Refusals> {
	const [room = ''] = await town.addRooms(1);
	const [cookie = ''] = await town.addWriters(1);
	const path = `/collab/${room}`;
	const { port } = town;
	const WAYS: readonly { way: string; code: number; address: () => Address }[] = [
		{ way: 'no cookie', code: CLOSE.signIn, address: () => ({ port, path }) },
		{
			way: 'a wrong cookie',
			code: CLOSE.signIn,
			address: () => ({ port, path, cookie: `${cookie.slice(0, -4)}AAAA` })
		},
		{
			way: 'a wrong token',
			code: CLOSE.signIn,
			address: () => ({ port, path, headers: { authorization: `Bearer ${randomUUID()}` } })
		},
		{
			way: 'another origin',
			code: 403,
			address: () => ({ port, path, cookie, headers: { origin: 'https://evil.example' } })
		},
		{
			way: 'an unknown part',
			code: CLOSE.gone,
			address: () => ({ port, path: `/collab/${randomUUID()}`, cookie })
		},
		{ way: 'another path', code: 404, address: () => ({ port, path: '/elsewhere', cookie }) }
	];
	const amiss = new Map<string, number>();
	const began = performance.now();
	let left = cycles;
	const doors = Array.from({ length: AT_ONCE }, async () => {
		while (left-- > 0) {
			const { way, code, address } = WAYS[left % WAYS.length]!;
			const heard = await closeCode(address());
			if (heard === code) continue;
			const what = `${way}: ${heard ?? 'nothing'}`;
			amiss.set(what, (amiss.get(what) ?? 0) + 1);
		}
	});
	await Promise.all(doors);
	return { cycles, amiss, perSecond: (1000 * cycles) / (performance.now() - began) };
}

function closeCode(address: Address): Promise<number | undefined> {
	return new Promise((closed) => {
		new RawSocket(address, { opened: () => {}, heard: () => {}, closed });
	});
}
