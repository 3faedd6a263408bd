// Process of `bench room`: the baseline's phones. Same times and sizes as real ones, no protocol.
import { WebSocket } from 'ws';
import { pause, preciseNow } from './process.ts';

const [url = '', count = '0', , size = '400'] = process.argv.slice(2);
const tell = (message: object): void => void process.send?.(message);
const steps: number[] = [];

const phones = await Promise.all(
	Array.from({ length: Number(count) }, async () => {
		const socket = new WebSocket(url);
		socket.on('message', (data: Buffer) => steps.push(preciseNow() - data.readDoubleBE(0)));
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
				const bytes = Buffer.alloc(Number(size));
				bytes.writeDoubleBE(preciseNow(), 0);
				phone.send(bytes);
			})
		).then(() => tell({ type: 'sent', acknowledged: [] }));
	if (message.type === 'steps') tell({ type: 'steps', steps: steps.splice(0) });
});
process.on('SIGTERM', () => process.exit(0));
