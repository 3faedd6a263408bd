import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator, type Translate } from '#lib/i18n/translator.ts';
import { root } from '../../scripts/build-relay.mjs';

export type { Translate };

/** Every word of the interface in one language, from the message files themselves. */
export function wordsIn(locale: string): Translate {
	const areas = join(root, 'src', 'lib', 'i18n', 'messages');
	const kinds = join(root, 'src', 'lib', 'activities');
	const texts = [
		...readdirSync(areas)
			.filter((name) => name.endsWith(`.${locale}.ftl`))
			.map((name) => join(areas, name)),
		...readdirSync(kinds, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && entry.name !== 'engines')
			.map((entry) => join(kinds, entry.name, 'messages', `${locale}.ftl`))
	].map((path) => readFileSync(path, 'utf8'));
	return createTranslator([{ locale, texts }], (trouble) => {
		throw new Error(`${locale}: ${trouble}`);
	});
}
