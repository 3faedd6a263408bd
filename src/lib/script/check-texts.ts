import type { Problem } from '#lib/base/problem.ts';
import { htmlIn } from './check-steps.ts';
import type { Compilation } from './compile.ts';
import { problem } from './messages.ts';
import { fold } from './translate.ts';

/** Name of a language in English, for messages. */
export function languageName(tag: string): string {
	try {
		return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}

/** Translation files: they belong here, keep placeholders, fit, and are whole where they must be. */
export function checkTexts(compilation: Compilation): readonly Problem[] {
	const { script } = compilation;
	const offered = (script.languages?.participants ?? []).filter(
		(tag) => tag !== script.language && !(tag in compilation.files)
	);
	return [
		...offered.map((locale) =>
			problem(
				'language-missing',
				{ language: languageName(locale), locale },
				{ path: 'languages.participants' }
			)
		),
		...Object.keys(compilation.files).flatMap((locale) => checkLocale(compilation, locale))
	];
}

function checkLocale(
	{ script, entries, files, matchings }: Compilation,
	locale: string
): Problem[] {
	const content = files[locale];
	const matching = matchings[locale];
	if (!content || !matching) return [];
	const file = `i18n/${locale}.yaml`;
	const language = languageName(locale);
	const problems: Problem[] = [];
	if (content.workshop !== script.id) {
		const args = { file, value: content.workshop, id: script.id };
		problems.push(problem('text-workshop', args, { file, path: 'workshop' }));
	}
	if (content.locale !== locale) {
		const args = { file, value: content.locale, locale };
		problems.push(problem('text-locale', args, { file, path: 'locale' }));
	}
	for (const { key, placeholder, lost, line } of matching.broken) {
		const code = lost ? 'placeholder-lost' : 'placeholder-added';
		problems.push(problem(code, { language, key, placeholder }, { file, line, path: key }));
	}
	for (const { key, max } of entries) {
		const text = matching.texts.get(key);
		if (!text) continue;
		const at = { file, line: text.line, path: key };
		const count = [...text.text].length;
		if (count > max)
			problems.push(problem('translation-too-long', { language, key, count, max }, at));
		const tag = htmlIn(text.text);
		if (tag !== undefined) problems.push(problem('html', { field: key, where: file, tag }, at));
		if (text.state === 'stale') problems.push(problem('text-stale', { language, key }, at));
	}
	for (const { key, line } of matching.orphans)
		problems.push(problem('text-orphan', { language, key }, { file, line, path: key }));
	if (!locale.endsWith('-simple')) problems.push(...checkMixed());
	return problems;

	/** Activities with some texts in this language and some not: people would see them in another one. */
	function checkMixed(): Problem[] {
		const units = new Map<string, string[]>();
		for (const { key, unit, source } of entries) {
			if (!unit.endsWith('.activity') || fold(source) === '') continue;
			units.set(unit, [...(units.get(unit) ?? []), key]);
		}
		return [...units].flatMap(([unit, keys]) => {
			const done = keys.filter((key) => matching?.texts.has(key)).length;
			const broken = keys.some((key) => matching?.broken.some((each) => each.key === key));
			if (done === 0 || done === keys.length || broken) return [];
			const id = unit.split('.')[1] ?? '';
			const title = entries.find((each) => each.key === `steps.${id}.title`)?.source ?? id;
			const args = { done, total: keys.length, where: `*${title}*`, language };
			return [problem('mixed-options', args, { file, path: unit })];
		});
	}
}
