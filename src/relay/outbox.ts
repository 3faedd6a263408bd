import type { WebSocket } from 'ws';

/** Bytes handed to the socket before the rest waits here, where it costs a reference and no copy. */
const HANDED = 256 * 1024;
/** Above this a reader counts as slow: it is not listened to until it has caught up. */
export const SLOW = 1024 * 1024;

/**
 * Frames on their way to one socket, in order. A long catch-up flows at the reader's pace; who takes nothing
 * at all is found by `stalled`.
 */
export class Outbox {
	readonly #socket: WebSocket;
	#queue: Uint8Array[] = [];
	#queued = 0;
	#progress: number;
	#goodBye: number | undefined;
	readonly #clock: () => number;

	constructor(socket: WebSocket, clock: () => number) {
		this.#socket = socket;
		this.#clock = clock;
		this.#progress = clock();
	}

	/** Bytes that the reader has not taken yet. */
	get waiting(): number {
		return this.#queued + this.#socket.bufferedAmount;
	}

	send(frame: Uint8Array): void {
		if (this.#goodBye !== undefined || this.#socket.readyState !== this.#socket.OPEN) return;
		if (this.waiting === 0) this.#progress = this.#clock();
		this.#queue.push(frame);
		this.#queued += frame.length;
		this.#pump();
	}

	/** Says good-bye with `code` once everything before it went out; nothing can be sent afterwards. */
	end(code: number): void {
		if (this.#goodBye !== undefined) return;
		this.#goodBye = code;
		if (this.#queue.length === 0) this.#socket.close(code);
	}

	/** More than `SLOW` waits and nothing of it was taken for `time` ms. */
	stalled(time: number): boolean {
		return this.waiting > SLOW && this.#clock() - this.#progress > time;
	}

	#pump(): void {
		let at = 0;
		while (at < this.#queue.length && this.#socket.bufferedAmount < HANDED) {
			const frame = this.#queue[at++];
			if (!frame) break;
			this.#queued -= frame.length;
			this.#socket.send(frame, (error) => {
				if (error) return;
				this.#progress = this.#clock();
				if (this.#queue.length > 0) this.#pump();
			});
		}
		if (at === 0) return;
		this.#queue = this.#queue.slice(at);
		if (this.#queue.length === 0 && this.#goodBye !== undefined) this.#socket.close(this.#goodBye);
	}
}
