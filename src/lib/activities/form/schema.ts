import * as v from 'valibot';
import type { CommonSettings, ReportLine } from '../activity.ts';
import { freeText, plainId } from '../engines/collect/body.ts';
import type { Count } from '../engines/collect/merge-small.ts';
import type { Fields } from '../field.ts';

export const QUESTION_KINDS = ['choice', 'many', 'scale', 'text', 'number'] as const;

export interface FormQuestion {
	readonly id: string;
	readonly kind: (typeof QUESTION_KINDS)[number];
	readonly text: string;
	readonly options?: readonly { readonly id: string; readonly label: string }[];
}
export interface FormSettings extends CommonSettings {
	readonly questions: readonly FormQuestion[];
}

export const TEXT_LENGTH = 280;
/** Points of every scale question: 1 is the low end. */
export const POINTS = [1, 2, 3, 4, 5] as const;

export const fields = {
	questions: {
		type: 'list',
		min: 1,
		max: 12,
		required: true,
		help: 'The questions in their order. Every one can be skipped.',
		of: {
			type: 'object',
			help: 'One question.',
			fields: {
				id: { type: 'id', required: true, help: 'Reference name, never shown.' },
				kind: {
					type: 'choice',
					options: QUESTION_KINDS,
					required: true,
					help: 'One option, many options, a scale from 1 to 5, own words, or a number.'
				},
				text: {
					type: 'text',
					max: 140,
					audience: 'P',
					required: true,
					help: 'The question. One thing at a time.',
					example: 'Was today useful for you?'
				},
				options: {
					type: 'list',
					min: 2,
					max: 10,
					help: 'What can be chosen, for questions of the kinds choice and many.',
					of: {
						type: 'object',
						help: 'One option.',
						fields: {
							id: { type: 'id', required: true, help: 'Reference name, never shown.' },
							label: {
								type: 'text',
								max: 60,
								audience: 'P',
								required: true,
								help: 'What people read.',
								example: 'Just right'
							}
						}
					}
				}
			}
		}
	}
} satisfies Fields;

const answer = v.union([
	v.strictObject({ id: plainId, option: plainId }),
	v.strictObject({ id: plainId, options: v.pipe(v.array(plainId), v.maxLength(10)) }),
	v.strictObject({ id: plainId, text: freeText(TEXT_LENGTH) }),
	v.strictObject({
		id: plainId,
		number: v.pipe(v.number(), v.finite(), v.minValue(-1e9), v.maxValue(1e9))
	})
]);
export type FormAnswer = v.InferOutput<typeof answer>;

/** The answers of one person; a skipped question is not in it. */
export const body = v.strictObject({ answers: v.pipe(v.array(answer), v.maxLength(12)) });
export type FormBody = v.InferOutput<typeof body>;

/** What came back for one question. `people` answered it. */
export type QuestionResult = { readonly id: string; readonly people: number } & (
	| { readonly kind: 'choice' | 'many'; readonly counts: readonly Count[] }
	| {
			readonly kind: 'scale';
			readonly counts: readonly Count[];
			/** Undefined when nobody answered. */
			readonly median: number | undefined;
	  }
	| { readonly kind: 'text'; readonly texts: readonly ReportLine[] }
	| { readonly kind: 'number'; readonly median: number | undefined; readonly sum: number }
);
export interface FormResult {
	readonly people: number;
	/** In the order of the script; questions withheld by the k rule are left out. */
	readonly questions: readonly QuestionResult[];
}
