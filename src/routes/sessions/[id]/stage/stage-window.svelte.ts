import { stageChannel, type StageFrame, type StageMessage } from '#lib/session/frame.ts';

/** Pointer and buttons disappear this long after the last movement, in ms. */
const STILL_AFTER = 2500;
/** The window says that it is there this often, in ms. */
const HERE_EVERY = 5000;

/**
 * The projector's window: draws the newest frame it was given and keeps it when the controller is gone.
 * The last frame also survives a reload of this window.
 */
export class StageWindow {
	#frame = $state.raw<StageFrame>();
	#still = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #channel: BroadcastChannel;
	readonly #here: ReturnType<typeof setInterval>;
	#lock: WakeLockSentinel | undefined;
	readonly #relock = (): void => void this.#stayAwake();

	constructor(session: string) {
		this.#channel = new BroadcastChannel(stageChannel(session));
		this.#channel.onmessage = ({ data }: MessageEvent<StageMessage>) => {
			if (data.type === 'frame') this.#frame = data.frame;
		};
		this.#say('hello');
		this.#here = setInterval(() => this.#say(this.#frame ? 'here' : 'hello'), HERE_EVERY);
		document.addEventListener('visibilitychange', this.#relock);
		this.#relock();
		this.moved();
	}

	get frame(): StageFrame | undefined {
		return this.#frame;
	}
	/** Nobody moved the pointer for a while. */
	get still(): boolean {
		return this.#still;
	}

	moved(): void {
		this.#still = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.#still = true), STILL_AFTER);
	}

	close(): void {
		clearTimeout(this.#timer);
		clearInterval(this.#here);
		document.removeEventListener('visibilitychange', this.#relock);
		void this.#lock?.release();
		this.#channel.close();
	}

	#say(type: 'hello' | 'here'): void {
		this.#channel.postMessage({ type } satisfies StageMessage);
	}

	async #stayAwake(): Promise<void> {
		if (document.visibilityState !== 'visible') return;
		try {
			this.#lock = await navigator.wakeLock?.request('screen');
		} catch {
			// A browser may refuse (low battery); the projector then follows the laptop's own setting.
		}
	}
}
