// Process of `bench room`: many protocol phones. Talks to its parent by messages.
import { randomBytes } from 'node:crypto';
import type { Room } from '#lib/sync/contract.ts';
import { joinRoom } from '#lib/sync/room.ts';
import { deviceOptions } from './device.ts';
import { pause, preciseNow } from './process.ts';

const [url = '', count = '0', seed = '0'] = process.argv.slice(2);
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const tell = (message: object): void => void process.send?.(message);

const phones: Room[] = [];
const steps: number[] = [];
const acknowledged: number[] = [];

for (let i = 0; i < Number(count); i++) {
	const phone = await joinRoom(deviceOptions(Number(seed), url, random));
	phones.push(phone);
	phone.subscribe(({ channel }) => {
		if (channel !== 'stage') return;
		const at = phone.doc('stage').getMap('now').get('at');
		if (typeof at === 'number') steps.push(preciseNow() - at);
	});
}
while (!phones.every((phone) => phone.admission() === 'in')) await pause(20);
tell({ type: 'in' });

async function answer(phone: Room, key: string, text: string): Promise<void> {
	const channel = `in/${phone.self}` as const;
	const at = preciseNow();
	const seq = await phone.change(channel, (doc) => {
		doc.getMap('answers').set(key, { text, at });
	});
	await new Promise<void>((resolve) => {
		const stop = phone.subscribe(() => {
			if (phone.progress(channel).sent < seq) return;
			stop();
			acknowledged.push(preciseNow() - at);
			resolve();
		});
	});
}

process.on('message', (message: { type: string; round: number; over: number }) => {
	if (message.type === 'burst')
		void Promise.all(
			phones.map(async (phone, at) => {
				await pause(Math.random() * message.over);
				await answer(
					phone,
					String(message.round),
					`A place to meet, number ${String(at)}, near the school.`
				);
			})
		).then(() => tell({ type: 'sent', acknowledged: acknowledged.splice(0) }));
	if (message.type === 'steps') tell({ type: 'steps', steps: steps.splice(0) });
});
process.on('SIGTERM', () => process.exit(0));
