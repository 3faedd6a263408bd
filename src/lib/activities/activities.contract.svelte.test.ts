import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CommonSettings, Fixture, Phase } from './activity.ts';
import { disclosed, kinds, LOCALES, strictTranslate } from './contract-support.ts';
import { loadView } from './views.ts';

type AnyFixture = Fixture<CommonSettings, unknown, unknown>;

const PHASES: readonly Phase[] = ['waiting', 'open', 'closed', 'shown'];

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

/** Renders and checks what holds for every view: no message id or `undefined` on the screen, every control named. */
async function check(
	kind: string,
	role: 'Participant' | 'Facilitator' | 'Stage' | 'Paper',
	props: Record<string, unknown>
): Promise<HTMLElement> {
	const complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
	const { container, unmount } = render(await loadView(kind, role), { props });
	const text = container.textContent ?? '';
	expect(text).not.toContain('undefined');
	expect(text).not.toContain('[object');
	expect(text).not.toContain('NaN');
	for (const control of container.querySelectorAll('button, input, textarea, select')) {
		expect(nameOf(control, container), control.outerHTML).not.toBe('');
	}
	for (const complaint of complaints) {
		expect(complaint).not.toHaveBeenCalled();
		complaint.mockRestore();
	}
	const copy = container.cloneNode(true) as HTMLElement;
	unmount();
	return copy;
}

function nameOf(control: Element, root: Element): string {
	// Looking for labels by id walks the whole tree, which takes long for two hundred cards.
	const around = control.closest('label')?.textContent?.trim();
	if (around) return around;
	const labels = (control.getAttribute('aria-labelledby') ?? '')
		.split(' ')
		.map((id) => (id ? (root.querySelector(`[id="${id}"]`)?.textContent ?? '') : ''));
	const own = 'labels' in control ? (control as HTMLInputElement).labels : null;
	return [
		control.getAttribute('aria-label') ?? '',
		...labels,
		...[...(own ?? [])].map((label) => label.textContent ?? ''),
		control.tagName === 'BUTTON' ? (control.textContent ?? '') : ''
	]
		.join('')
		.trim();
}

describe.each(kinds)('$kind', (kind) => {
	const each = (run: (fixture: AnyFixture, locale: string) => Promise<void>) => async () => {
		for (const locale of LOCALES) {
			for (const fixture of kind.fixtures) await run(fixture, locale);
		}
	};

	test(
		'the participant view renders every fixture, empty and filled, in every phase',
		each(async (fixture, locale) => {
			const t = strictTranslate(kind, locale);
			const { settings, contributions, result } = fixture;
			const bodies = [kind.activity.blank(settings), ...contributions.map(({ body }) => body)];
			for (const [place, value] of bodies.slice(0, 6).entries()) {
				const onchange = vi.fn();
				await check(kind.kind, 'Participant', {
					settings,
					value,
					onchange,
					phase: PHASES[place % PHASES.length],
					mine: place % 2 === 0 ? [] : [value],
					disabled: place % 3 === 2,
					...(place % 2 === 0 ? {} : { shown: disclosed(contributions.length, result) }),
					t,
					locale
				});
				expect(onchange, 'a form changes nothing by itself').not.toHaveBeenCalled();
			}
		})
	);

	test(
		'the facilitator view renders every fixture',
		each(async ({ settings, contributions, result }, locale) => {
			const t = strictTranslate(kind, locale);
			for (const arrange of [undefined, vi.fn()]) {
				const props = { settings, result, contributions, phase: 'open', arrange, t, locale };
				await check(kind.kind, 'Facilitator', props);
			}
		})
	);

	test(
		'the stage view renders every fixture: prompt alone, hidden by few people, and shown',
		each(async ({ settings, contributions, result }, locale) => {
			const t = strictTranslate(kind, locale);
			const second = { settings: { ...settings, prompt: 'ما الصعب هنا؟' }, locale: 'ar' };
			const people = contributions.length;
			const base = { settings, answered: people, present: people + 3, t, locale };
			const alone = await check(kind.kind, 'Stage', { ...base, phase: 'open' });
			expect(alone.textContent).toContain(settings.prompt ?? '');
			const few = { people, total: undefined, cells: [], note: 'too-few' };
			await check(kind.kind, 'Stage', { ...base, second, phase: 'shown', shown: few });
			for (const page of [0, 1, 99]) {
				const shown = disclosed(people, result);
				await check(kind.kind, 'Stage', { ...base, second, phase: 'shown', shown, page });
			}
		})
	);

	test(
		'the paper twin renders every setting with the step reference in its corner',
		each(async ({ settings }, locale) => {
			const t = strictTranslate(kind, locale);
			const paper = await check(kind.kind, 'Paper', { settings, code: 'needs-2', t, locale });
			if (kind.activity.produces !== 'nothing') expect(paper.textContent).toContain('needs-2');
		})
	);

	test('stage views use only sizes that are shares of the stage', () => {
		const css = (kind.sources['StageView.svelte'] ?? '').split('<style')[1] ?? '';
		expect(css).not.toMatch(/\d(?:px|r?em|pt|v[wh])\b/);
	});
});
