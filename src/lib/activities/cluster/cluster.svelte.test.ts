import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import activity from './index.ts';
import { fixtures, settings } from './fixtures.ts';
import FacilitatorView from './FacilitatorView.svelte';

afterEach(cleanup);

const t = (id: string) => id;

test('a facilitator makes a heap of chosen cards without dragging', async () => {
	const arrange = vi.fn();
	const result = activity.reduce(settings, [], []);
	const props = { settings, result, contributions: [], arrange, t, locale: 'en' };
	render(FacilitatorView, { props: { ...props, phase: 'open' } });
	screen.getByRole('checkbox', { name: 'Byt' }).click();
	screen.getByRole('checkbox', { name: 'Letters from offices.' }).click();
	screen.getByRole('button', { name: 'cluster-new' }).click();
	expect(arrange).toHaveBeenCalledWith({
		clusters: [{ id: expect.stringMatching(/^[a-z0-9]{16}$/), name: '', items: ['i1', 'i3'] }]
	});
});

test('two hundred cards are all there, those in no heap too', () => {
	const many = fixtures.find(({ name }) => name.startsWith('many'));
	if (!many) throw new Error('fixture missing');
	const props = { ...many, arrange: vi.fn(), phase: 'open' as const, t, locale: 'en' };
	render(FacilitatorView, { props });
	expect(screen.getAllByRole('checkbox')).toHaveLength(200);
});
