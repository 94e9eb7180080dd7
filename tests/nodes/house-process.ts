import { ping } from '#db/queries/installation.ts';
import { openHouse } from '#start/house.ts';
import { openLog } from '#start/log.ts';
import { Refusal } from '#start/refusal.ts';
import { readSettings } from '#start/settings.ts';

// Everything behind the doors as a process of its own, with the settings of its environment. Tells `open`
// or why not, and answers `ping` with whether its database does. SIGTERM closes it.

try {
	const house = await openHouse(readSettings(process.env, 'use'), openLog('silent'), () => {
		process.send?.('lost');
	});
	process.on('message', async () => {
		const answers = await ping(house.context.db).then(
			() => 'pong',
			() => 'nothing'
		);
		process.send?.(answers);
	});
	const close = async () => {
		await house.close();
		process.exit(0);
	};
	process.on('SIGTERM', close);
	process.on('disconnect', close);
	process.send?.('open');
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	process.send?.(error.message);
	process.exitCode = 1;
	process.disconnect?.();
}
