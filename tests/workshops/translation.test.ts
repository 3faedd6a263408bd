import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Script, Step } from '#lib/script/script.ts';
import { textsOf } from '#lib/script/texts.ts';
import { matchTexts, type TextState, type Translation } from '#lib/script/translate.ts';
import { converted, filesOf, replace } from './support.ts';

const { script } = converted(await filesOf('local-integration'));

/** A complete translation of a script, as a translator would have left it. */
const translate = (of: Script): Translation[] =>
	textsOf(of).map(({ key, source }) => ({
		key,
		src: source,
		text: `«${source}»`,
		draft: false,
		line: 0
	}));

const states = (of: Script, strings: readonly Translation[]): Map<string, TextState> => {
	const { texts } = matchTexts(textsOf(of), strings);
	return new Map(textsOf(of).map(({ key }) => [key, texts.get(key)?.state ?? 'missing']));
};
const count = (of: ReadonlyMap<string, TextState>, state: TextState) =>
	[...of.values()].filter((each) => each === state).length;

const strings = translate(script);

/** Random other orders of the steps over the same phases: a step may change its phase. */
const orders = fc
	.tuple(
		fc.shuffledSubarray(script.phases.flatMap(({ steps }) => steps), { minLength: 7, maxLength: 7 }),
		fc.integer({ min: 1, max: 6 })
	)
	.map(([steps, at]): Script => {
		const [first, second] = script.phases;
		if (!first || !second) throw new Error('The example has two phases.');
		const split: readonly (readonly Step[])[] = [steps.slice(0, at), steps.slice(at)];
		return { ...script, phases: [first, second].map((phase, i) => ({ ...phase, steps: split[i] ?? [] })) };
	});

test('moving steps within and between phases loses no translation', () => {
	fc.assert(
		fc.property(orders, (moved) => {
			expect(count(states(moved, strings), 'ok')).toBe(strings.length);
		}),
		{ numRuns: 200 }
	);
});

const bullets = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}( [a-z]{2,6}){0,3}$/), {
	minLength: 2,
	maxLength: 10
});
const withBullets = (list: readonly string[]): Script => ({
	...script,
	phases: script.phases.map((phase) => ({
		...phase,
		steps: phase.steps.map((step) =>
			step.id === 'needs' ? { ...step, notes: { ...step.notes, do: list } } : step
		)
	}))
});

test('moving bullets within a list keeps each with its own translation', () => {
	fc.assert(
		fc.property(
			bullets.chain((list) =>
				fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
			),
			([list, moved]) => {
				const before = translate(withBullets(list));
				const { texts } = matchTexts(textsOf(withBullets(moved)), before);
				moved.forEach((bullet, index) =>
					expect(texts.get(`steps.needs.notes.do.${index}`)).toMatchObject({
						text: `«${bullet}»`,
						state: 'ok'
					})
				);
			}
		)
	);
});

test('changing one source sentence makes exactly one text stale', async () => {
	const edited = converted(
		await filesOf('local-integration', (text, path) =>
			path === 'workshop.yaml' ? replace(text, 'We start soon.', 'We start in a moment.') : text
		)
	);
	const after = states(edited.script, strings);
	expect(after.get('steps.welcome.phone.waiting')).toBe('stale');
	expect([count(after, 'stale'), count(after, 'missing')]).toEqual([1, 0]);
});

test('any one edited text is the only one that is stale', () => {
	fc.assert(
		fc.property(fc.nat({ max: strings.length - 1 }), (at) => {
			const entries = textsOf(script).map((entry, index) =>
				index === at ? { ...entry, source: `${entry.source} changed words` } : entry
			);
			const { texts } = matchTexts(entries, strings);
			const stale = entries.filter(({ key }) => texts.get(key)?.state === 'stale');
			expect(stale.map(({ key }) => key)).toEqual([entries[at]?.key]);
			expect(texts.size).toBe(entries.length);
		})
	);
});

test('no translation is used for two texts, whatever was edited', () => {
	const word = fc.constantFrom('Yes', 'No', 'Perhaps', 'Later');
	const keys = ['steps.a.title', 'steps.a.phone.body', 'steps.b.title', 'steps.b.phone.body'];
	const sources = fc.tuple(word, word, word, word);
	fc.assert(
		fc.property(sources, sources, (now, before) => {
			const entries = keys.map((key, i) => ({
				key,
				source: now[i] ?? '',
				audience: 'P' as const,
				max: 60,
				unit: key
			}));
			const old = keys.map((key, i) => ({
				key,
				src: before[i] ?? '',
				text: `${key}: ${before[i]}`,
				draft: false,
				line: 0
			}));
			const { texts, orphans } = matchTexts(entries, old);
			const used = [...texts.values()].map(({ text }) => text);
			expect(new Set(used).size).toBe(used.length);
			expect(used.length + orphans.length).toBe(old.length);
			for (const { key, source } of entries) {
				const match = texts.get(key);
				if (match?.state === 'ok') expect(match.text.endsWith(`: ${source}`)).toBe(true);
			}
		})
	);
});

test('a translation with spaces or letters written differently is not stale', () => {
	const [first] = textsOf(script);
	if (!first) throw new Error('The example has texts.');
	const entries = [{ ...first, source: 'Caf\u00e9  at\nnoon' }];
	const old = [{ key: first.key, src: 'Cafe\u0301 at noon', text: 'Káva', draft: false, line: 0 }];
	expect(matchTexts(entries, old).texts.get(first.key)?.state).toBe('ok');
});

test('a stale text whose placeholder is gone counts as missing', () => {
	const [first] = textsOf(script);
	if (!first) throw new Error('The example has texts.');
	const old = [{ key: first.key, src: 'Welcome', text: 'Vítejte', draft: false, line: 0 }];
	const { texts, broken } = matchTexts([{ ...first, source: 'Welcome to {place}' }], old);
	expect([texts.size, broken]).toEqual([0, []]);
});
