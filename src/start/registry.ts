import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Bus } from '#server/bus.ts';

/**
 * What this process is counted in, with how it is doing itself: processor, memory, the delay of the event
 * loop, and its way to other nodes.
 */
export function openRegistry(bus: Bus): Registry {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	if (!bus.isShared) return registry;
	new Gauge({
		name: 'wisselwerking_bus_reachable',
		help: 'Whether other nodes can be reached (1) or not (0)',
		registers,
		collect() {
			this.set(Number(bus.isReachable));
		}
	});
	new Counter({
		name: 'wisselwerking_bus_missed_total',
		help: 'Times that it came out that something other nodes said did not arrive',
		registers,
		collect() {
			this.reset();
			this.inc(bus.missed);
		}
	});
	return registry;
}
