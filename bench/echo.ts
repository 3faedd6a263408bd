// Process of `bench room`: the baseline. Hands on whatever comes, from phones to the hub and back, and does nothing else.
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const phones = new Set<WebSocket>();
let hub: WebSocket | undefined;

sockets.on('connection', (socket, request) => {
	if (request.url === '/hub') {
		hub = socket;
		socket.on('message', (data) => {
			for (const phone of phones) phone.send(data);
		});
	} else {
		phones.add(socket);
		socket.on('message', (data) => hub?.send(data));
	}
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	process.send?.({ type: 'listening', port: typeof address === 'object' ? address?.port : 0 });
});
process.on('SIGTERM', () => process.exit(0));
