import { without } from '#lib/base/without.ts';
import type { Fixture } from '../activity.ts';
import { exampleSettings } from '../engines/collect/example-settings.ts';
import type { BreakResult } from './reduce.ts';
import type { BreakBody, BreakSettings } from './schema.ts';

/** A coffee break until a quarter to eleven. */
export const settings: BreakSettings = {
	...exampleSettings('break', 'Coffee'),
	back_at: '10:45'
};

/** What the contract test and the editor's preview show of this kind. */
export const fixtures: readonly Fixture<BreakSettings, BreakBody, BreakResult>[] = [
	{ name: 'empty', settings, contributions: [], result: {} },
	{
		name: 'one person waits, the end is not known and the break has no name',
		settings: { ...without(settings, 'prompt'), back_at: '' },
		contributions: [],
		result: {}
	},
	{
		name: 'many people, in Arabic',
		settings: { ...settings, prompt: 'استراحة', help: 'القهوة في البهو.' },
		contributions: [],
		result: {}
	}
];
