import { expect, test } from 'vitest';
import { openLocalBus } from '#server/bus.ts';
import { openRegistry } from './registry.ts';

test('how the process does is counted, and of the way to other nodes only where there may be some', async () => {
	const alone = await openRegistry(openLocalBus()).metrics();
	expect(alone).toContain('nodejs_eventloop_lag_p99_seconds');
	expect(alone).toContain('process_cpu_seconds_total');
	expect(alone).not.toContain('wisselwerking_bus');
	const cutOff = { ...openLocalBus(), isShared: true, isReachable: false, missed: 3 };
	const registry = openRegistry(cutOff);
	for (const time of ['once', 'again']) {
		const numbers = await registry.metrics();
		expect(numbers, time).toContain('\nwisselwerking_bus_reachable 0\n');
		expect(numbers, time).toContain('\nwisselwerking_bus_missed_total 3\n');
	}
});
