// Process of `bench room`: many protocol phones. Talks to its parent by messages.
import { randomBytes } from 'node:crypto';
import { putAnswer, putProfile } from '#lib/session/inbox.ts';
import { readNow } from '#lib/session/now.ts';
import type { Room } from '#lib/sync/contract.ts';
import { stretchJoinCode } from '#lib/sync/keys.ts';
import { joinRoom } from '#lib/sync/room.ts';
import { nodeSuite } from '../tests/sync/node-suite.ts';
import { deviceOptions } from './device.ts';
import { pause, preciseNow, type Told } from './process.ts';

/** Longest wait in ms for a seat, and for what a phone waits for once it is in. */
const SEAT_PATIENCE = 120_000;
const PATIENCE = 20_000;

const [url = '', count = '0', code = '', first = '0'] = process.argv.slice(2);
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const tell = (message: Told): void => void process.send?.(message);

const steps: { key: number; at: number }[] = [];
const received: number[] = [];

const join = stretchJoinCode(code, nodeSuite);
const phones: Room[] = [];
for (let i = 0; i < Number(count); i++) phones.push(await enter());
for (const end = preciseNow() + SEAT_PATIENCE; preciseNow() < end; await pause(20))
	if (phones.every(isSeated)) break;
if (!phones.every(isSeated)) throw new Error('not every phone was let in');
await Promise.all(phones.map(sayWho));
tell({ type: 'in' });

async function enter(): Promise<Room> {
	const phone = await joinRoom(deviceOptions(join, url, random));
	let last = 0;
	phone.subscribe(({ channel }) => {
		if (channel !== 'stage') return;
		const key = momentOf(phone);
		if (key !== last) steps.push({ key, at: preciseNow() });
		last = key;
	});
	return phone;
}

/** A number that rises with every step and part of a step. Reads no more than it needs: hundreds live here. */
function momentOf(phone: Room): number {
	const step = phone.doc('stage').getMap('now').get('step');
	if (!(step instanceof Object && 'index' in step && 'part' in step)) return 0;
	return Number(step.index) * 1000 + Number(step.part);
}

function isSeated(phone: Room): boolean {
	return phone.admission() === 'in' && readNow(phone.doc('stage'))?.step !== undefined;
}

async function sayWho(phone: Room, at: number): Promise<void> {
	const roles = readNow(phone.doc('stage'))?.session.roles ?? [];
	const role = roles[at % Math.max(1, roles.length)]?.id;
	await phone.change(`in/${phone.self}`, (doc) =>
		putProfile(doc, { lang: at % 3 === 0 ? 'cs' : 'en', ...(role === undefined ? {} : { role }) })
	);
}

/** Resolves with the time once the phone has come so far; with nothing after too long. */
function reached(phone: Room, state: 'sent' | 'room', seq: number): Promise<number | undefined> {
	return new Promise((resolve) => {
		const done = (at: number | undefined): void => {
			clearTimeout(limit);
			stop();
			resolve(at);
		};
		const look = (): void => {
			if (phone.progress(`in/${phone.self}`)[state] >= seq) done(preciseNow());
		};
		const limit = setTimeout(() => done(undefined), PATIENCE);
		const stop = phone.subscribe(look);
		look();
	});
}

/** One answer of one phone, as its screen would put it. */
async function answer(phone: Room, at: number): Promise<{ at: number; acknowledged?: number }> {
	const step = readNow(phone.doc('stage'))?.step;
	if (step?.kind !== 'words' || step.phase !== 'open')
		throw new Error('there is nothing to answer');
	const sent = preciseNow();
	const seq = await phone.change(`in/${phone.self}`, (doc) =>
		putAnswer(doc, {
			step: step.id,
			id: 'me',
			kind: step.kind ?? '',
			body: { words: [`hope${String(Number(first) + at)}`] },
			lang: 'en'
		})
	);
	void reached(phone, 'room', seq).then((when) => when && received.push(when - sent));
	const when = await reached(phone, 'sent', seq);
	return when === undefined ? { at: sent } : { at: sent, acknowledged: when - sent };
}

async function burst(over: number): Promise<void> {
	const answers = await Promise.all(
		phones.map(async (phone, at) => {
			await pause(Math.random() * over);
			return answer(phone, at);
		})
	);
	tell({
		type: 'sent',
		at: answers.map(({ at }) => at),
		acknowledged: answers.flatMap(({ acknowledged = [] }) => acknowledged)
	});
}

process.on('message', (message: { type: string; over: number }) => {
	if (message.type === 'burst') void burst(message.over);
	if (message.type === 'noted') tell({ type: 'noted', steps, received });
});
process.on('SIGTERM', () => process.exit(0));
