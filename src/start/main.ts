import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { ensureBuilt } from './build.ts';
import { configureHandler, introduce } from './front.ts';
import { loadHandler } from './handler.ts';
import { openHouse } from './house.ts';
import { assertFree, listen } from './listen.ts';
import { openLog } from './log.ts';
import { Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';
import { closeOnSignal } from './stop.ts';
import { welcome } from './welcome.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function start(): Promise<void> {
	if (existsSync('.env')) process.loadEnvFile('.env');
	const settings = readSettings(process.env, process.argv.includes('--demo') ? 'demo' : 'use');
	const log = openLog(settings.logLevel);
	await assertFree(settings);
	await ensureBuilt(ROOT, (sentence) => console.log(sentence));

	const server = createServer();
	const house = await openHouse(settings, log, () => {
		log.fatal('another process took over the database');
		process.kill(process.pid, 'SIGTERM');
	});
	configureHandler(process.env);
	const handler = await loadHandler(ROOT);
	const door = house.attach(server);
	server.on('request', (request, response) => {
		introduce(request, settings);
		if (!door.answer(request, response)) handler(request, response);
	});
	closeOnSignal(server, door.close, house, log);
	await listen(server, settings);
	console.log(await welcome(settings));
}

try {
	await start();
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
