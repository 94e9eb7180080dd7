import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { openGauge, readSetting } from './gauge.ts';
import { listenAnywhere } from './listen.ts';

// As the package's own server.js, on a free port. It reads where to store when it is loaded.

const { folder } = readSetting();
if (folder) process.env.YPERSISTENCE = folder;
const { setupWSConnection } = await import('@y/websocket-server/utils');

const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request, {}));

openGauge(await listenAnywhere(server));
