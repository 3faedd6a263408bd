import type { ReportBlock } from '../activity.ts';

/** A break leaves nothing to report. */
export const report = (): readonly ReportBlock[] => [];
