import * as v from 'valibot';

const schema = v.object({
	addresses: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,3}){3}$/))),
		v.maxLength(20)
	)
});

/**
 * Addresses on which phones in the same network may reach the relay this page came from. It tells them
 * only to the laptop it runs on; empty elsewhere and when it does not answer.
 */
export async function lanAddresses(
	get: (path: string) => Promise<Pick<Response, 'json'>>,
	at: Pick<Location, 'protocol' | 'port'>
): Promise<readonly string[]> {
	try {
		const answer = await get('/health');
		const read = v.safeParse(schema, await answer.json());
		const port = at.port ? `:${at.port}` : '';
		return read.success
			? read.output.addresses.map((address) => `${at.protocol}//${address}${port}`)
			: [];
	} catch {
		return [];
	}
}
