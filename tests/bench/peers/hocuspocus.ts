import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import postgres from 'postgres';
import { openGauge, readSetting } from './gauge.ts';

// With its own defaults: it stores a text two seconds after the last edit, and every ten at the latest.

const { database } = readSetting();
const sql = postgres(database, { max: 12 });
const server = new Server({
	port: 0,
	address: '127.0.0.1',
	quiet: true,
	extensions: [
		new Database({
			async fetch({ documentName }) {
				const rows = await sql<{ bytes: Buffer }[]>`
					select bytes from text where room = ${documentName}`;
				return rows[0]?.bytes ?? null;
			},
			async store({ documentName, state }) {
				await sql`
					insert into text (room, bytes) values (${documentName}, ${state})
					on conflict (room) do update set bytes = excluded.bytes`;
			}
		})
	]
});
await server.listen();

openGauge(server.address.port);
