import type { CommonSettings } from '../../activity.ts';

/** Common settings for fixtures: the defaults of the format, with a prompt. */
export const exampleSettings = (kind: string, prompt: string): CommonSettings => ({
	kind,
	prompt,
	each: 'person',
	delivery: 'phone',
	names: 'hidden',
	change_answer: true,
	open: 'manual',
	show: 'on-reveal',
	moderation: 'off',
	sensitive: false,
	breakdown_by: 'none',
	min_cell: 5
});
