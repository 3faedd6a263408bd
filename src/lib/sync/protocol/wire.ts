import { concat } from '#lib/base/bytes.ts';

/** Collects the parts of a message; numbers are big-endian. */
export class Writer {
	readonly #parts: Uint8Array[] = [];

	u8(value: number): this {
		this.#parts.push(Uint8Array.of(value & 255));
		return this;
	}
	u16(value: number): this {
		this.#parts.push(Uint8Array.of((value >>> 8) & 255, value & 255));
		return this;
	}
	u32(value: number): this {
		return this.u16(value >>> 16).u16(value);
	}
	/** Up to 2^48 − 1: times in ms and counters. */
	u48(value: number): this {
		return this.u16(Math.floor(value / 2 ** 32)).u32(value >>> 0);
	}
	bytes(value: Uint8Array): this {
		this.#parts.push(value);
		return this;
	}
	done(): Uint8Array {
		return concat(...this.#parts);
	}
}

/**
 * Reads a message from outside. Never throws: reading past the end gives zeros and makes `ended` false,
 * so a decoder reads everything and then asks once.
 */
export class Reader {
	readonly #data: Uint8Array;
	#at = 0;
	#failed = false;

	constructor(data: Uint8Array) {
		this.#data = data;
	}
	u8(): number {
		return this.bytes(1)[0] ?? 0;
	}
	u16(): number {
		const [a = 0, b = 0] = this.bytes(2);
		return a * 256 + b;
	}
	u32(): number {
		return this.u16() * 65536 + this.u16();
	}
	u48(): number {
		return this.u16() * 2 ** 32 + this.u32();
	}
	/** A copy, so that nothing keeps the whole frame alive. */
	bytes(length: number): Uint8Array {
		if (this.#failed || this.#at + length > this.#data.length) {
			this.#failed = true;
			return new Uint8Array(Math.min(length, 64));
		}
		this.#at += length;
		return this.#data.slice(this.#at - length, this.#at);
	}
	get left(): number {
		return this.#failed ? 0 : this.#data.length - this.#at;
	}
	get failed(): boolean {
		return this.#failed;
	}
	/** True when everything was read, nothing is left over, and nothing was missing. */
	get ended(): boolean {
		return !this.#failed && this.#at === this.#data.length;
	}
}
