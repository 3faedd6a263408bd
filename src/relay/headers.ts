import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the page may use of the device; everything else that Chromium knows is switched off. */
const ALLOWED = ['camera', 'clipboard-write', 'fullscreen', 'screen-wake-lock'];
const DENIED = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'clipboard-read',
	'compute-pressure',
	'display-capture',
	'encrypted-media',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'identity-credentials-get',
	'idle-detection',
	'keyboard-map',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'otp-credentials',
	'payment',
	'picture-in-picture',
	'publickey-credentials-create',
	'publickey-credentials-get',
	'serial',
	'storage-access',
	'sync-xhr',
	'usb',
	'window-management',
	'xr-spatial-tracking'
];

/**
 * Headers that every response carries, errors included. The policy must be the page's own, so that the
 * hash of Kit's boot script stays true; only `frame-ancestors`, which a page cannot state itself, is added.
 */
export function securityHeaders(
	pagePolicy: string,
	origin: string | undefined
): Readonly<Record<string, string>> {
	return {
		'Content-Security-Policy': `${pagePolicy}; frame-ancestors 'none'`,
		...(origin?.startsWith('https:')
			? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload' }
			: {}),
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Cross-Origin-Embedder-Policy': 'require-corp',
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Permissions-Policy': [
			...ALLOWED.map((feature) => `${feature}=(self)`),
			...DENIED.map((feature) => `${feature}=()`)
		].join(', '),
		'Origin-Agent-Cluster': '?1'
	};
}

/**
 * The policy in the built pages' meta tags; undefined when there is no built page or it carries none. Pages that
 * were rendered at build time start with scripts of their own: the header allows those of every page, and each page's
 * meta tag allows only its own.
 */
export async function pagePolicy(app: string): Promise<string | undefined> {
	const names = await readdir(app).catch(() => []);
	const pages = names.filter((name) => name.endsWith('.html')).sort();
	const policies: string[] = [];
	for (const name of pages) {
		const html = await readFile(join(app, name), 'utf8');
		const tag = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1];
		if (tag === undefined) return undefined;
		policies.push(tag.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
	}
	const [first] = policies;
	const hashes = new Set(policies.flatMap((policy) => scriptSources(policy).split(' ')));
	return first?.replace(scriptSources(first), [...hashes].join(' '));
}

const scriptSources = (policy: string): string => /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
