import { FluentBundle, FluentResource } from '@fluent/bundle';
import { directionOf } from '#lib/base/direction.ts';

/** Words of the interface in one language: message id and arguments to text. */
export type Translate = (id: string, args?: Readonly<Record<string, string | number>>) => string;

/** Messages of one language, as the text of Fluent files. */
export interface MessageSource {
	readonly locale: string;
	readonly texts: readonly string[];
}

/** What to do with a message that is missing or broken. The default shows the id. */
export type Complain = (trouble: string) => void;

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/**
 * Makes one translator from sources in order of preference; a message is taken from the first that
 * has it. Names of the other direction are isolated, so that a place in Arabic does not turn a
 * sentence around.
 */
export function createTranslator(
	sources: readonly MessageSource[],
	complain: Complain = () => {}
): Translate {
	const bundles = sources.map(({ locale, texts }) => {
		const toLeft = directionOf(locale) === 'rtl';
		const bundle = new FluentBundle(locale, { useIsolating: toLeft });
		for (const text of texts) bundle.addResource(new FluentResource(text));
		return { bundle, toLeft };
	});

	return (id, args) => {
		for (const { bundle, toLeft } of bundles) {
			const pattern = bundle.getMessage(id)?.value;
			if (!pattern) continue;
			const errors: Error[] = [];
			const text = bundle.formatPattern(pattern, toLeft ? args : isolated(args), errors);
			for (const error of errors) complain(`${id}: ${error.message}`);
			return text;
		}
		complain(`There is no message "${id}".`);
		return id;
	};
}

// Isolating every value would put invisible marks into texts that are searched, compared and copied.
function isolated(args: Parameters<Translate>[1]): Parameters<Translate>[1] {
	if (!args) return args;
	const entries = Object.entries(args).map(([key, value]) => [
		key,
		typeof value === 'string' && RIGHT_TO_LEFT_LETTER.test(value) ? `\u2068${value}\u2069` : value
	]);
	return Object.fromEntries(entries) as Parameters<Translate>[1];
}
