/** Collects the parts of a message; numbers are big-endian. */
export class Writer {
	#data = new Uint8Array(256);
	#length = 0;

	#grow(by: number): number {
		const at = this.#length;
		this.#length += by;
		if (this.#length > this.#data.length) {
			const larger = new Uint8Array(Math.max(this.#length, 2 * this.#data.length));
			larger.set(this.#data.subarray(0, at));
			this.#data = larger;
		}
		return at;
	}
	u8(value: number): this {
		// Growing may replace the buffer, so it comes first.
		const at = this.#grow(1);
		this.#data[at] = value;
		return this;
	}
	u16(value: number): this {
		return this.u8(value >>> 8).u8(value);
	}
	u32(value: number): this {
		return this.u16(value >>> 16).u16(value);
	}
	/** Up to 2^48 − 1: times in ms and counters. */
	u48(value: number): this {
		return this.u16(Math.floor(value / 2 ** 32)).u32(value >>> 0);
	}
	bytes(value: Uint8Array): this {
		const at = this.#grow(value.length);
		this.#data.set(value, at);
		return this;
	}
	/** A copy of what was collected. */
	done(): Uint8Array {
		return this.#data.slice(0, this.#length);
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
		const value = this.#data[this.#at];
		if (this.#failed || value === undefined) {
			this.#failed = true;
			return 0;
		}
		this.#at += 1;
		return value;
	}
	u16(): number {
		return this.u8() * 256 + this.u8();
	}
	u32(): number {
		return this.u16() * 65536 + this.u16();
	}
	u48(): number {
		return this.u16() * 2 ** 32 + this.u32();
	}
	/** A view of the message, not a copy. */
	bytes(length: number): Uint8Array {
		if (this.#failed || this.#at + length > this.#data.length) {
			this.#failed = true;
			return new Uint8Array(Math.min(length, 64));
		}
		this.#at += length;
		return this.#data.subarray(this.#at - length, this.#at);
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
