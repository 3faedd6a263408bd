import { build, files, version } from '$service-worker';
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

// The page that every route starts from. The adapter writes it after Kit has listed its files.
const SHELL = '/200.html';

precacheAndRoute([
	// Names under build carry a hash of their content, so a file of that name is the right one for ever.
	...build.map((url) => ({ url, revision: null })),
	...files.map((url) => ({ url, revision: version })),
	{ url: SHELL, revision: version }
]);

registerRoute(
	new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: [/^\/(?:health|sync)$/] })
);

// A new version waits until a person asks for it, and even then while another window is open: a stage or a
// running session must never find its code swapped. There is no skipWaiting on install and no clients.claim.
self.addEventListener('message', (event) => {
	const wanted: unknown = event.data;
	if (!(wanted instanceof Object && 'type' in wanted && wanted.type === 'SKIP_WAITING')) return;
	event.waitUntil(
		(async () => {
			const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
			const alone = open.length <= 1;
			event.ports[0]?.postMessage(alone);
			if (alone) await self.skipWaiting();
		})()
	);
});
