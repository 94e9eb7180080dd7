import { z } from 'zod';
import type { Bus, Heard } from './bus.ts';
import { openLocalPresence, type Presence, type Present } from './presence.ts';

/** A node tells again so often who is there. */
const REPEAT_EVERY_MS = 10_000;
/** A node that was killed says nothing any more; who was silent so many times is gone. */
const GONE_AFTER_SILENCES = 3;

const Room = z.strictObject({
	part: z.string(),
	people: z.array(z.strictObject({ person: z.string(), name: z.string(), writing: z.boolean() }))
});
const Message = z.discriminatedUnion('kind', [
	/** Who is in these rooms of the node now; `whole`: and in no other. */
	z.strictObject({ kind: z.literal('rooms'), whole: z.boolean(), rooms: z.array(Room) }),
	/** Everybody, tell me who is with you. */
	z.strictObject({ kind: z.literal('ask') })
]);
type Message = z.infer<typeof Message>;
type Room = z.infer<typeof Room>;

type Node = { heardAt: number; rooms: Map<string, Present[]> };

/** Who has which part open on any node. Rings `presence` here when that changes elsewhere. */
export function openSharedPresence(bus: Bus, repeatEveryMs = REPEAT_EVERY_MS): Presence {
	const here = openLocalPresence();
	const own = new Map<string, Room>();
	const nodes = new Map<string, Node>();
	const line = bus.openLine('people', hear);
	const timer = setInterval(() => {
		forgetTheGone();
		tellAll();
	}, repeatEveryMs);

	function hear(heard: Heard): void {
		if (heard.kind === 'missed') {
			say({ kind: 'ask' });
			return tellAll();
		}
		const message = read(heard.message);
		if (!message) return;
		if (message.kind === 'ask') return tellAll();
		const node = nodes.get(heard.from) ?? { heardAt: 0, rooms: new Map<string, Present[]>() };
		nodes.set(heard.from, node);
		node.heardAt = performance.now();
		take(node, message.rooms, message.whole);
	}

	function take(node: Node, rooms: readonly Room[], isWhole: boolean): void {
		const told = new Map(rooms.map(({ part, people }) => [part, people]));
		const left = isWhole ? [...node.rooms.keys()].filter((part) => !told.has(part)) : [];
		for (const part of left) told.set(part, []);
		for (const [part, people] of told) {
			const before = JSON.stringify(node.rooms.get(part) ?? []);
			if (people.length > 0) node.rooms.set(part, people);
			else node.rooms.delete(part);
			if (JSON.stringify(people) !== before) bus.ring({ kind: 'presence', part });
		}
	}

	function forgetTheGone(): void {
		const before = performance.now() - GONE_AFTER_SILENCES * repeatEveryMs;
		for (const [name, node] of nodes) {
			if (node.heardAt >= before) continue;
			nodes.delete(name);
			for (const part of node.rooms.keys()) bus.ring({ kind: 'presence', part });
		}
	}

	function tellAll(): void {
		say({ kind: 'rooms', whole: true, rooms: [...own.values()] });
	}

	function say(message: Message): void {
		line.say(new TextEncoder().encode(JSON.stringify(message)));
	}

	return {
		set(part, people) {
			here.set(part, people);
			if (people.length > 0) own.set(part, { part, people });
			else own.delete(part);
			say({ kind: 'rooms', whole: false, rooms: [{ part, people }] });
		},
		in(part) {
			const people = new Map<string, Present>();
			const rooms = [
				here.in(part),
				...[...nodes.values()].map(({ rooms }) => rooms.get(part) ?? [])
			];
			for (const present of rooms.flat()) {
				const known = people.get(present.person);
				people.set(present.person, { ...present, writing: present.writing || !!known?.writing });
			}
			return [...people.values()];
		},
		close() {
			clearInterval(timer);
			own.clear();
			tellAll();
			line.close();
		}
	};
}

/** Null for what no node of this version says. */
function read(message: Uint8Array): Message | null {
	try {
		return Message.parse(JSON.parse(new TextDecoder().decode(message)));
	} catch {
		return null;
	}
}
