const texts = import.meta.glob<string>('./*/messages/*.ftl', {
	query: '?raw',
	import: 'default'
});

/** The kind's own interface words as Fluent source; empty when there are none in that language. */
export async function loadKindMessages(kind: string, locale: string): Promise<string> {
	const load = texts[`./${kind}/messages/${locale}.ftl`];
	return load ? await load() : '';
}

/** Words of every kind in one language, for screens that may show any of them. */
export async function allKindMessages(locale: string): Promise<readonly string[]> {
	const own = Object.entries(texts).filter(([path]) => path.endsWith(`/${locale}.ftl`));
	return Promise.all(own.map(([, load]) => load()));
}
