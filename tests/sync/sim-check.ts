import * as Y from 'yjs';
import { toHex } from '#lib/base/bytes.ts';
import { ZEROS } from '#lib/sync/core-log.ts';
import type { ChannelName } from '#lib/sync/contract.ts';
import type { Deed, SimDevice } from './sim-device.ts';
import { CANARY } from './sim-network.ts';
import type { Simulation } from './simulator.ts';

const answers = (device: SimDevice, channel: ChannelName): ReadonlyMap<string, unknown> =>
	new Map(device.docOf(channel).doc.getMap('answers').entries());

const state = (device: SimDevice, channel: ChannelName): string => {
	const { doc } = device.docOf(channel);
	const sorted = [...doc.getMap('answers').entries()].sort(([a], [b]) => (a < b ? -1 : 1));
	const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc)).entries()].sort(
		([a], [b]) => a - b
	);
	return JSON.stringify([sorted, clocks]);
};

/** Checks the invariants of a room that has had time to come to rest. Adds to the simulation's problems. */
export function check(sim: Simulation): void {
	const boss = sim.facilitators.find(({ lost }) => !lost);
	if (!boss) return sim.fail('no facilitator is left');
	for (const tabs of sim.phones) phone(sim, boss, tabs);
	stage(sim, boss);
	seats(sim, boss);
	for (const device of sim.devices()) if (!device.lost) clean(sim, device);
	for (const value of sim.network.disk.values())
		if (Buffer.from(value).includes(CANARY)) sim.fail('I6: plain text on the relay disk');
}

/** I1, I2, I4: what was saved is there, nothing else is. */
function compare(
	sim: Simulation,
	deeds: readonly Deed[],
	found: ReadonlyMap<string, unknown>,
	what: string
): void {
	const deleted = new Set(
		deeds.filter(({ value, done }) => value === undefined && done).map(({ key }) => key)
	);
	const maybe = new Set(
		deeds.filter(({ value, done }) => value === undefined && !done).map(({ key }) => key)
	);
	const tried = new Map(
		deeds.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]))
	);
	for (const { key, value, done } of deeds)
		if (
			value !== undefined &&
			done &&
			!deleted.has(key) &&
			!maybe.has(key) &&
			found.get(key) !== value
		)
			sim.fail(`I1: ${what} lost ${key}`);
	for (const [key, value] of found) {
		if (tried.get(key) !== value) sim.fail(`I4: ${what} holds ${key}, which nobody wrote`);
		if (deleted.has(key)) sim.fail(`I2: ${what} still holds the deleted ${key}`);
	}
}

function phone(sim: Simulation, boss: SimDevice, tabs: readonly SimDevice[]): void {
	const [first] = tabs;
	if (!first) return;
	const { writer } = first.options.keys;
	const channel: ChannelName = `in/${writer}`;
	const deeds = tabs.flatMap((tab) => tab.deeds);
	const words = sim.facilitators.flatMap((device) =>
		device.deeds.filter((deed) => deed.channel === channel)
	);
	const certain = words.map((deed) => ({ ...deed, done: deed.done && !sim.facilitators[0]?.lost }));
	compare(sim, [...deeds, ...certain], answers(boss, channel), `inbox of ${first.name}`);
	for (const tab of tabs) {
		if (state(tab, channel) !== state(boss, channel))
			sim.fail(`I3: ${tab.name} and ${boss.name} differ in its inbox`);
		if (state(tab, 'stage') !== state(boss, 'stage'))
			sim.fail(`I3: ${tab.name} and ${boss.name} differ in the stage`);
		const { core } = tab;
		if (core.waiting() !== 0)
			sim.fail(`I10: ${tab.name} still waits with ${core.waiting()} entries`);
		if (core.place.slip?.state !== 'admitted') sim.fail(`${tab.name} was not admitted`);
		const { device, sent, room } = core.progress(channel);
		if (room !== device || sent !== device)
			sim.fail(`I9: ${tab.name} shows ${device}/${sent}/${room}`);
		const log = core.channels.get(channel)?.logs.get(writer);
		const kept = boss.core.channels.get(channel)?.logs.get(writer);
		if (
			(log?.head ?? 0) !== (kept?.head ?? 0) ||
			toHex(log?.headHash ?? ZEROS) !== toHex(kept?.headHash ?? ZEROS)
		)
			sim.fail(`I1: the log of ${first.name} ends differently at ${boss.name}`);
	}
}

function stage(sim: Simulation, boss: SimDevice): void {
	const deeds = sim.facilitators.flatMap((device) =>
		device.deeds
			.filter(({ channel }) => channel === 'stage')
			.map((deed) => ({
				...deed,
				done: deed.done && !(device.lost && deed.seq > device.core.progress('stage').sent)
			}))
	);
	compare(sim, deeds, answers(boss, 'stage'), 'the stage');
	for (const other of sim.facilitators)
		if (!other.lost && state(other, 'stage') !== state(boss, 'stage'))
			sim.fail(`I3: ${other.name} and ${boss.name} differ in the stage`);
}

/** I5: one seat for one key, one key for one seat, the same on every facilitator device. */
function seats(sim: Simulation, boss: SimDevice): void {
	const table = (device: SimDevice): string =>
		JSON.stringify(
			[...(device.core.desk?.members() ?? [])]
				.map(({ writer, seat, state: s }) => [writer, seat, s])
				.sort()
		);
	const members = boss.core.desk?.members() ?? [];
	const taken = members.flatMap(({ seat }) => seat ?? []);
	if (new Set(taken).size !== taken.length) sim.fail('I5: two people have one seat');
	for (const other of sim.facilitators)
		if (!other.lost && table(other) !== table(boss))
			sim.fail(`I5: ${other.name} and ${boss.name} have different rosters`);
	for (const tabs of sim.phones)
		for (const tab of tabs) {
			const mine = members.find(({ writer }) => writer === tab.options.keys.writer);
			if (mine?.seat !== tab.core.place.slip?.seat)
				sim.fail(`I5: ${tab.name} believes in another seat`);
		}
}

/** Honest documents never hold anything back: no poison got in. */
function clean(sim: Simulation, device: SimDevice): void {
	for (const [channel, { doc }] of device.docs) {
		const { pendingStructs, pendingDs } = doc.store;
		if (pendingStructs || pendingDs) sim.fail(`${device.name} holds back parts of ${channel}`);
	}
}
