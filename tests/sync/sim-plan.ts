import { toHex } from '#lib/base/bytes.ts';
import type { ChannelName } from '#lib/sync/contract.ts';
import { CANARY } from './sim-network.ts';
import type { Simulation } from './simulator.ts';

/** What people do and what goes wrong, spread over the time of chaos by `some`. */
export function plan(sim: Simulation, some: () => number): void {
	const { random } = sim;
	let key = 0;
	const text = (): string => `${CANARY} ${toHex(random(8 + Math.floor(random.next() ** 3 * 500)))}`;
	for (const tabs of sim.phones)
		for (let i = 2 + Math.floor(random.next() ** 3 * 16); i > 0; i--)
			sim.at(some(), () => {
				const device = tabs[Math.floor(random.next() * tabs.length)];
				if (!device) return;
				const channel: ChannelName = `in/${device.options.keys.writer}`;
				const mine = device.deeds.filter((deed) => deed.value !== undefined);
				const old = mine[Math.floor(random.next() * mine.length)];
				const remove = random.next() < 0.1 && old;
				if (remove) device.write(channel, remove.key, undefined);
				else device.write(channel, `k${key++}`, text());
			});
	for (let i = 8 + Math.floor(random.next() * 24); i > 0; i--)
		sim.at(some(), () => {
			const device = sim.facilitators[Math.floor(random.next() * sim.facilitators.length)];
			device?.write('stage', `k${key++}`, text());
		});
	for (let i = 0; i < 4; i++)
		sim.at(some(), () => {
			const tabs = sim.phones[Math.floor(random.next() * sim.phones.length)];
			const device = sim.facilitators[0];
			const owner = random.next() < 0.3 ? sim.hostile.writer : tabs?.[0]?.options.keys.writer;
			if (owner && device?.core.place.members.has(owner))
				device.write(`in/${owner}`, `k${key++}`, text());
		});
	for (let i = Math.floor(random.next() * 5); i > 0; i--)
		sim.at(some(), () => {
			sim.counts.kills += 1;
			sim.network.stopRelay();
			if (random.next() < 0.35 && !sim.facilitators.some(({ lost }) => lost)) {
				sim.counts.wipes += 1;
				sim.network.disk.clear();
			}
			sim.at(100 + random.next() * 3000, () => {
				if (!sim.network.isRunning) sim.network.startRelay();
			});
		});
	for (let i = 0; i < sim.phones.length; i++)
		sim.at(some(), () => {
			const device = sim.devices()[Math.floor(random.next() * sim.devices().length)];
			if (random.next() < 0.5) device?.crash();
			else if (device) sim.network.disconnectLater(device);
		});
	if (random.next() < 0.3)
		sim.at(6_000 + random.next() * 8_000, () => {
			const [first] = sim.facilitators;
			sim.counts.takeovers += 1;
			// What only the lost device had is lost with it: that is the promise, so it must have sent all.
			const sent = first?.alive && first.linked && first.core.waiting() === 0;
			if (first && sent && random.next() < 0.7) {
				first.lost = true;
				first.crash();
			}
			sim.takeOver();
		});
}
