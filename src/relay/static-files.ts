import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the built app out of a list made at start, so that no path can leave the folder and no folder is
 * ever listed. Routes get the app's page, missing files `onMissing`.
 */
export function staticFiles(app: string, onMissing: Handler): Handler {
	const serve = sirv(app, {
		brotli: true,
		gzip: true,
		etag: true,
		single: '200.html',
		onNoMatch: onMissing,
		setHeaders(response, path) {
			response.setHeader(
				'Cache-Control',
				path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
			);
		}
	});
	return (request, response) => {
		// Nothing here is worth resuming, and sirv throws on a range that ends before it begins.
		delete request.headers.range;
		// A file may vanish under a running relay (a new build): that ends this response, not the process.
		response.once('pipe', (file) => file.once('error', () => response.destroy()));
		serve(request, response);
	};
}
