/** What the page itself has noted. Times in ms since 1970. */
export interface Notes {
	/** Frames that came after the count had risen: the count in them and when they were painted. */
	readonly frames: { readonly count: number; readonly at: number }[];
	/** When the facilitator pressed "Next". */
	readonly presses: number[];
	/** Tasks that held the page up for 50 ms or more: when they began and how long they took. */
	readonly tasks: { readonly at: number; readonly ms: number }[];
}

/** Where a page keeps its notes. */
export type Noting = typeof globalThis & { notes: Notes };

/**
 * Runs in the page, so it stands alone. Follows the number at the start of the label of the ring `selector`
 * finds. A frame is noted by a message posted from within it: it is handled once the page has drawn the
 * frame and handed it on, which is the last moment a page can see.
 */
export function watchCount(selector: string): void {
	const notes: Notes = { frames: [], presses: [], tasks: [] };
	Object.assign(globalThis, { notes });
	const count = (): number =>
		Number.parseInt(document.querySelector(selector)?.getAttribute('aria-label') ?? '', 10) || 0;
	const drawn = new MessageChannel();
	drawn.port1.onmessage = ({ data }: MessageEvent<number>) =>
		notes.frames.push({ count: data, at: performance.timeOrigin + performance.now() });
	let last = count();
	new MutationObserver(() => {
		const now = count();
		if (now <= last) return;
		last = now;
		requestAnimationFrame(() => drawn.port2.postMessage(now));
	}).observe(document.body, {
		subtree: true,
		childList: true,
		attributes: true,
		attributeFilter: ['aria-label']
	});
	addEventListener(
		'click',
		(event) => {
			const button = event.target instanceof Element && event.target.closest('button');
			if (button && /^Next: /.test(button.innerText.trim()))
				notes.presses.push(performance.timeOrigin + event.timeStamp);
		},
		{ capture: true }
	);
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			notes.tasks.push({ at: performance.timeOrigin + startTime, ms: duration });
	}).observe({ type: 'longtask' });
}

/** Runs in an empty page: the far end of the baseline. Counts what comes and draws the number, nothing else. */
export function countEcho({ url, size }: { url: string; size: number }): Promise<void> {
	const ring = document.createElement('p');
	ring.setAttribute('role', 'img');
	const next = document.createElement('button');
	next.textContent = 'Next: step';
	document.body.append(ring, next);
	let [count, pressed] = [0, 0];
	const socket = new WebSocket(url);
	socket.binaryType = 'arraybuffer';
	socket.onmessage = () => {
		count += 1;
		ring.setAttribute('aria-label', `${String(count)} answered`);
		ring.textContent = String(count);
	};
	next.onclick = () => {
		const bytes = new DataView(new ArrayBuffer(size));
		bytes.setFloat64(0, ++pressed);
		socket.send(bytes);
	};
	return new Promise((resolve, reject) => {
		socket.onopen = () => resolve();
		socket.onerror = () => reject(new Error('no echo'));
	});
}

/** Something to be seen: an element, and if words are given, one of them as all its text. */
export interface Sight {
	readonly name: string;
	readonly selector: string;
	readonly words: readonly string[];
}

/** Where a page keeps when it had painted each sight for the first time, in ms since 1970. */
export type Painting = typeof globalThis & { painted: Record<string, number> };

/** Runs in the page before anything else, so it stands alone. */
export function notePainted(sights: readonly Sight[]): void {
	const painted: Record<string, number> = {};
	Object.assign(globalThis, { painted });
	const waiting = new Set(sights);
	const drawn = new MessageChannel();
	drawn.port1.onmessage = ({ data }: MessageEvent<string>) => {
		painted[data] = performance.timeOrigin + performance.now();
	};
	new MutationObserver(() => {
		for (const sight of waiting) {
			const text = document.querySelector(sight.selector)?.textContent?.trim();
			if (text === undefined || (sight.words.length > 0 && !sight.words.includes(text))) continue;
			waiting.delete(sight);
			requestAnimationFrame(() => drawn.port2.postMessage(sight.name));
		}
	}).observe(document, {
		subtree: true,
		childList: true,
		characterData: true,
		attributes: true,
		attributeFilter: ['aria-current']
	});
}
