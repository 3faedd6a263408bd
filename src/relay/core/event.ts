import type { Change } from './stored.ts';

/** What happens to the relay. `now` is its clock in ms. */
export type RelayEvent =
	/** A socket opened; `nonce` is 32 fresh random bytes. */
	| {
			readonly type: 'open';
			readonly connection: string;
			readonly nonce: Uint8Array;
			readonly now: number;
	  }
	| {
			readonly type: 'frame';
			readonly connection: string;
			readonly bytes: Uint8Array;
			readonly now: number;
	  }
	| { readonly type: 'close'; readonly connection: string; readonly now: number }
	/** The changes of this commit are durable. */
	| { readonly type: 'committed'; readonly commit: number; readonly now: number }
	/** They could not be stored. Nothing of them was acknowledged. */
	| { readonly type: 'failed'; readonly commit: number; readonly now: number }
	/** About once a second. */
	| { readonly type: 'tick'; readonly now: number };

/**
 * What the process must do, in this order. Commits come one at a time: the next only after `committed`.
 * A `close` may only cut the socket after the frames before it went out.
 */
export type RelayEffect =
	| { readonly type: 'send'; readonly connection: string; readonly frame: Uint8Array }
	| { readonly type: 'close'; readonly connection: string }
	| { readonly type: 'commit'; readonly commit: number; readonly changes: readonly Change[] }
	/** Memory is ahead of the store: make a new relay from what is stored and throw this one away. */
	| { readonly type: 'restart' };
