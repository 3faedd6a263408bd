import type { Disclosed, ReportBlock, Translate } from '../activity.ts';
import type { CountedWord, WordsResult, WordsSettings } from './schema.ts';

const line = ({ id, text, lang }: CountedWord) => (lang ? { id, text, lang } : { id, text });

/** Words several people gave as bars, the others as a list; sensitive ones only as a number. */
export function report(
	settings: WordsSettings,
	shown: Disclosed<WordsResult>,
	t: Translate
): readonly ReportBlock[] {
	const heading: ReportBlock = { type: 'heading', text: settings.prompt ?? t('words-name') };
	const result = shown.total;
	if (!result || result.words.length === 0) {
		return [heading, { type: 'paragraph', text: t(result ? 'words-none' : 'words-too-few') }];
	}
	const { people, words } = result;
	const blocks: ReportBlock[] = [
		heading,
		{ type: 'paragraph', text: t('words-report-count', { people, words: words.length }) }
	];
	if (settings.sensitive) {
		return [...blocks, { type: 'paragraph', text: t('words-sensitive') }];
	}
	const often = words.filter(({ count }) => count > 1);
	const once = words.filter(({ count }) => count === 1);
	if (often.length > 0) {
		const rows = often.map((word) => {
			const { id, text: label, count, lang } = word;
			return lang ? { id, label, count, lang } : { id, label, count };
		});
		blocks.push({ type: 'bars', rows, unit: t('words-unit') });
	}
	if (once.length > 0) {
		if (often.length > 0) blocks.push({ type: 'paragraph', text: t('words-once') });
		blocks.push({ type: 'list', items: once.map(line) });
	}
	return blocks;
}
