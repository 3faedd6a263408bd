import type { ChannelName, LogRow, WriterId } from './contract.ts';

/** What happens to a device. `now` is its clock in ms; it may be wrong, and only differences of it are used. */
export type CoreEvent =
	/** Once, first: builds the documents from what the store held. */
	| {
			readonly type: 'start';
			readonly rows: readonly LogRow[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
			readonly now: number;
	  }
	| {
			readonly type: 'link-up';
			readonly link: string;
			readonly kind: 'relay' | 'tabs';
			readonly now: number;
	  }
	| { readonly type: 'link-down'; readonly link: string; readonly now: number }
	| {
			readonly type: 'frame';
			readonly link: string;
			readonly bytes: Uint8Array;
			readonly now: number;
	  }
	/** A change of this page; `id` comes back in `done`. Its entry is at most 16 KB. */
	| {
			readonly type: 'change';
			readonly id: number;
			readonly channel: ChannelName;
			readonly update: Uint8Array;
			readonly inst: Uint8Array;
			readonly now: number;
	  }
	/** The answer to `compact`: own structs of the whole document, taken in the same turn. */
	| {
			readonly type: 'snapshot';
			readonly channel: ChannelName;
			readonly update: Uint8Array;
			readonly inst: Uint8Array;
			readonly now: number;
	  }
	| { readonly type: 'committed'; readonly commit: number; readonly now: number }
	| { readonly type: 'failed'; readonly commit: number; readonly now: number }
	/** Another tab was faster; `rows` and `meta` are what the store holds now. */
	| {
			readonly type: 'conflict';
			readonly commit: number;
			readonly rows: readonly LogRow[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
			readonly now: number;
	  }
	| { readonly type: 'lock'; readonly locked: boolean; readonly now: number }
	| { readonly type: 'remove'; readonly writer: WriterId; readonly now: number }
	/** About once a second. */
	| { readonly type: 'tick'; readonly now: number };

/** What the shell must do, in this order. */
export type CoreEffect =
	| { readonly type: 'send'; readonly link: string; readonly frame: Uint8Array }
	| { readonly type: 'resume'; readonly link: string }
	/** One at a time: the next only after `committed`, `failed` or `conflict`. */
	| {
			readonly type: 'commit';
			readonly commit: number;
			readonly rows: readonly LogRow[];
			readonly remove: readonly Pick<LogRow, 'channel' | 'author' | 'seq'>[];
			readonly meta: ReadonlyMap<string, Uint8Array>;
	  }
	/** Updates that passed the gate, to be applied to the channel's document together. */
	| {
			readonly type: 'apply';
			readonly channel: ChannelName;
			readonly updates: readonly Uint8Array[];
	  }
	/** A change is durable. */
	| { readonly type: 'done'; readonly id: number; readonly seq: number }
	| { readonly type: 'compact'; readonly channel: ChannelName }
	| { readonly type: 'changed'; readonly channel?: ChannelName };
