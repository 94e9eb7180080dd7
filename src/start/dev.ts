import type { Server } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';
import type { LiveDoor } from '#ws/live-door.ts';
import type { House } from './house.ts';
import type { Settings } from './settings.ts';

type Open = { house: House; settings: Settings };

// When its configuration changes Vite loads this file anew and makes its next server before it
// closes the last one. So the house is opened once per process, and the live door moves along.
const KEY = Symbol.for('wisselwerking.development');
const kept = globalThis as unknown as Record<
	symbol,
	{ open?: Promise<Open>; door?: Promise<void> }
>;
const running = (kept[KEY] ??= {});

/** Opens the house on Vite's own server: one port for pages, hot reload and live connections. */
export function houseInDevelopment(): Plugin {
	return {
		name: 'wisselwerking-house',
		apply: 'serve',
		config: () => ({
			server: { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 3000) }
		}),
		async configureServer(vite) {
			if (process.env.VITEST || !vite.httpServer) return;
			running.open ??= openFor(vite);
			const { house, settings } = await running.open;
			moveInto(vite.httpServer as Server, house, settings, passTo(vite));
		}
	};
}

async function openFor({ config }: ViteDevServer): Promise<Open> {
	const { openHouse } = await load<typeof import('./house.ts')>('./house.ts');
	const { openLog } = await load<typeof import('./log.ts')>('./log.ts');
	const { readSettings } = await load<typeof import('./settings.ts')>('./settings.ts');
	// `vite --host` and `--port` win from the environment.
	const { host, port } = config.server;
	const HOST = host === true ? '0.0.0.0' : host || 'localhost';
	const settings = readSettings({ ...process.env, HOST, PORT: String(port) }, 'development');
	const log = openLog(settings.logLevel);
	return { settings, house: await openHouse(settings, log, () => process.exit(1)) };
}

// Loaded by Node: bundled with the configuration, every file behind it would restart Vite.
function load<Module>(file: string): Promise<Module> {
	return import(new URL(file, import.meta.url).href);
}

/** Puts the live door before the app, for who can't open a WebSocket. Returns how to say which door. */
function passTo({ middlewares }: ViteDevServer): (door: LiveDoor) => void {
	let door: LiveDoor | undefined;
	middlewares.use((request, response, next) => {
		if (!door?.answer(request, response)) next();
	});
	return (opened) => (door = opened);
}

function moveInto(
	server: Server,
	house: House,
	settings: Settings,
	pass: (door: LiveDoor) => void
): void {
	server.once('listening', async () => {
		await running.door;
		const door = house.attach(server);
		pass(door);
		server.once('close', () => {
			running.door = door.close();
		});
		const { welcome } = await load<typeof import('./welcome.ts')>('./welcome.ts');
		console.log(await welcome(settings));
	});
}
