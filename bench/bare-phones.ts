// Process of `bench room`: the baseline's phones. Same times and sizes as real ones, no protocol.
import { WebSocket } from 'ws';
import { pause, preciseNow, type Told } from './process.ts';

const [url = '', count = '0', size = '400'] = process.argv.slice(2);
const tell = (message: Told): void => void process.send?.(message);
const steps: { key: number; at: number }[] = [];

const phones = await Promise.all(
	Array.from({ length: Number(count) }, async () => {
		const socket = new WebSocket(url);
		socket.on('message', (data: Buffer) =>
			steps.push({ key: data.readDoubleBE(0), at: preciseNow() })
		);
		await new Promise((resolve) => socket.once('open', resolve));
		return socket;
	})
);
tell({ type: 'in' });

process.on('message', (message: { type: string; over: number }) => {
	if (message.type === 'burst')
		void Promise.all(
			phones.map(async (phone) => {
				await pause(Math.random() * message.over);
				const at = preciseNow();
				phone.send(Buffer.alloc(Number(size)));
				return at;
			})
		).then((at) => tell({ type: 'sent', at, acknowledged: [] }));
	if (message.type === 'noted') tell({ type: 'noted', steps, received: [] });
});
process.on('SIGTERM', () => process.exit(0));
