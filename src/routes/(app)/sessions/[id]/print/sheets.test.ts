import { beforeAll, expect, test } from 'vitest';
import { workshops } from 'virtual:plenum/workshops';
import { activities } from '#lib/activities/registry.ts';
import type { CompiledWorkshop } from '#lib/script/compile.ts';
import { loadWorkshop } from '#lib/script/library.ts';
import { allSteps } from '#lib/script/script.ts';
import { sessionEdition } from '#lib/session/edition.ts';
import { readSetup } from '#lib/session/setup.ts';
import { codedSteps, isSheet, paperTwins, type TwinSource } from './sheets.ts';

let workshop: CompiledWorkshop;

// Reading the whole workshop is slow on a busy machine and not what is tested here.
beforeAll(async () => {
	const found = await loadWorkshop(workshops, 'integration-workshop');
	if (!found) throw new Error('The shipped workshop cannot be read.');
	workshop = found;
}, 60_000);

const sourceOf = (variants: readonly string[]): TwinSource => ({
	workshop,
	plan: sessionEdition(workshop.script, variants, {}).plan,
	setup: readSetup({ place: 'Lindova', organiser: 'Town hall', phoneLanguages: ['en', 'cs'] }),
	joinCode: '7K42 2QMX'
});

test('every step that asks something has a form, backups too, each with a number of its own', () => {
	const twins = paperTwins(sourceOf([]), 'en');
	const asking = allSteps(workshop.script).filter(
		({ activity }) => activity && activities.has(activity.kind)
	);
	expect(twins).toHaveLength(asking.length);
	expect(new Set(twins.map(({ code }) => code)).size).toBe(twins.length);
	expect(twins.some(({ code }) => /^\d+b$/.test(code))).toBe(true);
});

test('a backup has the number of the step it can replace', () => {
	const steps = codedSteps(workshop.script, sourceOf([]).plan);
	const codeOf = (id: string) => steps.find(({ step }) => step.id === id)?.code;
	expect(codeOf('hand-vote')).toBe(`${codeOf('priorities')}b`);
	expect(codeOf('counter-vote')).toBe(`${codeOf('priorities')}c`);
});

test('in the edition without phones the backup is the step and stands in its place', () => {
	const steps = codedSteps(workshop.script, sourceOf(['no-phones']).plan);
	const vote = steps.find(({ step }) => step.id === 'hand-vote');
	expect(vote).toMatchObject({ planned: true });
	expect(vote?.code).toMatch(/^\d+$/);
});

test('a vote on things nobody has said yet has rows to write into; names are filled in', () => {
	const twins = paperTwins(sourceOf([]), 'cs');
	const vote = twins.find(({ kind }) => kind === 'vote');
	expect(vote?.settings.items?.length).toBeGreaterThan(1);
	expect(vote?.lang).toBe('cs');
	const text = JSON.stringify(twins.map(({ settings }) => settings));
	expect(text).toContain('Town hall');
	expect(text).not.toMatch(/\{(place|organiser|facilitator|join_code)\}/);
});

test('only known sheets can be asked for by address', () => {
	expect(isSheet('poster')).toBe(true);
	expect(isSheet('constructor')).toBe(false);
});
