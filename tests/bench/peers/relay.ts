import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { openGauge } from './gauge.ts';
import { listenAnywhere } from './listen.ts';

// The floor: everybody in a room gets the frames of the others, and nobody looks into them.

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

sockets.on('connection', (socket, { url = '/' }) => {
	const room = rooms.get(url) ?? new Set();
	rooms.set(url, room.add(socket));
	socket.on('error', () => {});
	socket.on('message', (frame) => {
		for (const other of room) if (other !== socket) other.send(frame);
	});
	socket.on('close', () => {
		room.delete(socket);
		if (room.size === 0) rooms.delete(url);
	});
});

openGauge(await listenAnywhere(server));
