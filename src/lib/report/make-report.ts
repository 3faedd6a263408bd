import type { ReportBlock, Translate } from '#lib/activities/activity.ts';
import { briefForm } from './brief-form.ts';
import { changedWords, follow } from './follow.ts';
import { kindBlocks } from './kind-blocks.ts';
import { linesWith, type Lines } from './lines.ts';
import { methodBlocks, timeBlock } from './method.ts';
import { REPORT_FORMAT, SECTIONS, type Block, type Report, type SectionId } from './model.ts';
import { published } from './publish.ts';
import { roomOf } from './room.ts';
import type { ReportPlace, ReportSource } from './source.ts';

/** Where a kind's results stand. Kinds not named here stand in the annex. */
const SECTION_OF: Readonly<Record<string, SectionId>> = {
	'check-in': 'room',
	notice: 'room',
	scale: 'picture',
	words: 'heard',
	ideas: 'heard',
	cluster: 'heard',
	vote: 'heard',
	'action-plan': 'plan',
	pledge: 'promises',
	form: 'went'
};

/** What of a section stands in the two-pager too; chosen quotes always do. */
const BRIEF: Readonly<Partial<Record<SectionId, readonly ReportBlock['type'][]>>> = {
	plan: ['actions']
};

const sectionOf = (place: ReportPlace): SectionId => SECTION_OF[place.activity.kind] ?? 'annex';

function briefOf(place: ReportPlace): ReadonlySet<ReportBlock['type']> {
	const section = sectionOf(place);
	const votes = section === 'heard' && place.activity.kind === 'vote';
	return new Set(['quotes', ...(votes ? ['bars' as const] : (BRIEF[section] ?? []))]);
}

/**
 * The report with everything that can be hidden, reworded or taken in: for the facilitator's edit view
 * only. What leaves the device is `makeReport`.
 */
export function draftReport(source: ReportSource, t: Translate, locale: string): Report {
	const lines = linesWith(source.edits, locale);
	const room = roomOf(source, t);
	const blocksOf = (id: SectionId): readonly Block[] => {
		const own = source.places
			.filter((place) => sectionOf(place) === id)
			.flatMap((place) => {
				const blocks = briefForm(place, kindBlocks(place, lines, briefOf(place), t));
				return place.activity.kind === 'check-in' ? withoutSpheres(blocks, source) : blocks;
			});
		switch (id) {
			case 'room':
				return [...freeLine('session.missing', lines), ...own];
			case 'disagreed':
			case 'open':
				return freeLine(`session.${id}`, lines);
			case 'time':
				return timeBlock(source.times, lines, t);
			case 'method':
				return methodBlocks(source, room, lines, t);
			case 'picture':
			case 'heard':
			case 'plan':
			case 'promises':
			case 'went':
			case 'annex':
				return own;
			default:
				return id satisfies never;
		}
	};
	const sections = SECTIONS.map((id) => ({ id, title: t(`report-${id}`), blocks: blocksOf(id) }));
	const changed = changedWords(sections.flatMap(({ blocks }) => blocks));
	const { id, title, version, digest, variants } = source.workshop;
	const { place, date } = source.session;
	return {
		format: REPORT_FORMAT,
		locale,
		workshop: { id, title, version, digest, variants },
		place,
		date,
		title: lines.text('session.title', place || title, 'tool'),
		intro: lines.text(
			'session.intro',
			room.people === undefined
				? t('report-intro-few')
				: t('report-intro', { people: room.people }),
			'tool'
		),
		next: lines.free('session.next'),
		people: room.people,
		groups: room.groups,
		least: source.k,
		merged: room.merged,
		sections: sections.map((section) => ({ ...section, blocks: follow(section.blocks, changed) }))
	};
}

/** The report as anybody may read it, in the language of `t` and `source`. */
export const makeReport = (source: ReportSource, t: Translate, locale: string): Report =>
	published(draftReport(source, t, locale));

const freeLine = (id: string, lines: Lines): readonly Block[] => [
	{ type: 'paragraph', brief: true, line: lines.free(id) }
];

/**
 * What people said on arriving, without spheres and number of people: those are told once, by
 * `roomOf`, because two counts of the same people could be subtracted from each other.
 */
function withoutSpheres(blocks: readonly Block[], source: ReportSource): readonly Block[] {
	const roles = new Set(source.spheres.map(({ id }) => id));
	return blocks.flatMap((block, at) => {
		if (block.type !== 'bars') return [];
		const ids = block.rows.map(({ line }) => line.id.split('.').at(-1) ?? '');
		const title = blocks[at - 1];
		const isSphere = ids.some((id) => roles.has(id));
		return isSphere || !title ? [] : [title, block];
	});
}
