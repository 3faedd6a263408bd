import * as v from 'valibot';
import { without } from '#lib/base/without.ts';
import type { CommonSettings } from '../activity.ts';
import type { Fields } from '../field.ts';
import { plainId } from '../engines/collect/body.ts';

export interface ScaleSettings extends CommonSettings {
	readonly statements: readonly { readonly id: string; readonly text: string }[];
	/** Points of the scale, 2–10; 1 is the low end. */
	readonly points: number;
	readonly labels: { readonly low: string; readonly mid?: string; readonly high: string };
	/** Faces instead of blocks beside the answers. */
	readonly faces: boolean;
	readonly dont_know: boolean;
	/** The earlier step with the same statements to compare with. */
	readonly compare_to?: string;
}

export const fields: Fields = {
	statements: {
		type: 'list',
		required: true,
		min: 1,
		max: 12,
		of: {
			type: 'object',
			help: 'One statement.',
			fields: {
				id: { type: 'id', required: true, help: 'Name for before and after comparison.' },
				text: {
					type: 'text',
					required: true,
					max: 120,
					audience: 'P',
					help: 'A short sentence people can agree with or not.',
					example: 'I know where to ask for help here'
				}
			}
		},
		help: 'What people rate, one on each phone screen. Everybody can skip any of them.'
	},
	points: {
		type: 'number',
		min: 2,
		max: 10,
		default: 5,
		help: 'How many answers there are between the two ends. Five suits most questions.'
	},
	labels: {
		type: 'object',
		required: true,
		help: 'Words for the ends of the scale, and for the middle if it has one.',
		fields: {
			low: {
				type: 'text',
				required: true,
				max: 30,
				audience: 'P',
				help: 'The low end.',
				example: 'Not true'
			},
			mid: { type: 'text', max: 30, audience: 'P', help: 'The middle.', example: 'Partly' },
			high: {
				type: 'text',
				required: true,
				max: 30,
				audience: 'P',
				help: 'The high end.',
				example: 'Very true'
			}
		}
	},
	faces: {
		type: 'yesno',
		default: false,
		help: 'Shows faces beside the answers instead of blocks.'
	},
	dont_know: {
		type: 'yesno',
		default: true,
		help: 'Offers "I don\'t know" under each statement.'
	},
	compare_to: {
		type: 'ref',
		to: 'step',
		help: 'An earlier scale with the same statements; before and after are shown together.'
	}
};

export const DONT_KNOW = 'dont-know';

/** Answers by statement; a statement left out was skipped. */
export const body = v.strictObject({
	answers: v.pipe(
		v.record(
			plainId,
			v.union([
				v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
				v.literal(DONT_KNOW)
			])
		),
		v.check((answers) => Object.keys(answers).length <= 12, 'At most 12 statements.')
	)
});
export type ScaleBody = v.InferOutput<typeof body>;
export type ScaleAnswer = ScaleBody['answers'][string];

/** The answer to one statement, if it is one this scale offers. */
export function answerTo(
	settings: ScaleSettings,
	value: ScaleBody,
	id: string
): ScaleAnswer | undefined {
	const answer = Object.hasOwn(value.answers, id) ? value.answers[id] : undefined;
	if (answer === DONT_KNOW) return settings.dont_know ? answer : undefined;
	return answer !== undefined && answer <= settings.points ? answer : undefined;
}

/** The body with one answer set, or taken back with `undefined`. */
export function withAnswer(
	value: ScaleBody,
	id: string,
	answer: ScaleAnswer | undefined
): ScaleBody {
	return {
		answers: answer === undefined ? without(value.answers, id) : { ...value.answers, [id]: answer }
	};
}

/** Points of the scale, low end first: 1, 2, … */
export const pointsOf = (settings: ScaleSettings): readonly number[] =>
	Array.from({ length: settings.points }, (_, at) => at + 1);

/** The author's word for a point: both ends, and the middle where there is one. */
export function labelOf(settings: ScaleSettings, point: number): string | undefined {
	const { low, mid, high } = settings.labels;
	if (point === 1) return low;
	if (point === settings.points) return high;
	return 2 * point === settings.points + 1 ? mid : undefined;
}

/** Number and word of a point, for lists where each stands alone. */
export function nameOf(settings: ScaleSettings, point: number): string {
	const label = labelOf(settings, point);
	return label ? `${point} ${label}` : String(point);
}
