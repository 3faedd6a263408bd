import type { Translate } from '#lib/activities/activity.ts';
import type { Lines } from './lines.ts';
import type { Block } from './model.ts';
import type { Room } from './room.ts';
import type { ReportSource, ReportTime } from './source.ts';

/** Planned and actual minutes, and what was left out or replaced, with the reason. */
export function timeBlock(
	times: readonly ReportTime[],
	lines: Lines,
	t: Translate
): readonly Block[] {
	const rows = times.map((time) => {
		const id = `time.${time.id}`;
		const cells = [
			time.title,
			t('report-minutes', { minutes: time.planned }),
			time.actual === undefined ? '–' : t('report-minutes', { minutes: time.actual }),
			happened(time, t)
		];
		return { id, cells, edit: lines.row(id, time.title) };
	});
	if (!times.some(({ actual }) => actual !== undefined)) return [];
	const columns = ['step', 'planned', 'actual', 'happened'].map((name) => t(`report-time-${name}`));
	return [{ type: 'table', brief: false, columns, rows }];
}

function happened(time: ReportTime, t: Translate): string {
	const words = [
		...(time.replaced ? [t('report-time-replaced')] : []),
		...(time.skipped ? [t(`report-skipped-${time.skipped}`)] : []),
		...(!time.skipped && time.actual === undefined ? [t('report-time-not-reached')] : [])
	];
	return words.join(' ');
}

/** Which workshop this was, and how far its numbers carry. */
export function methodBlocks(
	{ workshop, k, places }: ReportSource,
	room: Room,
	lines: Lines,
	t: Translate
): readonly Block[] {
	const { id, version, digest, variants, authors, license, status, origin } = workshop;
	const sensitive = places.some(({ openness }) => openness !== 'words');
	const say = (
		name: string,
		brief: boolean,
		args?: Readonly<Record<string, string | number>>
	): Block => ({
		type: 'paragraph',
		brief,
		line: lines.text(`method.${name}`, t(`report-method-${name}`, args), 'tool')
	});
	return [
		...(room.people === undefined ? [] : [say('people', true, { people: room.people })]),
		say('cells', true, { least: k }),
		...(sensitive ? [say('sensitive', true)] : []),
		say('workshop', false, { workshop: workshop.title, id, version }),
		...(variants.length > 0 ? [say('variants', false, { variants: variants.join(', ') })] : []),
		...(status === 'draft' || status === 'pilot' ? [say('pilot', false)] : []),
		...(origin
			? [
					{
						type: 'paragraph' as const,
						brief: false,
						line: lines.text('method.origin', origin.text, 'tool', origin.lang)
					}
				]
			: []),
		...(authors.length > 0 && license
			? [say('licence', false, { authors: authors.join(', '), licence: license })]
			: []),
		say('digest', false, { digest })
	];
}
