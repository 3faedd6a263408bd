import { textHash } from '#lib/base/text.ts';
import type { FormBody } from './schema.ts';

// The id follows the words, so that a changed text needs a new look.
const idOf = (question: string, text: string): string => `${question}.${textHash(text)}`;

/** Free texts of one form; only these wait for moderation, the numbers do not. */
export const texts = ({ answers }: FormBody) =>
	answers.flatMap((given) =>
		'text' in given && given.text.trim() !== ''
			? [{ id: idOf(given.id, given.text), text: given.text }]
			: []
	);

/** The form without these texts; the other answers stay. */
export function withoutTexts(
	{ answers }: FormBody,
	ids: ReadonlySet<string>
): FormBody | undefined {
	const left = answers.filter(
		(given) => !('text' in given) || !ids.has(idOf(given.id, given.text))
	);
	return left.length > 0 || answers.length === 0 ? { answers: left } : undefined;
}
