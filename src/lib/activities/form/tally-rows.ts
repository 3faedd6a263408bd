import { POINTS, type FormSettings } from './schema.ts';

/** Rows a helper can count on a heap of sheets: every option and every point of a scale. */
export const tallyRows = ({ questions }: FormSettings) =>
	questions.flatMap(({ id, kind, text, options = [] }) => {
		if (kind === 'scale') {
			return POINTS.map((point) => ({ id: `${id}=${point}`, label: `${text} ${point}` }));
		}
		const sign = kind === 'many' ? '.' : '=';
		return kind === 'choice' || kind === 'many'
			? options.map((option) => ({
					id: `${id}${sign}${option.id}`,
					label: `${text} ${option.label}`
				}))
			: [];
	});
