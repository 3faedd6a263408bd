import type { StageFrame, StageMessage } from './frame.ts';
import { stageChannel } from './frame.ts';

/** The part of BroadcastChannel used here. */
export interface Channel {
	postMessage(message: StageMessage): void;
	onmessage: ((event: MessageEvent) => void) | null;
	close(): void;
}

/**
 * Sends frames to the stage windows of this device: at once, without any network. A window that opens
 * later asks with `hello` and gets the last frame.
 */
export class StageSender {
	readonly #channel: Channel;
	#last: StageFrame | undefined;
	#lastText = '';

	/** `onwindow` is called whenever a stage window says that it is there. */
	constructor(channel: Channel, onwindow: () => void) {
		this.#channel = channel;
		channel.onmessage = ({ data }) => {
			const type = (data as Partial<StageMessage> | null)?.type;
			if (type === 'hello' && this.#last) channel.postMessage({ type: 'frame', frame: this.#last });
			if (type === 'hello' || type === 'here') onwindow();
		};
	}

	/** Posts the frame unless the windows already show exactly this. */
	send(frame: StageFrame): void {
		const text = JSON.stringify({ ...frame, n: 0 });
		if (text === this.#lastText) return;
		this.#last = frame;
		this.#lastText = text;
		this.#channel.postMessage({ type: 'frame', frame });
	}

	close(): void {
		this.#channel.onmessage = null;
		this.#channel.close();
	}
}

export const openStageChannel = (session: string): Channel =>
	new BroadcastChannel(stageChannel(session));
