import { expect, test } from 'vitest';
import { openLocalBus } from '#server/bus.ts';
import { LIMITS } from './limits.ts';
import { readLineMessage, type LineMessage } from './line-messages.ts';
import { Owners } from './owners.ts';
import { RoomPresence } from './presence.ts';
import { Visitors } from './visitors.ts';

const struct = (client: number) => ({ client, from: 0, to: 1, needs: [] });
const EMPTY = { clockOf: () => 0 };

function open({ stored = new Map<number, string>(), visitors = new Visitors() } = {}) {
	return { owners: new Owners(stored, EMPTY, visitors), visitors };
}

test('[B1] the id of whoever has an edit under it is nobody else’s, and is named once', () => {
	const { owners } = open({ stored: new Map([[7, 'lin']]) });
	expect(owners.claim('bo', [struct(7)])).toBeNull();
	expect(owners.claim('lin', [struct(7)])).toEqual([]);
	expect(owners.claim('lin', [struct(7), struct(8), struct(8)])).toEqual([8]);
});

test('[B2] an id stays of who was present under it, and nobody else can be', () => {
	const { owners } = open();
	owners.present({ client: 7, person: 'lin', mayWrite: true });
	owners.present({ client: 7, person: 'bo', mayWrite: true });
	expect(owners.mayBePresent({ client: 7, person: 'bo', mayWrite: true })).toBe(false);
	expect(owners.claim('bo', [struct(7)])).toBeNull();
	expect(owners.claim('lin', [struct(7)])).toEqual([7]);
});

test('[B2] so does one under which somebody sent what was not stored', () => {
	const { owners, visitors } = open();
	owners.bind('lin', [7]);
	const { owners: again } = open({ visitors });
	expect(again.claim('bo', [struct(7)])).toBeNull();
	expect(again.claim('lin', [struct(7)])).toEqual([7]);
});

test('[B2] who only reads keeps nobody from writing, until they may write themselves', () => {
	const { owners } = open();
	owners.present({ client: 7, person: 'bo', mayWrite: false });
	expect(owners.claim('lin', [struct(7)])).toEqual([7]);
	owners.present({ client: 7, person: 'bo', mayWrite: true });
	expect(owners.claim('lin', [struct(7)])).toBeNull();
});

test('[B2] somebody who names one id after the other takes none from others', () => {
	const { owners, visitors } = open();
	owners.present({ client: 1, person: 'lin', mayWrite: true });
	for (let client = 2; client < 10 * LIMITS.claimsOfPerson; client++) {
		owners.present({ client, person: 'bo', mayWrite: true });
	}
	expect([...visitors.claims]).toHaveLength(1 + LIMITS.claimsOfPerson);
	expect(owners.claim('bo', [struct(1)])).toBeNull();
});

test('[B2] other nodes hear of who was there, also those that begin to listen later', () => {
	const room = (stored?: Map<number, string>) => {
		const { owners } = open({ stored });
		const said: (LineMessage | null)[] = [];
		const presence = new RoomPresence(new Set(), {
			owners,
			changed: () => {},
			say: (message) => void said.push(readLineMessage(message)),
			now: () => openLocalBus().now()
		});
		return { owners, presence, said };
	};
	const seat = { person: 'lin', mayWrite: true, hue: 1 as const, since: 1 };
	const here = room();
	here.presence.hear('b', {
		kind: 'presence',
		isWhole: false,
		seats: [
			{ ...seat, client: 7, state: '{}' },
			{ ...seat, client: 8, state: 'null' }
		]
	});
	here.presence.hear('b', { kind: 'bye' });
	expect(here.owners.claim('bo', [struct(7)])).toBeNull();
	here.owners.learn(new Map([[8, 'lin']]));
	here.presence.hear('c', { kind: 'hello' });
	const [answer] = here.said;
	expect(answer).toMatchObject({ seats: [{ client: 7, person: 'lin', state: 'null' }] });
	const late = room();
	if (answer?.kind === 'presence') late.presence.hear('a', answer);
	expect(late.owners.claim('bo', [struct(7)])).toBeNull();
	expect(late.owners.claim('lin', [struct(7)])).toEqual([7]);
	for (const { presence } of [here, late]) presence.close();
});

test('[B3] new ids are counted by person, and those of one frame come in together', () => {
	const { visitors } = open();
	const { burst } = LIMITS.clientsOfPerson;
	for (const count of [burst - 1, LIMITS.writersInFrame]) {
		expect(visitors.mayAdd('bo')).toBe(true);
		visitors.added('bo', count);
	}
	expect(visitors.mayAdd('bo')).toBe(false);
	expect(visitors.mayAdd('lin')).toBe(true);
});

test('[P9] who made others look through much gets no more of it, and others do', () => {
	const { visitors } = open();
	const { burst } = LIMITS.stepsOfPerson;
	visitors.stepped('bo', burst);
	expect(visitors.stepsOf('bo')).toBe(LIMITS.effort.steps);
	visitors.stepped('bo', LIMITS.effort.steps);
	expect(visitors.stepsOf('bo')).toBe(0);
	expect(visitors.stepsOf('lin')).toBe(LIMITS.effort.steps);
});
