import { FluentBundle, FluentResource } from '@fluent/bundle';
import type {
	Activity,
	CommonSettings,
	Disclosed,
	Fixture,
	Translate
} from '#lib/activities/activity.ts';
import { disclose } from '#lib/activities/disclose.ts';
import { activities } from '#lib/activities/registry.ts';
import type { ReportPlace, ReportSource } from './source.ts';

const fixtures = import.meta.glob<readonly Fixture<CommonSettings, unknown, unknown>[]>(
	'../activities/*/fixtures.ts',
	{ eager: true, import: 'fixtures' }
);
const messages = import.meta.glob<string>(
	['../activities/*/messages/*.ftl', '../i18n/messages/{common,report}.*.ftl'],
	{ eager: true, query: '?raw', import: 'default' }
);

/** For tests: all words of reports and kinds; a missing one is an error. */
export function wordsIn(locale: string): Translate {
	const bundle = new FluentBundle(locale, { useIsolating: false });
	for (const [path, text] of Object.entries(messages)) {
		if (path.endsWith(`${locale}.ftl`)) bundle.addResource(new FluentResource(text));
	}
	return (id, args) => {
		const pattern = bundle.getMessage(id)?.value;
		if (!pattern) throw new Error(`There is no message "${id}".`);
		return bundle.formatPattern(pattern, args);
	};
}

/** For tests: a kind of the registry; one that is not there is a bug. */
export function kindOf(kind: string): Activity {
	const found = activities.get(kind);
	if (!found) throw new Error(`no kind ${kind}`);
	return found;
}

export const placeOf = (
	id: string,
	kind: string,
	settings: CommonSettings,
	shown: Disclosed<unknown>,
	openness: ReportPlace['openness'] = 'words'
): ReportPlace => ({ id, title: id, activity: kindOf(kind), settings, shown, openness });

/** For tests: every fixture of every kind as a place, disclosed by the one k rule. */
export const fixturePlaces: readonly ReportPlace[] = [...activities].flatMap(([kind, activity]) =>
	(fixtures[`../activities/${kind}/fixtures.ts`] ?? []).map((fixture, at) =>
		placeOf(
			`${kind}-${at}`,
			kind,
			fixture.settings,
			disclose(activity, fixture.settings, fixture.contributions, fixture.tallies ?? [])
		)
	)
);

/** For tests: a source with these parts. */
export const sourceWith = (parts: Partial<ReportSource> = {}): ReportSource => ({
	workshop: {
		id: 'integration-workshop',
		title: 'Integration workshop',
		version: '1.0.0',
		digest: 'abc',
		status: 'pilot',
		variants: [],
		authors: ['Plenum team'],
		license: 'CC-BY-4.0'
	},
	session: { place: 'Lindova', date: '2026-12-08', organiser: 'Town', facilitator: 'Ada' },
	k: 5,
	spheres: [
		{ id: 'town', label: 'Town hall', count: 5 },
		{ id: 'services', label: 'Schools', count: 4 },
		{ id: 'associations', label: 'Associations', count: 5 },
		{ id: 'newcomers', label: 'People who moved here', count: 7 }
	],
	places: [],
	times: [],
	edits: {},
	...parts
});
