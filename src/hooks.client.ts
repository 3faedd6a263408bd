import type { HandleClientError } from '@sveltejs/kit';

/**
 * The last net: what nobody has handled is a bug. It is written to the console for whoever mends it and
 * shown as a plain screen; nothing is sent anywhere.
 */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status === 404) return { message };
	console.error(error);
	return { message: error instanceof Error ? `${error.name}: ${error.message}` : message };
};
