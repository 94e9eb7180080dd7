import type { Bus, Heard } from '#server/bus.ts';

/** Ways to break the promise that whoever may have missed something hears so; the suite must catch each. */
export const SABOTAGES = ['lose messages in silence', 'ignore what was missed'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

/** A bus that never says `missed`, and perhaps loses every second message too. */
export function sabotage(bus: Bus, how: Sabotage): Bus {
	let said = 0;
	return {
		ring: (ring) => bus.ring(ring),
		listen: (listener) => bus.listen(listener),
		openLine(name, hear) {
			const line = bus.openLine(name, (heard: Heard) => {
				if (heard.kind === 'said') hear(heard);
			});
			const isLost = () => how === 'lose messages in silence' && said++ % 2 === 0;
			return {
				say: (message) => {
					if (!isLost()) line.say(message);
				},
				close: () => line.close()
			};
		},
		isShared: bus.isShared,
		get isReachable() {
			return bus.isReachable;
		},
		get missed() {
			return bus.missed;
		},
		now: () => bus.now(),
		close: () => bus.close()
	};
}
