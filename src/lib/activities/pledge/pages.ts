import { stagePages, twice } from '../engines/choose/stage-fit.ts';
import type { PledgeResult } from './reduce.ts';
import type { PledgeSettings } from './schema.ts';

/** Which promises stand on which stage page. */
export const pledgePages = (settings: PledgeSettings, { shared }: PledgeResult) =>
	stagePages(
		twice(settings.prompt ?? ''),
		settings.sensitive ? [] : shared.map(({ text }) => ({ label: text })),
		{ width: 115, gap: 3.5, foot: true, size: 'body' }
	);
