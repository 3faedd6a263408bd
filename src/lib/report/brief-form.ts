import type { QuestionResult } from '#lib/activities/form/schema.ts';
import type { Block } from './model.ts';
import type { ReportPlace } from './source.ts';

type Shape = readonly Block['type'][];

/** The blocks a form gives for one question, and which of them the two-pager takes. */
function shapeOf(question: QuestionResult): { readonly types: Shape; readonly brief: Shape } {
	if (question.people === 0) return { types: ['paragraph', 'paragraph'], brief: [] };
	switch (question.kind) {
		case 'choice':
		case 'many':
			return { types: ['paragraph', 'bars'], brief: ['paragraph', 'bars'] };
		case 'scale':
			return question.median === undefined
				? { types: ['paragraph', 'bars'], brief: [] }
				: { types: ['paragraph', 'bars', 'paragraph'], brief: ['paragraph'] };
		case 'text':
			return { types: ['paragraph', 'quotes'], brief: [] };
		case 'number':
			return { types: ['paragraph', 'paragraph'], brief: ['paragraph'] };
		default:
			return question satisfies never;
	}
}

/**
 * Takes of a form into the two-pager: the middle of every scale and the answers of every choice, nothing
 * of questions nobody answered. Blocks of another shape than expected stay out.
 */
export function briefForm(place: ReportPlace, blocks: readonly Block[]): readonly Block[] {
	const { total } = place.shown;
	if (place.activity.kind !== 'form' || total === undefined) return blocks;
	// The kind is a form, so its result is that of forms.
	const { questions } = total as { readonly questions: readonly QuestionResult[] };
	const first = blocks.findIndex(({ type }) => type === 'paragraph') + 1;
	const brief = new Set<number>();
	let at = first;
	for (const question of questions) {
		const shape = shapeOf(question);
		const found = blocks.slice(at, at + shape.types.length);
		const fits = found.every(
			({ type }, i) =>
				type === shape.types[i] || (type === 'paragraph' && shape.types[i] === 'quotes')
		);
		if (!fits || found.length < shape.types.length) break;
		found.forEach(({ type }, i) => {
			if (shape.brief.includes(type)) brief.add(at + i);
		});
		at += shape.types.length;
	}
	return blocks.map((block, i) => ({
		...block,
		brief: block.type === 'quotes' || brief.has(i)
	}));
}
