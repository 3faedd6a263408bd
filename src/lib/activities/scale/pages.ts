import { stagePages, twice } from '../engines/choose/stage-fit.ts';
import type { ScaleSettings } from './schema.ts';

/** Which statements stand on which stage page: the same in one language and in two. */
export const scalePages = (settings: ScaleSettings) =>
	stagePages(
		twice(settings.prompt ?? ''),
		settings.statements.map(({ text }) => twice(text)),
		// A column of the distribution: number, bar and name of the point.
		{ least: 18, foot: true }
	);
