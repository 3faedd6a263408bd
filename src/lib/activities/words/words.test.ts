import { expect, test } from 'vitest';
import activity from './index.ts';
import { settings } from './fixtures.ts';
import { stageWords } from './stage.ts';

test('an answer with too many words cannot be sent, whatever the spaces', () => {
	expect(activity.complete(settings, { words: ['good  schools'] })).toBe(true);
	expect(activity.complete(settings, { words: ['good', 'very good schools'] })).toBe(false);
	expect(activity.complete(settings, { words: ['', '  '] })).toBe(false);
});

test('hiding one word keeps the others, hiding all hides the answer', () => {
	const body = { words: ['flat', 'rude'] };
	const [flat, rude] = activity.texts?.(body) ?? [];
	expect(activity.without_texts?.(body, new Set([rude?.id ?? '']))).toEqual({ words: ['flat'] });
	const all = new Set([flat?.id ?? '', rude?.id ?? '']);
	expect(activity.without_texts?.(body, all)).toBeUndefined();
});

test('the stage shows the words given most, as many as fit, and says how many more there are', () => {
	const words = Array.from({ length: 100 }, (_, n) => ({
		id: `w-${n}`,
		text: `word ${n}`,
		count: n === 0 ? 9 : n < 4 ? 5 : 1
	}));
	const { shown, rest } = stageWords(words);
	expect(shown.length + rest).toBe(100);
	expect(shown.length).toBeLessThan(60);
	expect(shown[0]).toMatchObject({ text: 'word 0', size: 'prompt' });
	expect(shown[1]?.size).toBe('lead');
	expect(shown.at(-1)?.size).toBe('min');
});

test('when every word was given once, all are equally large', () => {
	const words = ['a', 'b'].map((text) => ({ id: text, text, count: 1 }));
	expect(stageWords(words).shown.map(({ size }) => size)).toEqual(['lead', 'lead']);
});
